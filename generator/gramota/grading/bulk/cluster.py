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
from gramota.grading.bulk.grade_files import Job, grade_into_spool, write_result_files
from gramota.grading.bulk.part_files import fetch, fetch_if_there, foreign_address, put_whole, remove
from gramota.grading.bulk.part_summary import PartSummary, Told, identify_part, read_record, write_record
from gramota.grading.bulk.parts import Part
from gramota.grading.bulk.unfinished import passing_spool

MOST_TOLD = 20
"""Problems of a part that are told; a file beside its results has them all."""
_RETRIES = 2
_SECONDS_TO_CONNECT = 20


class ClusterError(GramotaError):
    """The cluster could not do a part, or cannot be reached; says what it said."""


@dataclass(frozen=True)
class ClusterWork:
    """What is done with each part; `resume` keeps the parts that are done and as they were."""

    work: Work
    version: str
    resume: bool = False


@dataclass(frozen=True)
class PartOutcome:
    """A part, and what came of it; `is_kept` where an earlier run had done it, `is_refused` where it was not begun."""

    part: Part
    summary: PartSummary
    is_kept: bool = False
    is_refused: bool = False


def grade_parts(scheduler: str, parts: Sequence[Part], work: Work, *, resume: bool = False) -> Iterator[PartOutcome]:
    """Yield what came of each part as it is done, in any order; raise ClusterError."""
    try:
        client = Client(scheduler, timeout=_SECONDS_TO_CONNECT, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ClusterError(str(error)) from None
    wanted = ClusterWork(work, gramota.__version__, resume)
    with client:
        futures = client.map(grade_part, parts, wanted=wanted, pure=False, retries=_RETRIES, key="grade-part")
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


def grade_part(part: Part, wanted: ClusterWork) -> PartOutcome:
    """Grade a part, in the process of a worker; the bytes are those of the same part graded on one machine.

    Raises ClusterError where the worker has another version than was asked for; OSError.
    """
    if gramota.__version__ != wanted.version:
        raise ClusterError(f"gramota {gramota.__version__} ≠ {wanted.version}")
    if foreign := foreign_address(part):
        return _refused(part, Problem.at(Where(foreign, 0), "G339.foreign"))
    with TemporaryDirectory(prefix="gramota-", dir=_own_folder()) as folder:
        answers = Path(folder, "answers.parquet")
        try:
            fetch(part.source, answers)
        except FileNotFoundError as error:
            for place in (part.target, part.aside, part.record):
                remove(place)
            return _refused(part, Problem.at(Where(part.source, 0), "G001", reason=reason_of(error)))
        source = Source(answers, part.source, part.keys)
        made_of = identify_part(wanted.work, source)
        if wanted.resume and (kept := _find_done(part, made_of, Path(folder))):
            return PartOutcome(part, kept, is_kept=True)
        return PartOutcome(part, _grade(part, source, wanted.work, made_of))


def _grade(part: Part, source: Source, work: Work, made_of: str) -> PartSummary:
    """Grade the part into its place; the record comes last, for it says that all else is whole."""
    results, record = source.path.with_name("results.parquet"), source.path.with_name("record.json")
    remove(part.record)
    with passing_spool() as spool:
        graded = grade_into_spool(Job([source], work, processes=1), spool, lambda _: None)
        beside = write_result_files(Job([source], work, processes=1), spool, results)
        if beside:
            put_whole(beside, part.aside)
        put_whole(results, part.target)
        if not beside:
            remove(part.aside)
        summary = PartSummary(dict(graded.counts), _first(graded.set_aside), _first(graded.repeated))
        record.write_bytes(write_record(made_of, results, beside, summary))
        put_whole(record, part.record)
        return summary


def _find_done(part: Part, made_of: str, folder: Path) -> PartSummary | None:
    """Return what came of the part in an earlier run, where everything is as that has left it."""
    record = fetch_if_there(part.record, folder / "record.json")
    results = fetch_if_there(part.target, folder / "results.parquet") if record else None
    if not record or not results:
        return None
    aside = fetch_if_there(part.aside, folder / "set-aside.jsonl")
    return read_record(record.read_bytes(), made_of, results, aside)


def _refused(part: Part, problem: Problem) -> PartOutcome:
    return PartOutcome(part, PartSummary({}, Told((problem,), 1), Told((), 0)), is_refused=True)


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
