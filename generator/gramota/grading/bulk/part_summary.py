"""What came of a part of a large table, without its rows; kept beside the results until all parts are done."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b, file_digest
from pathlib import Path
from typing import Any

from gramota.errors import Problem, Where
from gramota.grading.bulk.chunk_grader import Work
from gramota.grading.bulk.chunks import Source
from gramota.grading.bulk.plan import plan_of

FORMAT = "gramota-part/1"


@dataclass(frozen=True)
class Told:
    """The first problems of a part, and how many there are."""

    first: tuple[Problem, ...]
    count: int


@dataclass(frozen=True)
class PartSummary:
    """How many rows there are of each state, what was set aside and what is doubtful."""

    counts: Mapping[str, int]
    set_aside: Told
    repeated: Told


def identify_part(work: Work, source: Source) -> str:
    """Return what a part's results are made of: the program, the quiz, the part's content and its columns."""
    plan = json.dumps(plan_of(work, [source]), ensure_ascii=False, sort_keys=True)
    return blake2b(plan.encode(), digest_size=16).hexdigest()


def write_record(made_of: str, results: Path, aside: Path | None, summary: PartSummary) -> bytes:
    """Return the record of a part that was graded into these files."""
    told = {"counts": summary.counts, "told": [_plain(summary.set_aside), _plain(summary.repeated)]}
    return json.dumps({**_about(made_of, results, aside), **told}, ensure_ascii=False).encode()


def read_record(content: bytes, made_of: str, results: Path, aside: Path | None) -> PartSummary | None:
    """Return what came of the part; None where anything of it is not as it was, or was not written to its end."""
    try:
        record = json.loads(content)
    except ValueError:
        return None
    about = _about(made_of, results, aside)
    if not isinstance(record, dict) or {name: record.get(name) for name in about} != about:
        return None
    set_aside, repeated = map(_told, record["told"])
    return PartSummary(record["counts"], set_aside, repeated)


def _about(made_of: str, results: Path, aside: Path | None) -> dict[str, str | None]:
    set_aside = _content_of(aside) if aside else None
    return {"format": FORMAT, "made_of": made_of, "results": _content_of(results), "set_aside": set_aside}


def _content_of(path: Path) -> str:
    with path.open("rb") as stream:
        return file_digest(stream, lambda: blake2b(digest_size=16)).hexdigest()


def _plain(told: Told) -> list[Any]:
    first = [[each.code, each.where.path, each.where.line, each.where.column, each.values] for each in told.first]
    return [told.count, first]


def _told(plain: list[Any]) -> Told:
    count, first = plain
    return Told(tuple(_problem(*each) for each in first), count)


def _problem(code: str, path: str, line: int, column: int, values: Iterable[tuple[str, str]]) -> Problem:
    return Problem(code, Where(path, line, column), tuple((name, value) for name, value in values))
