"""The words of an answer, each looked up once: all that most answers need before it is clear what they lack."""

from functools import reduce
from itertools import accumulate
from operator import itemgetter, or_
from typing import NamedTuple

from gramota.rubric.languages.word_class import LATIN
from gramota.rubric.reading.lexicon import Entry, Lexicon
from gramota.rubric.spelling.fold import GLUED, WORD, Pauses, fold_word
from gramota.rubric.spelling.layout import as_meant

MOST_MISSPELT = 400
"""Words of an answer that are searched for slips of the pen; no answer is that long."""

_PAUSES = Pauses()
_CLASSES = itemgetter(Entry._fields.index("classes"))
_PARTS = itemgetter(Entry._fields.index("parts"))


class Words(NamedTuple):
    """An answer in words."""

    pieces: list[str]
    """The answer as given: what stands between, a word, what stands between, … ."""
    entries: list[Entry]
    pauses: list[int]
    """Before each word, as fold tells them."""
    seen: int
    """The classes of all words together."""
    parts: frozenset[int]
    """The parts of phrases that have a word in the answer."""

    def spans(self) -> list[tuple[int, int]]:
        """Start and end of each word in the answer as given, in code points."""
        ends = [*accumulate(map(len, self.pieces))]
        return [*zip(ends[::2], ends[1::2], strict=False)]


def split_answer(answer: str, lexicon: Lexicon) -> Words:
    """Split an answer into words and look each one up."""
    words = _look_up(WORD.split(answer), lexicon)
    if words.seen & LATIN and lexicon.language.is_cyrillic:
        meant = as_meant(answer, lexicon.is_form)
        return words if meant == answer else _look_up(WORD.split(meant), lexicon)
    return words


def pause_of(gap: str) -> int:
    """The pause that a text between two words makes."""
    return _PAUSES[gap]


def _look_up(pieces: list[str], lexicon: Lexicon) -> Words:
    pauses = [*map(_PAUSES.__getitem__, pieces[:-1:2])]
    if GLUED in pauses:
        pieces = _unhyphenated(pieces, lexicon)
        pauses = [*map(_PAUSES.__getitem__, pieces[:-1:2])]
    entries = [*map(lexicon.entries.__getitem__, pieces[1 : 2 * MOST_MISSPELT : 2])]
    entries += map(lexicon.exact.__getitem__, pieces[2 * MOST_MISSPELT + 1 :: 2])
    parts = frozenset().union(*filter(None, map(_PARTS, entries)))
    return Words(pieces, entries, pauses, reduce(or_, map(_CLASSES, entries), 0), parts)


def _unhyphenated(pieces: list[str], lexicon: Lexicon) -> list[str]:
    """Тех-отдел is one word where the rubric has «техотдел», and two otherwise."""
    joined = pieces[:2]
    for gap, raw in zip(pieces[2::2], pieces[3::2], strict=False):
        if _PAUSES[gap] == GLUED and lexicon.is_form(fold_word(joined[-1]) + fold_word(raw)):
            joined[-1] += gap + raw
        else:
            joined += [gap, raw]
    return [*joined, pieces[-1]]
