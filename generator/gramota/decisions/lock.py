"""One writer at a time: a lock that the system lets go of when its process ends, however it ends."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from gramota.errors import ContentError, Problem, Where

LOCK = ".decisions.lock"


@contextmanager
def hold(folder: Path) -> Iterator[None]:
    """Keep all others from writing the folder's decisions; raise ContentError where another does already."""
    folder.mkdir(parents=True, exist_ok=True)
    lock = FileLock(folder / LOCK)
    try:
        lock.acquire(blocking=False)
    except Timeout:
        raise ContentError([Problem.at(Where(str(folder), 0, 0), "G384")]) from None
    try:
        yield
    finally:
        lock.release()
