"""The names under which the input's other columns go along, the same in every form of results."""

from collections.abc import Iterable

KEYS = ("id", "question", "score", "max", "criteria", "misconceptions", "notices", "review")
"""What the results hold of their own, in its order."""

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
