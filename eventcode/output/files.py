"""Files that appear whole or not at all."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import IO, Any, BinaryIO, Literal, TextIO, overload

_TEXT: dict[str, Any] = {"encoding": "utf-8", "errors": "backslashreplace", "newline": ""}


@overload
def whole_file(path: Path) -> AbstractContextManager[TextIO]: ...
@overload
def whole_file(path: Path, *, binary: Literal[True]) -> AbstractContextManager[BinaryIO]: ...
@overload
def whole_file(path: Path, *, binary: bool) -> AbstractContextManager[IO[Any]]: ...
def whole_file(path: Path, *, binary: bool = False) -> AbstractContextManager[IO[Any]]:
    """A file that takes its name only when the block ends without an exception: text (UTF-8, line ends as written) or bytes.

    Until then the content goes to a hidden file beside it, which is removed on any exception, and a file of that name keeps
    its old content. A link is followed. A device or pipe (/dev/null, /dev/stdout) is written to directly: renaming a file
    over it would replace the device. Raises ``OSError`` where the file cannot be written.
    """
    return _whole(path, "b", {}) if binary else _whole(path, "", _TEXT)


@contextmanager
def _whole(path: Path, kind: str, options: dict[str, Any]) -> Iterator[IO[Any]]:
    target = path.resolve()
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, "is a folder", str(path))
    if target.exists() and not target.is_file():
        with path.open("w" + kind, **options) as direct:
            yield direct
        return
    part = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    # Mode "x" makes the file with the permissions that the user's umask asks for; tempfile would make it private.
    file = part.open("x" + kind, **options)
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
