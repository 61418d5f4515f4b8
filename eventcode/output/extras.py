"""Optional packages: imported when first needed, with a message on how to install them."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from eventcode.errors import OutputError


def require(module: str, extra: str) -> Any:
    """An optional package's module; raises ``OutputError`` with the command that installs it where it is missing."""
    try:
        return import_module(module)
    except ImportError as error:
        package = module.partition(".")[0]
        raise OutputError(
            f"this needs the package {package} ({error}); install it with: pip install 'eventcode[{extra}]'"
        ) from error
