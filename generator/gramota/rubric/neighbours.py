"""Dictionary words one slip of the pen from a Russian word: to маржа, баржа. The dictionary's graph is walked."""

from collections.abc import Iterator
from functools import cache

from gramota.rubric.dictionary import Lexeme, letters_after, lexeme_of, words_from
from gramota.rubric.word_graph import Record, WordGraph


@cache
def russian_neighbours(base: str) -> tuple[Lexeme, ...]:
    """The dictionary's words that have a form one slip of the pen from a folded base form, without its own word."""
    found = {lexeme_of(word, record): None for word, records in _slips_of(base) for record in records}
    return tuple(lexeme for lexeme in found if lexeme.base != base)


def _slips_of(word: str) -> Iterator[tuple[str, tuple[Record, ...]]]:
    """Words of the dictionary with a letter more, less or other, or two swapped; folded, with their records."""
    nodes: tuple[int, ...] = (WordGraph.ROOT,)
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        for end, records in (slip for node in nodes for slip in _slips_here(node, tail)):
            if head + end != word:
                yield head + end, records
        nodes = tuple(below for node in nodes for letter, below in letters_after(node) if letter == tail[:1])


def _slips_here(node: int, tail: str) -> Iterator[tuple[str, tuple[Record, ...]]]:
    """Ends of words that differ from a tail at its start and nowhere else, with the words' records."""
    letters = letters_after(node)
    yield from words_from(letters, tail)
    if tail:
        yield from words_from([("", node), *letters], tail[1:])
        yield from words_from([start for start in letters if start[0] == tail[1:2]], tail[0] + tail[2:])
