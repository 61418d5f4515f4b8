"""Files that appear whole or not at all."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO


@contextmanager
def whole_file(path: Path) -> Iterator[TextIO]:
    """A text file (UTF-8, line ends as written) that takes its name only when the block ends without an exception.

    Until then the text goes to a hidden file beside it, which is removed on any exception, and a file of that name keeps
    its old content. A link is followed. A device or pipe (/dev/null, /dev/stdout) is written to directly: renaming a file
    over it would replace the device. Raises ``OSError`` where the file cannot be written.
    """
    target = path.resolve()
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, "is a folder", str(path))
    if target.exists() and not target.is_file():
        with path.open("w", encoding="utf-8", errors="backslashreplace", newline="") as direct:
            yield direct
        return
    part = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    # Mode "x" makes the file with the permissions that the user's umask asks for; tempfile would make it private.
    file = part.open("x", encoding="utf-8", errors="backslashreplace", newline="")
    try:
        with file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, target)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise
