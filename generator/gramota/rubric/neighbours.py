"""Dictionary words one slip of the pen from a Russian word: to маржа, баржа. The dictionary's graph is walked."""

from collections.abc import Iterator
from functools import cache
from os.path import commonprefix
from pathlib import Path
from typing import NamedTuple

from gramota.rubric.russian import analyzer, plain
from gramota.rubric.word_graph import Record, WordGraph

_ROOT = 0


class Ending(NamedTuple):
    """What a paradigm puts around a stem to make a form («по», «ее»)."""

    prefix: str
    suffix: str


class Lexeme(NamedTuple):
    """A dictionary word with all its forms: a stem, and what stands around it."""

    stem: str
    endings: tuple[Ending, ...]

    def forms(self) -> Iterator[str]:
        """Every form, folded."""
        return (plain(prefix + self.stem + suffix) for prefix, suffix in self.endings)


@cache
def russian_neighbours(lemma: str) -> tuple[Lexeme, ...]:
    """The dictionary words with a form one slip of the pen from this folded base form, without its own."""
    found = {_lexeme(word, record): None for word, records in _known_slips(lemma) for record in records}
    return tuple(lexeme for lexeme in found if next(lexeme.forms()) != lemma)


def _lexeme(word: str, record: Record) -> Lexeme:
    endings = _endings(record[0])
    prefix, suffix = endings[record[1]]
    return Lexeme(word[len(prefix) : len(word) - len(suffix)], endings)


@cache
def _endings(paradigm: int) -> tuple[Ending, ...]:
    """From a common part that suffixes share, letters go to the stem: the longer it is, the surer it tells words apart."""
    rows = analyzer().dictionary.build_paradigm_info(paradigm)
    return tuple(Ending(prefix, suffix) for prefix, _, suffix in rows)


def _known_slips(word: str) -> Iterator[tuple[str, tuple[Record, ...]]]:
    """Words of the dictionary one letter more, less or other, or two swapped, with their records."""
    node = _ROOT
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        for middle, rest, begun in _slips_here(node, tail):
            if (end := _graph().follow(begun, rest.encode())) and (records := _records(end)):
                yield head + middle + rest, records
        node = _letters(node).get(tail[:1], 0)
        if not node:
            break


def _slips_here(node: int, tail: str) -> Iterator[tuple[str, str, int]]:
    """(letters that differ, the rest, the node between them) of each slip at the start of a tail."""
    letters = _letters(node)
    first, rest = tail[:1], tail[1:]
    for letter, below in letters.items():
        if letter != first:
            yield letter, rest, below
        yield letter, tail, below
    yield "", rest, node
    if rest and rest[0] != first and (swapped := letters.get(rest[0])):
        yield rest[0], first + rest[1:], swapped


@cache
def _graph() -> WordGraph:
    return WordGraph(Path(analyzer().dictionary.path, "words.dawg"))


@cache
def _letters(node: int) -> dict[str, int]:
    return _graph().letters(node)


@cache
def _records(node: int) -> tuple[Record, ...]:
    return tuple(_graph().records(node))
