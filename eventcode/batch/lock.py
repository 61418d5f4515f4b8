"""One run at a time on one output: a lock that ends with the process that holds it, however that ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from eventcode.errors import BatchError

if sys.platform == "win32":
    import msvcrt

    def _lock(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _free(file: int) -> bool:
    """Lock an open file until it is closed or this process ends; False where somebody else holds the lock."""
    try:
        _lock(file)
    except (BlockingIOError, PermissionError):
        return False
    return True


@contextmanager
def locked(output: Path) -> Iterator[None]:
    """Hold the lock of an output file during the block; devices and pipes have none.

    The lock is the operating system's, on a hidden file beside the output. Raises ``BatchError`` where another process holds it
    and ``OSError`` where that file cannot be made.
    """
    target = output.resolve()
    if target.exists() and not target.is_file():
        yield
        return
    path = target.with_name(f".{target.name}.lock")
    file = _acquire(path, output)
    try:
        yield
    finally:
        # Removed while still held, so that nobody can lock a file that is about to go; Windows can only do it the other way round.
        if sys.platform == "win32":
            os.close(file)
        with suppress(OSError):
            path.unlink()
        if sys.platform != "win32":
            os.close(file)


def _acquire(path: Path, output: Path) -> int:
    while True:
        file = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            if not _free(file):
                raise BatchError(f"{output}: another run is writing to this output; wait for it, or choose another -o")
            # Whoever held it before may have removed it between our opening and our locking it: then it locks nothing.
            with suppress(FileNotFoundError):
                if os.path.samestat(os.fstat(file), path.stat()):
                    return file
        except BaseException:
            os.close(file)
            raise
        os.close(file)
