"""What several tests share."""

from __future__ import annotations

import pytest

from eventcode import Coder


@pytest.fixture(scope="session")
def coder() -> Coder:
    """A coder with the codebook and the gazetteer that ship; immutable, so one is enough."""
    return Coder()
