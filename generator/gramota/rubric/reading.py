"""An answer as the matcher sees it: words with keys, clauses, and how far apart two words stand."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

from gramota.rubric.fold import Pause, Token, split_words
from gramota.rubric.language import Language
from gramota.rubric.typos import TypoTable

MOST_MISSPELT = 3_000
"""Different unknown words of one answer that are searched for typos."""

FAR = 1_000_000
"""The distance between words of different clauses."""

CONTRAST = 21
"""The cost of «а не»: only a phrase that has such a contrast itself crosses it."""

Keys = tuple[tuple[int, int], ...]
"""(key, slips of the pen) pairs."""


class Seen(NamedTuple):
    """A word of the answer, its span, its keys; `denied_within` for a word that carries its own negation."""

    text: str
    start: int
    end: int
    keys: Keys
    pause: Pause
    denied_within: bool


@dataclass(slots=True)
class Reading:
    """An answer's words in parallel lists; see negation, quoting and contrast for how they are filled."""

    words: list[Seen]
    edges: list[int] = field(default_factory=list)
    """Before each word: 0 nothing, 1 a soft boundary, 2 a turn («а»), 3 the start of a clause."""
    sentences: list[int] = field(default_factory=list)
    clauses: list[int] = field(default_factory=list)
    weights: list[int] = field(default_factory=list)
    """Foreign words before each word."""
    bounds: list[int] = field(default_factory=list)
    """Cost of the boundaries up to each word."""

    def gap(self, last: int, first: int) -> int:
        """Foreign words between two words, with the cost of boundaries; FAR across clauses."""
        if first <= last:
            return 0
        if self.clauses[last] != self.clauses[first]:
            return FAR
        return self.weights[first] - self.weights[last + 1] + self.bounds[first] - self.bounds[last]


class Lexicon:
    """Looks words up among a question's forms; remembers what it found."""

    def __init__(
        self,
        forms: dict[str, tuple[int, ...]],
        beginnings: Sequence[tuple[str, int, int]],
        strangers: dict[str, int],
        language: Language,
    ) -> None:
        self._forms = forms
        self._beginnings = beginnings
        self._typos = TypoTable(forms)
        self._language = language
        self._strangers = strangers
        self._correct = language.free | language.all_negators
        self._remembered: dict[str, tuple[Keys, bool]] = {}

    def has(self, word: str) -> bool:
        """Whether the word is a form as it stands."""
        return word in self._forms

    def look_up(self, word: str, *, forgive: bool) -> tuple[Keys, bool]:
        """The word's keys, and whether it carries a negation of its own; typos only where forgiven."""
        if word in self._remembered:
            return self._remembered[word]
        if len(self._remembered) > 50_000:
            self._remembered.clear()
        found = self._find(word, forgive=forgive)
        if forgive:
            self._remembered[word] = found
        return found

    def _find(self, word: str, *, forgive: bool) -> tuple[Keys, bool]:
        exact = self._exact(word)
        if exact or word in self._correct:
            return exact, False
        prefix = self._language.attached
        rest = word[len(prefix) :]
        if prefix and word.startswith(prefix) and len(rest) >= 5 and rest in self._forms:
            return self._exact(rest), True
        slip = self._typos.find(word) if forgive and not self._is_stranger(word) else None
        return (tuple((key, slip[1]) for key in slip[0]) if slip else ()), False

    def _is_stranger(self, word: str) -> bool:
        """Whether the dictionary has the word as another than any of the rubric's."""
        sizes = range(3, len(word) + 1)
        return any(len(word) - size <= self._strangers.get(word[:size], -1) for size in sizes)

    def _exact(self, word: str) -> Keys:
        begun = [key for text, key, tail in self._beginnings if word.startswith(text) and len(word) <= len(text) + tail]
        return tuple((key, 0) for key in sorted({*self._forms.get(word, ()), *begun}))


def read_answer(answer: str, lexicon: Lexicon, language: Language) -> Reading:
    """Split an answer into words and clauses and look each word up once."""
    tokens = _unhyphenated(split_words(answer, language.abbreviations), lexicon.has)
    distinct: set[str] = set()
    words: list[Seen] = []
    for token in tokens:
        distinct.add(token.text)
        keys, denied = lexicon.look_up(token.text, forgive=len(distinct) <= MOST_MISSPELT)
        words.append(Seen(token.text, token.start, token.end, keys, token.pause, denied))
    reading = Reading(words)
    measure(reading, _edges(words, language), language)
    return reading


def _unhyphenated(tokens: list[Token], has: Callable[[str], bool]) -> list[Token]:
    """Тех-отдел is one word where the rubric has «техотдел», and two otherwise."""
    joined: list[Token] = []
    for token in tokens:
        whole = joined[-1].text + token.text if token.glued and joined else ""
        if whole and has(whole):
            joined[-1] = joined[-1]._replace(text=whole, end=token.end)
        else:
            joined.append(token)
    return joined


def measure(reading: Reading, edges: list[int], language: Language) -> None:
    """Fill the lists that follow from the boundaries."""
    stops = [word.pause == Pause.STOP for word in reading.words]
    weights = [0 if word.text in language.free or word.text in language.all_negators else 1 for word in reading.words]
    reading.edges = edges
    reading.sentences = list(accumulate(map(int, stops)))
    reading.clauses = list(accumulate(int(edge == 3) for edge in edges))
    reading.weights = list(accumulate(weights, initial=0))
    reading.bounds = list(accumulate(_cost(reading.words, at, edge, language) for at, edge in enumerate(edges)))


def _cost(words: list[Seen], at: int, edge: int, language: Language) -> int:
    """In foreign words: a comma 1, «а» 2, «а не» more than any gap."""
    is_contrast = edge == 2 and at + 1 < len(words) and words[at + 1].text in language.negators
    return CONTRAST if is_contrast else edge % 3


def _edges(words: list[Seen], language: Language) -> list[int]:
    return [_edge(words, at, language) for at in range(len(words))]


def _edge(words: list[Seen], at: int, language: Language) -> int:
    word = words[at]
    if word.pause == Pause.STOP:
        return 3
    if word.text in language.breaks or word.text in language.turns:
        follows = words[at + 1].text if at + 1 < len(words) and words[at + 1].pause != Pause.STOP else ""
        if follows not in language.bridges.get(word.text, frozenset()):
            return 3 if word.text in language.breaks else 2
    return 1 if word.pause else 0
