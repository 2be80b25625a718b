"""A Russian word with all its forms: a stem, and a paradigm, which many words share."""

from collections.abc import Iterable
from functools import cache
from itertools import compress
from typing import TYPE_CHECKING, NamedTuple

from gramota.rubric.forms.opencorpora import analyzer, plain
from gramota.rubric.forms.word_forms import WordForms, forms_from, forms_together

if TYPE_CHECKING:
    from array import array

    from pymorphy3.tagset import OpencorporaTag


Record = tuple[int, int]
"""A paradigm, and the number of a form within it."""


class Form(NamedTuple):
    """What a paradigm puts around a stem to make a form («по», «ее»), folded, and the form's grammemes."""

    prefix: str
    suffix: str
    grammemes: frozenset[str]
    stem: slice
    """Where the stem stands in a word of this form."""


class Forms(NamedTuple):
    """Which forms of a word: with one of `any_of` where that says anything, with all of `all_of`, with none of `no`."""

    any_of: frozenset[str] = frozenset()
    all_of: frozenset[str] = frozenset()
    no: frozenset[str] = frozenset()

    def have(self, grammemes: frozenset[str]) -> bool:
        """Whether a form of these grammemes is among them."""
        is_any = not self.any_of or not self.any_of.isdisjoint(grammemes)
        return is_any and self.all_of <= grammemes and self.no.isdisjoint(grammemes)


ALL_FORMS = Forms()


class Lexeme(NamedTuple):
    """A word with all its forms: a folded stem, and the number of the paradigm that it is inflected by."""

    stem: str
    paradigm: int
    before: str = ""
    """What stands before a word that the dictionary has, in one that it lacks («супер»)."""
    is_guess: bool = False
    """Whether the dictionary lacks it, and it is inflected as words are that end alike."""

    @property
    def grammemes(self) -> frozenset[str]:
        """The grammemes of the form that dictionaries list."""
        return heading_of(self.paradigm).grammemes

    @property
    def is_verb(self) -> bool:
        """Whether dictionaries list it as an infinitive."""
        return "INFN" in self.grammemes

    @property
    def base(self) -> str:
        """The form that dictionaries list."""
        prefix, suffix, _, _ = heading_of(self.paradigm)
        return self.before + prefix + self.stem + suffix

    @property
    def size(self) -> int:
        """How many forms the paradigm has; some may look alike."""
        return len(_columns(self.paradigm)[0])

    def forms(self, wanted: Forms = ALL_FORMS) -> WordForms:
        """The forms, folded."""
        return forms_together(_rows(self, wanted))


def forms_of_all(lexemes: Iterable[tuple[Lexeme, Forms]]) -> WordForms:
    """The forms wanted of each of some lexemes, folded."""
    return forms_together([row for lexeme, wanted in lexemes for row in _rows(lexeme, wanted)])


def _rows(lexeme: Lexeme, wanted: Forms) -> list[WordForms]:
    """Forms for each prefix that they may have; nearly always one row, of those that have none."""
    stem, paradigm, before, _ = lexeme
    return [WordForms(before + prefix + stem + begun, ends) for prefix, begun, ends in _affixes(paradigm, wanted)]


@cache
def _affixes(paradigm: int, wanted: Forms) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Each prefix of a paradigm's forms, nearly always none, and what its suffixes begin with and how they go on."""
    suffixes, tags, prefixes = _columns(paradigm)
    texts = map(_suffixes().__getitem__, suffixes)
    among = map(_among(wanted).__getitem__, tags)
    if not any(prefixes):
        return (("", *forms_from(texts if wanted == ALL_FORMS else compress(texts, among))),)
    by_prefix: dict[int, set[str]] = {}
    for prefix, text in compress(zip(prefixes, texts, strict=True), among):
        by_prefix.setdefault(prefix, set()).add(text)
    return tuple((_prefixes()[prefix], *forms_from(its_texts)) for prefix, its_texts in by_prefix.items())


class _Among(dict[int, bool]):
    """Whether forms of each tag, by its number, are wanted; found out when first asked, for few tags ever are."""

    def __init__(self, wanted: Forms) -> None:
        super().__init__()
        self._wanted = wanted

    def __missing__(self, tag: int) -> bool:
        self[tag] = self._wanted.have(_tags()[tag].grammemes)
        return self[tag]


@cache
def _among(wanted: Forms) -> _Among:
    return _Among(wanted)


@cache
def form_of(record: Record) -> Form:
    """One form of a paradigm; number 0 is the base form."""
    paradigm, number = record
    suffixes, tags, prefixes = _columns(paradigm)
    prefix, suffix = _prefixes()[prefixes[number]], _suffixes()[suffixes[number]]
    return Form(prefix, suffix, _tags()[tags[number]].grammemes, slice(len(prefix), -len(suffix) or None))


@cache
def heading_of(paradigm: int) -> Form:
    """The form of a paradigm that dictionaries list."""
    return form_of((paradigm, 0))


@cache
def _columns(paradigm: int) -> "tuple[array[int], array[int], array[int]]":
    """A paradigm is kept as the numbers of its suffixes, its tags and its prefixes, one after another."""
    numbers = analyzer().dictionary.paradigms[paradigm]
    size = len(numbers) // 3
    return numbers[:size], numbers[size : 2 * size], numbers[2 * size :]


def tag_of(record: Record) -> "OpencorporaTag":
    """The tag of one form of a paradigm, as pymorphy3 has it."""
    paradigm, number = record
    return _tags()[_columns(paradigm)[1][number]]


@cache
def _tags() -> "list[OpencorporaTag]":
    return [*analyzer().dictionary.gramtab]


@cache
def _prefixes() -> list[str]:
    return [*map(plain, analyzer().dictionary.paradigm_prefixes)]


@cache
def _suffixes() -> list[str]:
    return [*map(plain, analyzer().dictionary.suffixes)]
