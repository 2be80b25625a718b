"""Words as a graph in which those that end alike share their ends, so that what holds of an end is found out once."""

from collections.abc import Iterable, Sequence
from itertools import groupby

Below = tuple[tuple[str, int], ...]
"""Letters that may come next, and where each of them leads."""


class FormGraph:
    """The smallest graph of some words; a place in it is a number."""

    def __init__(self, words: Iterable[str]) -> None:
        self._places: dict[tuple[bool, Below], int] = {}
        self.root = self._place([*dict.fromkeys(sorted(words))])
        self._rows = [*self._places]

    def is_end(self, place: int) -> bool:
        """Whether a word may end here."""
        return self._rows[place][0]

    def below(self, place: int) -> Below:
        """How words may go on from here."""
        return self._rows[place][1]

    def _place(self, ends: Sequence[str]) -> int:
        """The place from which these sorted, different ends go on."""
        is_end = ends[:1] == [""]
        letters = groupby(ends[is_end:], key=lambda end: end[0])
        below = tuple([(letter, self._place([end[1:] for end in its_ends])) for letter, its_ends in letters])
        return self._places.setdefault((is_end, below), len(self._places))
