"""An answer as the matcher sees it: words with keys and classes, clauses, and how far apart two words stand."""

from dataclasses import dataclass
from itertools import accumulate
from operator import itemgetter

from gramota.rubric.languages.language import Language, Rows
from gramota.rubric.languages.word_class import ABBREVIATION, BREAK, NEGATOR, OPENER, TURN
from gramota.rubric.reading.lexicon import Entry
from gramota.rubric.reading.words import Words, pause_of
from gramota.rubric.spelling.fold import DOT, GLUED, STOP

FAR = 1_000_000
"""The distance between words of different clauses."""

CONTRAST = 21
"""The cost of «а не»: only a phrase that has such a contrast itself crosses it."""

TURNING = 2
"""The edge before a turn («а»)."""

START = 3
"""The edge at which a clause starts."""

_EDGES = (0, 1, 1, START)
"""The edge that each pause makes."""

_CLASSES = itemgetter(Entry._fields.index("classes"))
_WEIGHT = itemgetter(Entry._fields.index("weight"))

_OUTSIDE = [0, 0, 0, 0]
"""The classes of the places before the first word and after the last."""


@dataclass(slots=True)
class Reading:
    """An answer's words in parallel lists."""

    words: list[Entry]
    pauses: list[int]
    """Before each word; of STOP, SOFT, DASH and NONE."""
    classes: list[int]
    """Of each word; none of the places around."""
    edges: list[int]
    """Before each word: 0 nothing, 1 a soft boundary, 2 a turn («а»), 3 the start of a clause."""
    weights: list[int]
    """Foreign words before each word."""
    bounds: list[int]
    """Cost of the boundaries up to each word, in foreign words: a comma 1, «а» 2, «а не» CONTRAST, a clause FAR."""
    pieces: list[str]
    """The answer as given, as Words has it."""

    def gap(self, last: int, first: int) -> int:
        """Foreign words between two words, with the cost of boundaries."""
        if first <= last:
            return 0
        return self.weights[first] - self.weights[last + 1] + self.bounds[first] - self.bounds[last]

    def sign_before(self, at: int, signs: str) -> bool:
        """Whether any of these signs stands right before a word."""
        return any(sign in self.pieces[2 * at] for sign in signs)

    def text(self, at: int) -> str:
        """A word's folded text, or nothing beyond the ends."""
        return self.words[at].text if 0 <= at < len(self.words) else ""

    def edge(self, at: int) -> int:
        """The edge before a word; the end of the answer is one, too."""
        return self.edges[at] if at < len(self.edges) else START

    def row(self, at: int, rows: Rows) -> int:
        """How many words at a place make a listed sequence within a sentence («ой, нет»), 0 for none."""
        listed = rows.get(self.text(at))
        if not listed:
            return 0
        second = self.text(at + 1)
        for row in listed:
            if (len(row) == 1 or row[1] == second) and self._stands(at, at + len(row), row):
                return len(row)
        return 0

    def _stands(self, at: int, end: int, row: tuple[str, ...]) -> bool:
        return tuple([word.text for word in self.words[at:end]]) == row and STOP not in self.pauses[at + 1 : end]

    def sentences(self) -> list[int]:
        """The number of each word's sentence."""
        return list(accumulate(pause == STOP for pause in self.pauses))


def read(words: Words, language: Language) -> Reading:
    """Find the clauses of an answer, and how far apart its words stand."""
    entries = [*words.entries]
    pauses = [0, *words.pauses[1:]]
    classes = [*map(_CLASSES, entries), *_OUTSIDE]
    if max(pauses) > STOP:
        _settle(pauses, words.pieces, entries)
    edges = [*map(_EDGES.__getitem__, pauses[: len(entries)])]
    if words.seen & (BREAK | TURN | OPENER):
        _turn(edges, pauses, entries, language)
    if entries and entries[0].text == "1":
        _itemise(edges, entries)
    weights = [*accumulate(map(_WEIGHT, entries), initial=0)]
    bounds = [*accumulate(edges)] if max(edges, default=0) < 2 else _bounds(edges, classes)
    return Reading(entries, pauses, classes, edges, weights, bounds, words.pieces)


def _settle(pauses: list[int], pieces: list[str], words: list[Entry]) -> None:
    """Tell by their neighbours what pauses are: a full stop after an abbreviation or inside a number is none."""
    for at, pause in enumerate(pauses):
        if pause > STOP:
            is_inner = pause == DOT and at > 0 and _is_inner_stop(pieces[2 * at], pieces[2 * at + 1], words[at - 1])
            rest = pause_of(pieces[2 * at].replace(".", "")) if is_inner else STOP
            pauses[at] = 0 if GLUED in (pause, rest) else rest


def _is_inner_stop(gap: str, raw: str, before: Entry) -> bool:
    if raw[0] != raw[0].lower():
        return False
    is_number = gap == "." and "0" <= raw[0] <= "9" and "0" <= before.text[-1:] <= "9"
    return is_number or before.classes & ABBREVIATION > 0


def _turn(edges: list[int], pauses: list[int], words: list[Entry], language: Language) -> None:
    """Mark the edges that a conjunction makes («но», «а»), unless the word after it says otherwise («но и»).

    A conjunction that wants a comma has one («скидок не даю потому что …»), save when it is denied («не потому что …»).
    """
    for at, word in enumerate(words):
        if word.classes & OPENER and not (at and words[at - 1].classes & NEGATOR):
            edges[at] = edges[at] or 1
        elif word.classes & (BREAK | TURN) and edges[at] < START:
            goes_on = at + 1 < len(words) and pauses[at + 1] != STOP
            if not goes_on or words[at + 1].text not in language.bridges.get(word.text, ()):
                edges[at] = START if word.classes & BREAK else TURNING


def _itemise(edges: list[int], words: list[Entry]) -> None:
    """«1 отвечаю сразу 2 не тяну с расчётом 3 звоню»: a list, even where no full stop follows its numbers."""
    item = 2
    for at, word in enumerate(words):
        if word.text == f"{item}":
            edges[at] = START
            item += 1


def _bounds(edges: list[int], classes: list[int]) -> list[int]:
    costs = (0, 1, 2, FAR)
    denied_turns = (
        CONTRAST if edge == TURNING and classes[at + 1] & NEGATOR else costs[edge] for at, edge in enumerate(edges)
    )
    return [*accumulate(denied_turns)]
