"""Looking words up in the dictionary of Russian: what they may be, how likely that is, what words begin so."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from gramota.rubric.lexeme import Lexeme, Record, form_of, lexeme_of, tag_of
from gramota.rubric.opencorpora import analyzer, plain
from gramota.rubric.word_graph import END_OF_WORD, Start, WordGraph

if TYPE_CHECKING:
    from pymorphy3.analyzer import Parse

_YE = "е".encode()
_YO = "ё".encode()


class Reading(NamedTuple):
    """One of the things that a word may be: a form, of these grammemes, of a lexeme."""

    lexeme: Lexeme
    grammemes: frozenset[str]


def readings_of(word: str) -> list[Reading]:
    """Every reading that the dictionary has of a folded word; е stands for ё too."""
    return [Reading(lexeme_of(word, record), form_of(record).grammemes) for record in _records_of(word)]


def weighed_readings(word: str) -> list[tuple[Reading, float]]:
    """Readings of a folded word, the likeliest first, and how likely each is; guesses where the dictionary has none."""
    records = _records_of(word)
    if not records:
        return [(_guessed(parse), parse.score) for parse in analyzer().parse(word) if "UNKN" not in parse.tag.grammemes]
    weigh = analyzer().prob_estimator.p_t_given_w.prob
    weights = [weigh(word, tag_of(record)) for record in records]
    if not any(weights):
        weights = [1 / len(records)] * len(records)
    readings = [Reading(lexeme_of(word, record), form_of(record).grammemes) for record in records]
    return sorted(zip(readings, weights, strict=True), key=itemgetter(1), reverse=True)


def _guessed(parse: "Parse") -> Reading:
    (_, word, *record), *_ = parse.methods_stack
    lexeme = lexeme_of(plain(word), (record[0], record[1]), plain(parse.word.removesuffix(word)))
    return Reading(lexeme, parse.tag.grammemes)


def _records_of(word: str) -> list[Record]:
    found = analyzer().dictionary.words.similar_items(word, _spellings())
    return [record for _, records in found for record in records]


@cache
def _spellings() -> object:
    return analyzer().dictionary.words.compile_replaces({"е": "ё"})


def words_from(starts: Sequence[Start], rest: str) -> Iterator[str]:
    """The start and the rest of each word that a folded rest ends; е stands for ё too."""
    graph = words()
    for number, piece in enumerate(rest.encode().split(_YE)):
        begun = [*graph.follow(starts, _YE), *graph.follow(starts, _YO)] if number else starts
        starts = graph.follow(begun, piece)
    return (begun + rest for begun, _ in graph.follow(starts, END_OF_WORD))


@cache
def letters_after(node: int) -> tuple[Start, ...]:
    """The folded letters that may follow a node of the dictionary's graph, and where they lead."""
    return tuple((plain(letter), below) for letter, below in words().letters(node))


def counted(forms: Iterable[str]) -> list[str]:
    """The forms for which corpora tell how likely each reading is; otherwise all count as equally likely."""
    find = analyzer().prob_estimator.p_t_given_w.keys
    return [form for form in forms if find(f"{form}:")]


@cache
def words() -> WordGraph:
    """Every form of every word of the dictionary."""
    return WordGraph(Path(analyzer().dictionary.path, "words.dawg"))
