"""Looking words up in the dictionary of Russian: what they may be, how likely that is, what words begin so."""

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from gramota.rubric.forms.lexeme import Lexeme, Record, form_of, heading_of, tag_of
from gramota.rubric.forms.opencorpora import analyzer, plain
from gramota.rubric.forms.word_graph import WordGraph

if TYPE_CHECKING:
    from pymorphy3.analyzer import Parse
    from pymorphy3.dawg import ConditionalProbDistDAWG, WordsDawg

Nodes = tuple[int, ...]
"""Nodes of the dictionary's graph that the same folded letters lead to."""

LISTED: Nodes = (WordGraph.ROOT,)
"""Where the dictionary's graph begins."""

RARE = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn", "Trad", "Init", "voct", "Infr", "Erro", "Dist"})
"""Grammemes of names, of calls, and of what is hardly written."""

_MOST_NODES = 1 << 11


class Reading(NamedTuple):
    """One of the things that a word may be: a form, of these grammemes, of a lexeme."""

    lexeme: Lexeme
    grammemes: frozenset[str]


def readings_of(word: str) -> list[Reading]:
    """Every reading that the dictionary has of a folded word; е stands for ё too."""
    return [reading_of(word, record) for record in records_of(word)]


def base_of(word: str, record: Record) -> tuple[str, frozenset[str]]:
    """Of one of a folded word's readings, the form that dictionaries list, and the grammemes."""
    form, heading = form_of(record), heading_of(record[0])
    return heading.prefix + word[form.stem] + heading.suffix, form.grammemes


def weighed_readings(word: str, records: Sequence[Record]) -> list[tuple[Reading, float]]:
    """Readings of a folded word and their weights, the likeliest first; guesses where the dictionary has none."""
    if not records:
        return [(_guessed(each), each.score) for each in analyzer().parse(word) if "UNKN" not in each.tag.grammemes]
    readings = [reading_of(word, record) for record in records]
    return sorted(zip(readings, weights_of(word, records), strict=True), key=itemgetter(1), reverse=True)


def weights_of(word: str, records: Sequence[Record]) -> Sequence[float]:
    """How likely each of a folded word's records is beside the others, as far as corpora tell."""
    count = _counted().get
    weights = [count(f"{word}:{_tag_text(record)}", 0) for record in records]
    return weights if any(weights) else [1] * len(records)


def reading_of(word: str, record: Record) -> Reading:
    """One of a folded word's readings."""
    form = form_of(record)
    return Reading(Lexeme(word[form.stem], record[0]), form.grammemes)


def _guessed(parse: "Parse") -> Reading:
    (_, word, paradigm, number), *_ = parse.methods_stack
    stem = plain(word)[form_of((paradigm, number)).stem]
    lexeme = Lexeme(stem, paradigm, before=plain(parse.word.removesuffix(word)), is_guess=True)
    return Reading(lexeme, parse.tag.grammemes)


def records_of(word: str) -> list[Record]:
    """The records that the dictionary has of a folded word; е stands for ё too."""
    words, spellings = _listed()
    if "е" not in word:
        return words.get(word) or []
    return [record for _, records in words.similar_items(word, spellings) for record in records]


def listed_among(guesses: Iterable[str]) -> list[str]:
    """The folded words that the dictionary has."""
    words, spellings = _listed()
    alike = words.similar_keys
    return [word for word in guesses if (alike(word, spellings) if "е" in word else word in words)]


@cache
def _listed() -> "tuple[WordsDawg, object]":
    """The dictionary's words, and how they may be spelt otherwise."""
    listed = analyzer().dictionary.words
    return listed, listed.compile_replaces({"е": "ё"})


@lru_cache(maxsize=_MOST_NODES)
def letters_after(nodes: Nodes) -> dict[str, Nodes]:
    """The folded letters that may follow nodes of the dictionary's graph, and where each leads; е is ё too."""
    follows: dict[str, Nodes] = {}
    for letter, below in (each for node in nodes for each in words().letters(node)):
        folded = "е" if letter == "ё" else letter
        follows[folded] = (*follows.get(folded, ()), below)
    return follows


@lru_cache(maxsize=_MOST_NODES)
def is_listed(nodes: Nodes) -> bool:
    """Whether a word of the dictionary may end at one of these nodes of its graph."""
    return any(map(words().is_end, nodes))


def counted(forms: Iterable[str]) -> list[str]:
    """The forms for which corpora tell how likely each reading is; otherwise all count as equally likely."""
    keys = _counted().keys
    return [form for form in forms if keys(f"{form}:")]


@cache
def _counted() -> "ConditionalProbDistDAWG":
    """How often, in corpora, words that may be read in several ways were read in each."""
    return analyzer().prob_estimator.p_t_given_w


@cache
def _tag_text(record: Record) -> str:
    return str(tag_of(record))


@cache
def words() -> WordGraph:
    """Every form of every word of the dictionary."""
    return WordGraph(Path(analyzer().dictionary.path, "words.dawg"))
