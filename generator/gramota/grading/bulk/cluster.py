"""Parts of a large table graded on a Dask cluster: each part is one task, and any worker may do it, more than once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from distributed import Client, as_completed, get_worker
from distributed.scheduler import KilledWorker

import gramota
from gramota.errors import GramotaError, Problem, Where, reason_of
from gramota.grading.bulk.chunk_grader import Work
from gramota.grading.bulk.chunks import Source
from gramota.grading.bulk.grade_files import Job, Outcome, grade_into_spool, write_result_files
from gramota.grading.bulk.parts import Part, fetch, put_whole, remove
from gramota.grading.bulk.unfinished import passing_spool

MOST_TOLD = 20
"""Problems of a part that are told; a file beside its results has them all."""
_RETRIES = 2
_SECONDS_TO_CONNECT = 20


class ClusterError(GramotaError):
    """The cluster could not do a part, or cannot be reached; says what it said."""


@dataclass(frozen=True)
class Told:
    """The first problems of a part, and how many there are."""

    first: tuple[Problem, ...]
    count: int


@dataclass(frozen=True)
class PartOutcome:
    """What came of a part: how many rows there are of each state, what was set aside and what is doubtful."""

    part: Part
    counts: dict[str, int]
    set_aside: Told
    repeated: Told


def grade_parts(scheduler: str, parts: Sequence[Part], work: Work) -> Iterator[PartOutcome]:
    """Yield what came of each part as it is done, in any order; raise ClusterError."""
    try:
        client = Client(scheduler, timeout=_SECONDS_TO_CONNECT, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ClusterError(str(error)) from None
    with client:
        futures = client.map(
            grade_part, parts, work=work, version=gramota.__version__, pure=False, retries=_RETRIES, key="grade-part"
        )
        try:
            for future in as_completed(futures, loop=client.loop):
                yield future.result()
        except KilledWorker as error:
            raise ClusterError(str(error)) from None
        except (GramotaError, OSError):
            raise
        except Exception as error:
            # What a worker raises is its own, such as that it lacks gramota or has another version of something.
            raise ClusterError(f"{type(error).__name__}: {error}") from error


def grade_part(part: Part, work: Work, version: str) -> PartOutcome:
    """Grade a part, in the process of a worker; the bytes are those of the same part graded on one machine.

    Raises ClusterError where the worker has another version than was asked for; OSError.
    """
    if gramota.__version__ != version:
        raise ClusterError(f"gramota {gramota.__version__} ≠ {version}")
    with TemporaryDirectory(prefix="gramota-", dir=_own_folder()) as folder:
        answers, results = Path(folder, "answers.parquet"), Path(folder, "results.parquet")
        try:
            fetch(part.source, answers)
        except FileNotFoundError as error:
            remove(part.target)
            remove(part.aside)
            missing = Problem.at(Where(part.source, 0), "G001", reason=reason_of(error))
            return PartOutcome(part, {}, Told((missing,), 1), Told((), 0))
        job = Job([Source(answers, part.source)], work, processes=1)
        with passing_spool() as spool:
            outcome = grade_into_spool(job, spool, lambda _: None)
            beside = write_result_files(job, spool, results)
            if beside:
                put_whole(beside, part.aside)
            put_whole(results, part.target)
            if not beside:
                remove(part.aside)
            return _told(part, outcome)


def _told(part: Part, outcome: Outcome) -> PartOutcome:
    return PartOutcome(part, dict(outcome.counts), _first(outcome.set_aside), _first(outcome.repeated))


def _first(problems: Iterator[Problem]) -> Told:
    first = tuple(islice(problems, MOST_TOLD))
    return Told(first, len(first) + sum(1 for _ in problems))


def _own_folder() -> str | None:
    """The worker's own folder, which goes with it; None outside a worker."""
    try:
        folder: str = get_worker().local_directory
    except ValueError:
        return None
    return folder
