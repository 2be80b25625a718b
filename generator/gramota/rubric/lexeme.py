"""A Russian word with all its forms: a stem, and a paradigm, which many words share."""

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from gramota.rubric.opencorpora import analyzer, plain

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

    @property
    def heading(self) -> Form:
        """What makes the form that dictionaries list."""
        return form_of((self.paradigm, 0))

    @property
    def base(self) -> str:
        """The form that dictionaries list."""
        form = self.heading
        return self.before + form.prefix + self.stem + form.suffix

    @property
    def size(self) -> int:
        """How many forms the paradigm has; some may look alike."""
        return len(analyzer().dictionary.paradigms[self.paradigm]) // 3

    def forms(self, wanted: Forms = ALL_FORMS) -> set[str]:
        """The forms, folded."""
        found: set[str] = set()
        for prefix, suffixes in _affixes(self.paradigm, wanted):
            begun = self.before + prefix + self.stem
            found.update([begun + suffix for suffix in suffixes])
        return found


@cache
def _affixes(paradigm: int, wanted: Forms) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The prefixes of a paradigm's forms, nearly always none, each with its suffixes: a few strings for many forms."""
    suffixes, tags, prefixes = _columns(paradigm)
    among = _tags(wanted)
    affixes: dict[int, dict[int, None]] = {}
    for suffix, tag, prefix in zip(suffixes, tags, prefixes, strict=True):
        if tag in among:
            affixes.setdefault(prefix, {})[suffix] = None
    return tuple((_prefix(prefix), tuple(map(_suffix, ends))) for prefix, ends in affixes.items())


@cache
def _tags(wanted: Forms) -> frozenset[int]:
    """The numbers of the tags that wanted forms have."""
    tags = enumerate(analyzer().dictionary.gramtab)
    return frozenset(number for number, tag in tags if wanted.have(tag.grammemes))


@cache
def form_of(record: Record) -> Form:
    """One form of a paradigm; number 0 is the base form."""
    paradigm, number = record
    suffixes, _, prefixes = _columns(paradigm)
    return Form(_prefix(prefixes[number]), _suffix(suffixes[number]), tag_of(record).grammemes)


def _columns(paradigm: int) -> "tuple[array[int], array[int], array[int]]":
    """A paradigm is kept as the numbers of its suffixes, its tags and its prefixes, one after another."""
    numbers = analyzer().dictionary.paradigms[paradigm]
    size = len(numbers) // 3
    return numbers[:size], numbers[size : 2 * size], numbers[2 * size :]


def tag_of(record: Record) -> "OpencorporaTag":
    """The tag of one form of a paradigm, as pymorphy3 has it."""
    paradigm, number = record
    return analyzer().dictionary.gramtab[_columns(paradigm)[1][number]]


def _prefix(number: int) -> str:
    return plain(analyzer().dictionary.paradigm_prefixes[number])


@cache
def _suffix(number: int) -> str:
    return plain(analyzer().dictionary.suffixes[number])


def lexeme_of(word: str, record: Record, before: str = "") -> Lexeme:
    """The lexeme of a folded word of this record."""
    prefix, suffix, _ = form_of(record)
    return Lexeme(word[len(prefix) : len(word) - len(suffix)], record[0], before)
