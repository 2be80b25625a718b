"""What each revision of a letter changed, as its author tells readers."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pydantic import Field

from gramota.course.finding import Finding
from gramota.course.model.base import Entry, OneOrManyTexts
from gramota.course.model.time_spans import Day

MAX_REVISION = 1_000_000


class Change(Entry):
    """What one revision changed, and the day from which it holds."""

    revision: int = Field(ge=1, le=MAX_REVISION)
    date: Day
    what: OneOrManyTexts = Field(min_length=1)


def find_revision_problems(revision: int, changes: Sequence[Change]) -> Iterator[Finding]:
    """Yield revisions that are told twice, too early or not at all, and dates that run backwards.

    From the first that is told, every revision must be: readers are shown all since the one that they know.
    """
    first: dict[int, int] = {}
    for place, change in enumerate(changes):
        at = ("changes", place, "revision")
        if change.revision > revision:
            yield Finding("G090", at, {"told": str(change.revision), "revision": str(revision)})
        if change.revision in first:
            yield Finding("G091", at, {"told": str(change.revision), "first": str(first[change.revision] + 1)})
        first.setdefault(change.revision, place)
    told_from = min(first, default=revision)
    missing = next((number for number in range(told_from, revision) if number + 1 not in first), None)
    if missing is not None:
        yield Finding("G092", ("changes",), {"missing": str(missing + 1), "revision": str(revision)})
    yield from _dates_backwards(changes)


def _dates_backwards(changes: Sequence[Change]) -> Iterator[Finding]:
    in_order = sorted(range(len(changes)), key=lambda place: changes[place].revision)
    for before, after in pairwise(in_order):
        if changes[after].date < changes[before].date:
            told = {"told": str(changes[after].revision), "before": str(changes[before].revision)}
            yield Finding("G093", ("changes", after, "date"), told)
