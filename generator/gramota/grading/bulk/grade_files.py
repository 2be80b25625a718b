"""Files of answers to files of results: read, graded in all processes, kept on disk, written when all is graded."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from gramota.errors import Problem
from gramota.grading.bulk.chunk_grader import Work
from gramota.grading.bulk.chunks import Source, read_chunks
from gramota.grading.bulk.forms import Streamed, form_of
from gramota.grading.bulk.own_files import aside_path
from gramota.grading.bulk.processes import grade_in_order
from gramota.grading.bulk.repeats import find_repeated_rows
from gramota.grading.bulk.set_aside import read_aside, write_aside_file
from gramota.grading.bulk.spool import Spool
from gramota.grading.bulk.unfinished import lasting_spool, passing_spool
from gramota.grading.files.atomic_file import is_special, write_bytes_atomically

Watch = Callable[[int], None]
"""Is told how many bytes of all files are read and graded."""


@dataclass(frozen=True)
class Job:
    """Which files are graded, and what is done with them; `resume` goes on with what was interrupted."""

    sources: Sequence[Source]
    work: Work
    processes: int
    resume: bool = False


@dataclass(frozen=True)
class Outcome:
    """What came of a job: how many rows there are of each state, and the problems of rows, which are read from disk."""

    counts: Counter[str]
    spool: Spool

    @property
    def set_aside(self) -> Iterator[Problem]:
        """Yield why rows were not graded."""
        return (row.problem for row in read_aside(self.spool))

    @property
    def repeated(self) -> Iterator[Problem]:
        """Yield the warnings about rows that answer once more."""
        return find_repeated_rows(self.spool)


def can_last(sources: Iterable[Source], output: Path) -> bool:
    """Whether the job can be gone on with after an interruption: what is read and written are ordinary files."""
    return not is_special(output) and all(source.path.is_file() for source in sources)


def hold_spool(job: Job, output: Path | None) -> AbstractContextManager[Spool]:
    """Return the room for what is graded: beside the results where the job can be gone on with."""
    if output and can_last(job.sources, output):
        return lasting_spool(output, job.work, job.sources, resume=job.resume)
    return passing_spool()


def grade_into_spool(job: Job, spool: Spool, watch: Watch) -> Outcome:
    """Grade what is not in the spool yet; raise LostProcessError, OSError."""
    for frame in islice(spool.frames(), max(spool.chunks - 1, 0), None):
        watch(frame.behind)
    chunks = islice(read_chunks(job.sources), spool.chunks, None)
    for graded in grade_in_order(job.work, chunks, job.processes):
        spool.append(graded)
        watch(graded.behind)
    return outcome_of(spool)


def grade_into_stream(job: Job, spool: Spool, form: Streamed, stream: BinaryIO, watch: Watch) -> Outcome:
    """Grade all rows and write them as they come."""
    for graded in grade_in_order(job.work, read_chunks(job.sources), job.processes):
        stream.write(graded.results)
        spool.append(graded.without_results())
        watch(graded.behind)
    outcome = outcome_of(spool)
    stream.write(form.end(outcome.counts))
    return outcome


def outcome_of(spool: Spool) -> Outcome:
    """Return what is in a spool."""
    counts: Counter[str] = Counter()
    for frame in spool.frames():
        counts.update(frame.counts)
    return Outcome(counts, spool)


def write_results(job: Job, spool: Spool, stream: BinaryIO) -> None:
    """Write all that is in the spool in the job's form; raise OSError."""
    form_of(job.work.form, job.work.lang, job.work.page).write(spool, stream)


def write_result_files(job: Job, spool: Spool, output: Path) -> Path | None:
    """Write the results and, where rows were set aside, those to a file beside, whose path is returned.

    Each file is whole or not there; raise OSError.
    """
    beside = aside_path(output)
    has_aside = next(read_aside(spool), None) is not None
    if has_aside:
        with write_bytes_atomically(beside) as stream:
            write_aside_file(spool, stream, job.work.lang)
    with write_bytes_atomically(output) as stream:
        write_results(job, spool, stream)
    if not has_aside:
        beside.unlink(missing_ok=True)
    return beside if has_aside else None
