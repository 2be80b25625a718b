"""Fold text to plain words: one spelling for what a reader would call the same word, with what stands between.

The classes of signs are listed by code point and not taken from Unicode's tables, of which Python and each browser
have another version.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

LONGEST_WORD = 60
"""Code points of a word that are read; what is beyond cannot be a word of a rubric."""

_APOSTROPHES = "'`\u2019\u02bc"
_MARKS = "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u0610-\u061a\u064b-\u065f\u0670\ufe00-\ufe0f"
_INNER = f"{_APOSTROPHES}{_MARKS}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
"""Signs within a word that are not read: apostrophes, stress marks, what cannot be seen."""

_BETWEEN = (
    r"\0-&(-/:-@\[-_{-\u00a9\u00ab\u00ac\u00ae-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7\u055a-\u055f\u0589\u05be"
    r"\u060c\u061b\u061f\u066a-\u066d\u06d4\u0964\u0965\u2000-\u200a\u2010-\u2018\u201a-\u2029\u202f-\u205f"
    r"\u2070-\u2bff\u2e00-\u2e7f\u3000-\u3003\u3008-\u3030\u303d-\u303f\ud800-\uf8ff\ufe10-\ufe1f\ufe30-\ufe6f"
    r"\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\uffe0-\U0000ffff\U0001f000-\U0001ffff\U000e0000-\U0010ffff"
)
"""Signs between words: spaces, punctuation, symbols, emoji; any other is part of a word."""

WORD = re.compile(f"([^{_BETWEEN}{_INNER}]+(?:[{_INNER}]+[^{_BETWEEN}{_INNER}]+)*)")
_UNREAD = re.compile(f"[{_INNER}\u2010\u2011-]+")

_TO_CYRILLIC = str.maketrans("aceopxykmthbi", "асеорхукмтнви")
_HAS_CYRILLIC = re.compile("[\u0400-\u04ff]")
_ONLY_TWINS = re.compile("[aceopxykmthb]+")

_STOPS = re.compile("[!?;\u2026\n\r\u2028\u2029\u2022\u25aa\u25cf\u00b7]|\\.\\.")
_DASHES = re.compile("[\u2014\u2013\u2212]|[ \t\u00a0]-+[ \t\u00a0]|--")
_PAUSES = re.compile("[,:()+\u2600-\u27bf\ud83c-\ud83e\U0001f000-\U0001fbff]")
"""Pictures, too: people put them where a comma or a full stop would be. Halves of them are as a browser sees them."""

_HYPHENS = frozenset({"-", "\u2010", "\u2011"})


NONE, DASH, SOFT, STOP, GLUED, DOT, LATER_DOT = range(7)
"""What stands between a word and the word before it, weakest first. GLUED is a hyphen and nothing else. DOT is a full
stop, LATER_DOT one after a bracket or a quotation mark: its neighbours tell whether it ends a sentence."""


class Token(NamedTuple):
    """A folded word and its span in the text; glued means a hyphen joins it to the word before it."""

    text: str
    start: int
    end: int
    glued: bool


@lru_cache(maxsize=1 << 16)
def fold_word(raw: str) -> str:
    """Lower case, NFC, ё as е, no stress marks, soft hyphens or zero-width signs, no Latin twins among Cyrillic."""
    plain = _UNREAD.sub("", unicodedata.normalize("NFC", raw).lower())
    text = unicodedata.normalize("NFC", plain).replace("ё", "е")[:LONGEST_WORD]
    return text.translate(_TO_CYRILLIC) if _HAS_CYRILLIC.search(text) else text


def as_cyrillic(word: str) -> str:
    """The folded word as typed with Latin letters that look Cyrillic («CPM» for срм); itself where it has others."""
    return word.translate(_TO_CYRILLIC) if _ONLY_TWINS.fullmatch(word) else word


def split_words(text: str) -> list[Token]:
    """Split a text into folded words with their spans."""
    pieces = WORD.split(text)
    tokens: list[Token] = []
    at = 0
    for gap, raw in zip(pieces[::2], pieces[1::2], strict=False):
        start = at + len(gap)
        at = start + len(raw)
        tokens.append(Token(fold_word(raw), start, at, bool(tokens) and gap in _HYPHENS))
    return tokens


class Pauses(dict[str, int]):
    """The pause that each text between words makes, as a plain number, remembered."""

    def __missing__(self, gap: str) -> int:
        pause = _pause_of(gap)
        if len(gap) < 8 and len(self) < 10_000:
            self[gap] = pause
        return pause


def _pause_of(gap: str) -> int:
    if gap in _HYPHENS:
        return GLUED
    if _STOPS.search(gap):
        return STOP
    if "." in gap:
        return DOT if gap.startswith(".") else LATER_DOT
    if _PAUSES.search(gap):
        return SOFT
    return DASH if _DASHES.search(gap) else NONE
