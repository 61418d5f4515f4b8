"""Corrections in Label Studio: events as pre-annotated tasks, and annotated tasks back as events."""

from __future__ import annotations

from eventcode.labelstudio.annotations import read_tasks
from eventcode.labelstudio.config import labelling_config
from eventcode.labelstudio.tasks import tasks

__all__ = ["labelling_config", "read_tasks", "tasks"]
