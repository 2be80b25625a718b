"""The spool beside the results: where work that was interrupted is gone on with, and by one process at a time."""

import errno
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO, cast

from filelock import FileLock, Timeout

from gramota.course.files.folder import shown_path
from gramota.errors import ContentError, Problem, Where, refuse
from gramota.grading.bulk.chunk_grader import Work
from gramota.grading.bulk.chunks import Source
from gramota.grading.bulk.own_files import find_foreign, lock_path, unfinished_path
from gramota.grading.bulk.plan import Plan, find_changes, plan_of
from gramota.grading.bulk.spool import Spool, begin_spool, open_spool
from gramota.grading.files.atomic_file import naming, remove_unfinished


@contextmanager
def passing_spool() -> Iterator[Spool]:
    """Hold a spool that goes with the process: what is read or written cannot be gone on with."""
    with TemporaryFile() as stream:
        yield begin_spool(cast("BinaryIO", stream), {})


@contextmanager
def lasting_spool(output: Path, work: Work, sources: Sequence[Source], *, resume: bool) -> Iterator[Spool]:
    """Hold the spool beside the results, which stays where the block is left with something done and not all.

    Raises ContentError where another process holds it, where files that are not ours stand in the way, where what is
    there is not to be gone on with, and where it is other work; OSError.
    """
    path, where = unfinished_path(output), Where(shown_path(output), 0)
    with naming(output):
        refuse(find_foreign(output))
    plan = plan_of(work, sources)
    with _held(output, where), naming(output):
        if path.exists() and not resume:
            raise ContentError([Problem.at(where, "G339")])
        remove_unfinished(output)
        spool: Spool | None = None
        is_new = not path.exists()
        try:
            with path.open("x+b" if is_new else "r+b") as stream:
                spool = _go_on_or_begin(stream, plan, where)
                yield spool
        except BaseException:
            if (not spool.chunks) if spool else is_new:
                path.unlink(missing_ok=True)
            raise
        path.unlink()


def _go_on_or_begin(stream: BinaryIO, plan: Plan, where: Where) -> Spool:
    if kept := open_spool(stream):
        begun, spool = kept
        refuse(find_changes(begun, plan, where))
        return spool
    stream.seek(0)
    stream.truncate()
    return begin_spool(stream, plan)


@contextmanager
def _held(output: Path, where: Where) -> Iterator[None]:
    # The lock would make the folder.
    if not output.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(output))
    lock = FileLock(lock_path(output))
    try:
        lock.acquire(blocking=False)
    except Timeout:
        # Where no file can be made, the lock takes that for one that was deleted this moment.
        if not lock_path(output).exists():
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(output)) from None
        raise ContentError([Problem.at(where, "G339.busy")]) from None
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(output)) from None
    try:
        yield
    finally:
        # Where a file that is open cannot be removed, the lock removes it when it lets go.
        with suppress(PermissionError):
            Path(lock.lock_file).unlink(missing_ok=True)
        lock.release()
