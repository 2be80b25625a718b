"""The OpenCorpora dictionary of Russian (pymorphy3, loaded on first use): lexemes, their forms, and looking them up."""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from gramota.rubric.word_graph import END_OF_WORD, Start, WordGraph

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer
    from pymorphy3.analyzer import Parse

_YE = "е".encode()
_YO = "ё".encode()


class Form(NamedTuple):
    """What a paradigm puts around a stem to make a form («по», «ее»), folded, and the form's grammemes."""

    prefix: str
    suffix: str
    grammemes: frozenset[str]


class Lexeme(NamedTuple):
    """A word with all its forms: a folded stem, and the number of the paradigm that it is inflected by."""

    stem: str
    paradigm: int

    @property
    def base(self) -> str:
        """The form that dictionaries list."""
        form = paradigm_of(self.paradigm)[0]
        return form.prefix + self.stem + form.suffix

    @property
    def forms(self) -> list[str]:
        """Every form, folded, in the order of the paradigm."""
        return [form for form, _ in self.inflected]

    @property
    def inflected(self) -> "tuple[Inflected, ...]":
        """(form, grammemes) of every form, folded, in the order of the paradigm."""
        return _inflected(self)


Inflected = tuple[str, frozenset[str]]
"""A folded form and its grammemes."""


@cache
def _inflected(lexeme: Lexeme) -> tuple[Inflected, ...]:
    return tuple(
        [(prefix + lexeme.stem + suffix, grammemes) for prefix, suffix, grammemes in paradigm_of(lexeme.paradigm)]
    )


@cache
def analyzer() -> "MorphAnalyzer":
    """The one analyzer of the process; about 0.1 s to load."""
    from pymorphy3 import MorphAnalyzer  # noqa: PLC0415 - nobody waits for the dictionary before it is needed

    return MorphAnalyzer(lang="ru")


@cache
def paradigm_of(number: int) -> tuple[Form, ...]:
    """The forms of a paradigm; the first is the base form."""
    rows = analyzer().dictionary.build_paradigm_info(number)
    return tuple(Form(prefix, plain(suffix), tag.grammemes) for prefix, tag, suffix in rows)


def inflected(parse: "Parse") -> tuple[Inflected, ...]:
    """(form, grammemes) of every form of a word as parsed, folded; of a word that the dictionary lacks, as guessed."""
    (_, word, paradigm, number), *guesses = parse.methods_stack
    if guesses:
        return tuple((plain(each.word), each.tag.grammemes) for each in parse.lexeme)
    return lexeme_of(plain(word), (paradigm, number)).inflected


def readings_of(word: str) -> list[tuple[Lexeme, frozenset[str]]]:
    """(lexeme, grammemes) of every reading that the dictionary has of a folded word; е stands for ё too."""
    return [
        (lexeme_of(word, record), paradigm_of(record[0])[record[1]].grammemes)
        for _, records in analyzer().dictionary.words.similar_items(word, _spellings())
        for record in records
    ]


@cache
def _spellings() -> object:
    return analyzer().dictionary.words.compile_replaces({"е": "ё"})


def lexeme_of(word: str, record: tuple[int, int]) -> Lexeme:
    """The lexeme of a folded word, by its record: (paradigm, number of the form within it)."""
    paradigm, number = record
    prefix, suffix, _ = paradigm_of(paradigm)[number]
    return Lexeme(word[len(prefix) : len(word) - len(suffix)], paradigm)


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


def is_counted(form: str) -> bool:
    """Whether the corpora tell how likely each reading of a form is; otherwise all count as equally likely."""
    return bool(analyzer().prob_estimator.p_t_given_w.keys(f"{form}:"))


@cache
def words() -> WordGraph:
    """Every form of every word of the dictionary."""
    return WordGraph(Path(analyzer().dictionary.path, "words.dawg"))


def plain(word: str) -> str:
    """A dictionary's spelling folded: ё as е, and without the hyphen of a word's first part."""
    return word.replace("ё", "е").removesuffix("-")
