"""Dictionary words one slip of the pen from a Russian word: to маржа, баржа. The dictionary's graph is walked."""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from gramota.rubric.russian import analyzer, plain
from gramota.rubric.word_graph import END_OF_WORD, Record, Start, WordGraph

_YE = "е".encode()
_YO = "ё".encode()


class Lexeme(NamedTuple):
    """A dictionary word with all its forms: a folded stem, and the number of the paradigm that it is inflected by."""

    stem: str
    paradigm: int


Affixes = tuple[tuple[str, str], ...]
"""(prefix, suffix) of each form of a paradigm, folded; the first is the base form's."""


def forms_of(lexeme: Lexeme) -> Iterator[str]:
    """Every form of a word, folded; the base form is the first."""
    return (prefix + lexeme.stem + suffix for prefix, suffix in affixes_of(lexeme.paradigm))


@cache
def affixes_of(paradigm: int) -> Affixes:
    """What a paradigm puts around a stem."""
    rows = analyzer().dictionary.build_paradigm_info(paradigm)
    return tuple((prefix, plain(suffix)) for prefix, _, suffix in rows)


@cache
def russian_neighbours(lemma: str) -> tuple[Lexeme, ...]:
    """The dictionary words that have a form one slip of the pen from a folded base form, without its own word."""
    found = {_lexeme(word, record): None for word, records in _known_slips(lemma) for record in records}
    return tuple(lexeme for lexeme in found if next(forms_of(lexeme)) != lemma)


def _lexeme(word: str, record: Record) -> Lexeme:
    paradigm, form = record
    prefix, suffix = affixes_of(paradigm)[form]
    return Lexeme(word[len(prefix) : len(word) - len(suffix)], paradigm)


def _known_slips(word: str) -> Iterator[tuple[str, tuple[Record, ...]]]:
    """Words of the dictionary with a letter more, less or other, or two swapped; folded, with their records."""
    nodes = (WordGraph.ROOT,)
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        for slip, payload in (each for node in nodes for each in _slips_here(node, tail)):
            if head + slip != word:
                yield head + slip, _records(payload)
        nodes = tuple(below for node in nodes for letter, below in _letters(node) if letter == tail[:1])


def _slips_here(node: int, tail: str) -> Iterator[Start]:
    """Ends of words, and where their records stand, that differ from a tail at its start and nowhere else."""
    letters = _letters(node)
    yield from _ends(letters, tail)
    if tail:
        yield from _ends([("", node), *letters], tail[1:])
        yield from _ends([start for start in letters if start[0] == tail[1:2]], tail[0] + tail[2:])


def _ends(starts: Sequence[Start], rest: str) -> Iterator[Start]:
    """Each start with the rest, where that ends a word; е stands for ё too."""
    graph = _graph()
    for number, piece in enumerate(rest.encode().split(_YE)):
        begun = [*graph.follow(starts, _YE), *graph.follow(starts, _YO)] if number else starts
        starts = graph.follow(begun, piece)
    return ((letter + rest, payload) for letter, payload in graph.follow(starts, END_OF_WORD))


@cache
def _graph() -> WordGraph:
    return WordGraph(Path(analyzer().dictionary.path, "words.dawg"))


@cache
def _letters(node: int) -> tuple[Start, ...]:
    return tuple((plain(letter), below) for letter, below in _graph().letters(node))


@cache
def _records(payload: int) -> tuple[Record, ...]:
    return tuple(_graph().records(payload))
