"""Dictionary words that would pass for a typo of a rubric's word and are none: баржа is no misspelt маржа."""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from os.path import commonprefix

from gramota.rubric.dictionary import Lexeme, paradigm_of
from gramota.rubric.neighbours import russian_neighbours
from gramota.rubric.russian import base_forms
from gramota.rubric.typos import SHORTEST_FOR_ONE

SHORTEST_STEM = 3
LONGEST_WORD = 12

Beginning = tuple[str, int]
"""A text, and how many letters may follow it."""


def russian_strangers(words: Collection[str], keys: Collection[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """Beginnings («барж») and whole words («мажа») that are no typo of a form, by how many letters may follow."""
    forms = sorted({form for forms in keys for form in forms})
    tails: dict[str, int] = {}
    for text, tail in (each for lexeme in _neighbours(words) for each in _told_apart(lexeme, forms)):
        tails[text] = max(tail, tails.get(text, 0))
    shelves: list[list[str]] = [[] for _ in range(max(tails.values(), default=-1) + 1)]
    for text in sorted(tails):
        shelves[tails[text]].append(text)
    return tuple(map(tuple, shelves))


def _neighbours(words: Collection[str]) -> set[Lexeme]:
    lemmas = {lemma for word in words for lemma in base_forms(word) if SHORTEST_STEM <= len(lemma) <= LONGEST_WORD}
    return {lexeme for lemma in lemmas for lexeme in russian_neighbours(lemma)}


def _told_apart(lexeme: Lexeme, ours: Sequence[str]) -> Iterator[Beginning]:
    """The stem that forms share, or the forms themselves where the stem is too short or begins one of ours."""
    for prefix, shared, longest, suffixes in _suffixes_by_prefix(lexeme.paradigm):
        head = prefix + lexeme.stem
        stem = head + shared
        if len(stem) >= SHORTEST_STEM and not _begins_any(stem, ours):
            yield stem, longest - len(shared)
        else:
            sizes = range(SHORTEST_FOR_ONE - len(head), LONGEST_WORD + 1 - len(head))
            yield from [(head + suffix, 0) for suffix in suffixes if len(suffix) in sizes]


@cache
def _suffixes_by_prefix(paradigm: int) -> tuple[tuple[str, str, int, tuple[str, ...]], ...]:
    """For each prefix of a paradigm («по», «наи»): it, what its suffixes share, the longest one's length, and them."""
    suffixes: dict[str, dict[str, None]] = {}
    for form in paradigm_of(paradigm):
        suffixes.setdefault(form.prefix, {})[form.suffix] = None
    return tuple(
        (prefix, commonprefix(list(row)), max(map(len, row)), tuple(row))  # noqa: RUF071 - of words, not of paths
        for prefix, row in suffixes.items()
    )


def _begins_any(text: str, ours: Sequence[str]) -> bool:
    at = bisect_left(ours, text)
    return at < len(ours) and ours[at].startswith(text)
