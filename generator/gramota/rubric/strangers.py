"""Dictionary words that would pass for a typo of a rubric's word and are none: баржа is no misspelt маржа."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from gramota.rubric.dictionary import letters_after, readings_of, words_from
from gramota.rubric.typos import SHORTEST_FOR_ONE
from gramota.rubric.word_graph import WordGraph


@cache
def is_russian_word(word: str) -> bool:
    """Whether the dictionary has the folded word."""
    return word.isalpha() and bool(readings_of(word))


def russian_strangers(keys: Iterable[Sequence[str]]) -> frozenset[str]:
    """The dictionary words one slip from a form of five letters or more; the dictionary's graph is walked."""
    forms = {form for forms in keys for form in forms}
    long_enough = sorted(form for form in forms if len(form) >= SHORTEST_FOR_ONE and form.isalpha())
    return frozenset(word for form in long_enough for word in _slips_of(form) if len(word) >= SHORTEST_FOR_ONE) - forms


def _slips_of(word: str) -> Iterator[str]:
    """Words of the dictionary with a letter more, less or other, or two swapped; folded."""
    nodes: tuple[int, ...] = (WordGraph.ROOT,)
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        yield from (head + end for node in nodes for end in _slips_here(node, tail) if end != tail)
        nodes = tuple(below for node in nodes for letter, below in letters_after(node) if letter == tail[:1])


def _slips_here(node: int, tail: str) -> Iterator[str]:
    """Ends of words that differ from a tail at its start and nowhere else."""
    letters = [*letters_after(node)]
    starts = [(letters, tail)]
    if tail:
        swapped = [start for start in letters if start[0] == tail[1:2]]
        starts += [([("", node), *letters], tail[1:]), (swapped, tail[0] + tail[2:])]
    return (end for begun, rest in starts for end in words_from(begun, rest))
