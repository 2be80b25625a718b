"""The names under which the input's other columns go along, the same in every form of results."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import TypeVar

from gramota.wording import LANGUAGES, wording

Cell = TypeVar("Cell")

KEYS = ("id", "question", "score", "max", "criteria", "misconceptions", "notices", "review")
"""What the results hold of their own, in its order."""

HEADINGS = ("score", "max", "review", "met", "not_met", "held", "notices", "evidence")
"""What a table for spreadsheets has behind id, question and answer, by the names of its headings in the wording."""

PROBLEM = "problem"
"""What a batch of grades holds besides: the code of what kept a row from being graded."""


BEFORE_TAKEN = "input."


def carried_names(names: Iterable[str]) -> dict[str, str]:
    """Return by the names of other columns those under which they go along: with `input.` before a taken one."""
    taken = {*KEYS, PROBLEM}
    carried: dict[str, str] = {}
    for name in names:
        carried[name] = name
        while carried[name] in taken:
            carried[name] = f"{BEFORE_TAKEN}{carried[name]}"
        taken.add(carried[name])
    return carried


def without_old_grades(columns: Mapping[str, Cell]) -> Mapping[str, Cell]:
    """Return the columns without those that an earlier grading has added, known by all of them being there.

    One alone may be somebody's own.
    """
    found = [ours for ours in _added_columns() if len(columns) > len(ours) and ours <= columns.keys()]
    if not found:
        return columns
    old = {PROBLEM}.union(*found)
    return {name: cell for name, cell in columns.items() if name not in old}


@cache
def _added_columns() -> tuple[frozenset[str], ...]:
    """Return what each form of results adds; a table for spreadsheets in each language."""
    rooms = (wording("grading", lang) for lang in LANGUAGES)
    return (frozenset(KEYS[2:]), *(frozenset(t(f"column.{name}") for name in HEADINGS) for t in rooms))
