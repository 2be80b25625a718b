"""What each word of an answer is: a form of the rubric's words, a misspelt one, a word with a part in grammar."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from gramota.rubric.languages.endings import ends_in
from gramota.rubric.languages.language import Language
from gramota.rubric.languages.word_class import ANY_NEGATOR, ATTACHED, FREE, LATIN
from gramota.rubric.spelling.fold import LONGEST_WORD, as_cyrillic, fold_word
from gramota.rubric.spelling.typos import SHORTEST_MISSPELT, TypoTable

MOST_REMEMBERED = 50_000
SHORTEST_ATTACHED = 5
"""Letters of a word that «не» may be written together with."""

_NO_PARTS: frozenset[int] = frozenset()

Keys = tuple[tuple[int, int], ...]
"""(key, slips of the pen) pairs."""


class Entry(NamedTuple):
    """A word: folded text, keys, classes, 1 where it counts as foreign between others, parts of phrases it serves."""

    text: str
    keys: Keys
    classes: int
    weight: int
    parts: frozenset[int]


class _Remembered(dict[str, Entry]):
    """Entries by words as typed, each made when first asked for."""

    def __init__(self, entry_of: Callable[[str], Entry]) -> None:
        super().__init__()
        self._entry_of = entry_of

    def __missing__(self, raw: str) -> Entry:
        entry = self._entry_of(raw)
        if len(raw) <= LONGEST_WORD and len(self) < MOST_REMEMBERED:
            self[raw] = entry
        return entry


class _Beginnings:
    """Keys of words that begin so, looked up by a word's first letters."""

    def __init__(self, beginnings: Iterable[tuple[str, int, int]]) -> None:
        self._rows: dict[str, list[tuple[int, int]]] = {}
        for start, key, tail in beginnings:
            self._rows.setdefault(start, []).append((key, len(start) + tail))
        self._lengths = sorted({len(start) for start in self._rows})

    def keys_of(self, text: str) -> list[int]:
        """The keys of each beginning of the word that has not too many letters after it."""
        begun = [row for length in self._lengths for row in self._rows.get(text[:length], ())]
        return [key for key, longest in begun if len(text) <= longest]


class Lexicon:
    """Looks words up as typed: `entries` forgives slips of the pen, `exact` does not."""

    def __init__(
        self,
        typos: TypoTable,
        beginnings: Sequence[tuple[str, int, int]],
        parts: Mapping[int, frozenset[int]],
        is_stranger: Callable[[str], bool],
        language: Language,
    ) -> None:
        self.forms = typos.forms
        self.language = language
        self._beginnings = _Beginnings(beginnings)
        self._parts = parts
        self._is_stranger = is_stranger
        self._typos = typos
        self.entries = _Remembered(self._forgiving_entry)
        self.exact = _Remembered(self._exact_entry)

    def is_form(self, text: str) -> bool:
        """Whether the folded word is a form as it stands."""
        return text in self.forms

    def fold(self, raw: str) -> str:
        """The word folded; one of Latin letters that look Cyrillic is read as Cyrillic where that makes it known."""
        text = fold_word(raw)
        twin = as_cyrillic(text) if self.language.is_cyrillic else text
        return twin if twin != text and not self.exact_keys(text) and self._is_known(twin) else text

    def _exact_entry(self, raw: str) -> Entry:
        text = self.fold(raw)
        return self._entry(text, _unslipped(self.exact_keys(text)))

    def _forgiving_entry(self, raw: str) -> Entry:
        text = self.fold(raw)
        exact = self.exact_keys(text)
        rest = text.removeprefix(self.language.attached)
        if not exact and SHORTEST_ATTACHED <= len(rest) < len(text) and rest in self.forms:
            return self._entry(text, _unslipped(self.exact_keys(rest)), ATTACHED)
        if exact or text in self.language.classes or _is_abbreviation(raw):
            return self._entry(text, _unslipped(exact))
        keys, slips = self._typos.find(text)
        forgiven = () if slips == 1 and self._is_stranger(text) else keys
        return self._entry(text, tuple((key, slips) for key in forgiven))

    def exact_keys(self, text: str) -> tuple[int, ...]:
        """The keys that a folded word is a form of as it stands, sorted."""
        begun = self._beginnings.keys_of(text)
        forms = self.forms.get(text, ())
        return tuple(sorted({*forms, *begun})) if begun else forms

    def _is_known(self, text: str) -> bool:
        return bool(self.exact_keys(text) or self.language.classes.get(text))

    def _entry(self, text: str, keys: Keys, classes: int = 0) -> Entry:
        classes |= self.language.classes.get(text, 0) | self._by_ending(text)
        parts = frozenset().union(*[self._parts.get(key, ()) for key, _ in keys]) if keys else _NO_PARTS
        return Entry(text, keys, classes, 0 if classes & (FREE | ANY_NEGATOR) else 1, parts)

    def _by_ending(self, text: str) -> int:
        found = LATIN if text.isascii() and not text.isdigit() else 0
        for bits, shortest, endings, false_endings in self.language.endings:
            if len(text) >= shortest and ends_in(text, (endings, false_endings)):
                found |= bits
        return found


def _is_abbreviation(raw: str) -> bool:
    """Four capitals are no misspelt word of five: EBIT is no debit."""
    return len(raw) == SHORTEST_MISSPELT and raw == raw.upper()


def _unslipped(keys: Iterable[int]) -> Keys:
    return tuple((key, 0) for key in keys)
