"""Writing that survives a power cut: what is said to be on disk is on disk."""

import os
import sys
from contextlib import suppress
from pathlib import Path

if sys.platform == "darwin":
    import fcntl


def append_durably(file: int, content: bytes) -> None:
    """Append to an open file, and return when it is on disk; raise OSError, with the file as it was before."""
    size = os.fstat(file).st_size
    try:
        _write_all(file, content)
        sync(file)
    except OSError:
        with suppress(OSError):
            os.ftruncate(file, size)
        raise


def replace_durably(path: Path, content: bytes) -> None:
    """Put the content in the file's place, or leave what is there; raise OSError."""
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with unfinished.open("wb") as stream:
            stream.write(content)
            stream.flush()
            sync(stream.fileno())
        unfinished.replace(path)
        sync_folder(path.parent)
    finally:
        unfinished.unlink(missing_ok=True)


def sync(file: int) -> None:
    """Return when all that was written to the file is on disk."""
    if sys.platform == "darwin":
        # What fsync leaves in the disk's own cache there.
        with suppress(OSError):
            fcntl.fcntl(file, fcntl.F_FULLFSYNC)
            return
    os.fsync(file)


def sync_folder(folder: Path) -> None:
    """Return when the names in the folder are on disk; where folders cannot be asked for that, at once."""
    if os.name == "nt":
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        # Some network drives cannot; the file itself is safe there.
        with suppress(OSError):
            os.fsync(opened)
    finally:
        os.close(opened)


def _write_all(file: int, content: bytes) -> None:
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(file, rest) :]
