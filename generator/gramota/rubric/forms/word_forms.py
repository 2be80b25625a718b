"""The forms of a word, kept as what they begin with and how each goes on: few texts for many words."""

from collections.abc import Collection, Iterable
from functools import cache
from itertools import chain
from os.path import commonprefix
from typing import NamedTuple


class WordForms(NamedTuple):
    """Forms, sorted, each once: the longest beginning that all have, and how each goes on; the same forms are equal."""

    start: str
    ends: tuple[str, ...]

    def __hash__(self) -> int:
        """Few words have the same beginning and as many forms; to look at all of these takes longer."""
        return hash((self.start, len(self.ends)))

    def spelt(self) -> list[str]:
        """The forms themselves."""
        start = self.start
        return [start + end for end in self.ends]

    def have(self, word: str) -> bool:
        """Whether a word is one of them."""
        return word.startswith(self.start) and word[len(self.start) :] in self.ends

    def without(self, others: Collection[str]) -> "WordForms":
        """The forms that are none of some words."""
        if not any(map(self.have, others)):
            return self
        return forms_from({*self.spelt()}.difference(others))


def forms_from(words: Iterable[str]) -> WordForms:
    """Words as forms."""
    listed = sorted({*words})
    start = _shared_start(listed[0], listed[-1]) if listed else ""
    return WordForms(start, tuple([word[len(start) :] for word in listed] if start else listed))


def forms_together(all_rows: Iterable[WordForms]) -> WordForms:
    """The forms of all of some words."""
    rows = [row for row in all_rows if row.ends]
    if len(rows) == 1:
        return rows[0]
    starts = [start for start, _ in rows]
    start = _shared_start(min(starts), max(starts)) if starts else ""
    return WordForms(start, _merged(frozenset([(begun[len(start) :], ends) for begun, ends in rows])))


def _shared_start(first: str, last: str) -> str:
    """The longest beginning of all words, of which these are the first and the last; it is often the first."""
    return first if last.startswith(first) else commonprefix((first, last))  # noqa: RUF071 - of words, not of paths


@cache
def _merged(rows: frozenset[tuple[str, tuple[str, ...]]]) -> tuple[str, ...]:
    """Put together and sorted, once for all words whose relatives are formed alike; each row is sorted already."""
    merged: list[str] = []
    for alike in _rows_that_begin_alike(sorted(rows)):
        spelt = [[start + end for end in ends] for start, ends in alike]
        merged += dict.fromkeys(sorted(chain.from_iterable(spelt))) if len(spelt) > 1 else spelt[0]
    return tuple(merged)


def _rows_that_begin_alike(rows: list[tuple[str, tuple[str, ...]]]) -> list[list[tuple[str, tuple[str, ...]]]]:
    """Sorted rows in groups: all words of a group come before those of the next."""
    groups: list[list[tuple[str, tuple[str, ...]]]] = []
    for row in rows:
        if groups and row[0].startswith(groups[-1][0][0]):
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups
