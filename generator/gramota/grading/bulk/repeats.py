"""Rows that answer a question once more: everything is graded, and the later one is told.

Each row goes by a number made of its id and question, eight bytes; only rows whose numbers are the same are compared as
they stand. The numbers of a part of the rows are looked at in one go, so that memory stays bounded.
"""

from array import array
from collections.abc import Iterator

from gramota.errors import Problem, Where
from gramota.grading.bulk.graded import PRINT_BYTES, read_places
from gramota.grading.bulk.spool import Spool
from gramota.grading.tables.rows_aside import same_id

AT_ONCE = 2_000_000
"""Numbers that are held at once, about; a hundred megabytes."""


AnswerKey = tuple[str, str]
Seen = dict[AnswerKey, str]
"""The id of the first row that has the key, as it stands there."""


def find_repeated_rows(spool: Spool, at_once: int = AT_ONCE) -> Iterator[Problem]:
    """Yield the warning about each row whose id and question stand in a row before it."""
    rows = sum(size // PRINT_BYTES for frame in spool.frames() for _, size in [frame.places["prints"]])
    shares = rows // at_once + 1
    for share in range(shares):
        alike = _find_alike(spool, share, shares)
        if alike:
            yield from _compare(spool, alike)


def _find_alike(spool: Spool, share: int, shares: int) -> set[int]:
    """Return the numbers of this share that stand more than once."""
    seen: set[int] = set()
    alike: set[int] = set()
    for frame in spool.frames():
        for found in _prints(frame.read("prints")):
            if found % shares == share:
                if found in seen:
                    alike.add(found)
                seen.add(found)
    return alike


def _compare(spool: Spool, alike: set[int]) -> Iterator[Problem]:
    seen: Seen = {}
    for frame in spool.frames():
        prints = _prints(frame.read("prints"))
        if alike.isdisjoint(prints):
            continue
        places = read_places(frame.read("places"))
        for found, line, row_id, question in zip(prints, places.lines, places.ids, places.questions, strict=True):
            if found not in alike:
                continue
            key = (same_id(row_id), question)
            if key in seen:
                yield _repeated(Where(places.path, line), row_id, question, seen[key])
            seen.setdefault(key, str(row_id))


def _repeated(where: Where, row_id: str | int, question: str, first: str) -> Problem:
    """The warning; an id that stood otherwise in the first row is shown with it."""
    if str(row_id) == first:
        return Problem.at(where, "G332", id=row_id, question=question)
    code = "G332.spaces" if str(row_id).strip() == first.strip() else "G332.unseen"
    return Problem.at(where, code, id=row_id, question=question, first=first)


def _prints(content: bytes) -> "array[int]":
    prints = array("Q")
    prints.frombytes(content)
    return prints
