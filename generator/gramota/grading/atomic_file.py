"""A file that is whole or not there: what stood under its name stays until the new one is finished."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO


@contextmanager
def write_atomically(path: Path) -> Iterator[TextIO]:
    """Open a UTF-8 text file that takes the path's place when the block ends well; raise OSError.

    What is no ordinary file (a pipe, a terminal, /dev/null) is written to as it is.
    """
    target = path.resolve()
    if target.exists() and not target.is_file():
        with target.open("w", encoding="utf-8", newline="") as stream:
            yield stream
        return
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with _create(unfinished, path) as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


def _create(unfinished: Path, path: Path) -> TextIO:
    try:
        return unfinished.open("x", encoding="utf-8", newline="")
    except OSError as error:
        # People know the path that they gave and not the one that is written meanwhile.
        raise OSError(error.errno, error.strerror, str(path)) from None
