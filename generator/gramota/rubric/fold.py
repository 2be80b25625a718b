"""Fold text to plain words: one spelling for what a reader would call the same word, with code-point spans."""

import re
import unicodedata
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

LONGEST_WORD = 60
"""Code points of a word that are read; what is beyond cannot be a word of a rubric."""

_LATIN_TWINS = "aceopxykmthbi"
_CYRILLIC_TWINS = "асеорхукмтнві"
_TO_CYRILLIC = str.maketrans(_LATIN_TWINS, _CYRILLIC_TWINS.replace("і", "и"))

_INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_MARKS = "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u093c-\u094d\u0e31-\u0e3a\ufe00-\ufe0f"
_APOSTROPHES = "'\u2019\u02bc"
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{_INVISIBLE}{_MARKS}]|[{_APOSTROPHES}](?=[^\W\d_]))*")
_DROPPED = re.compile(rf"[{_INVISIBLE}{_APOSTROPHES}]")
_HYPHENS = frozenset({"-", "\u2010", "\u2011"})
_PLAIN_GAPS = frozenset({"", " "})
_HAS_CYRILLIC = re.compile("[\u0400-\u04ff]")

_STOPS = re.compile("[!?;\u2026\n\r\u2028\u2029\u2022\u25aa\u25cf\u00b7]|\\.\\.")
_DASHES = re.compile("[\u2014\u2013\u2212]|\\s-+\\s|--")
_PAUSES = re.compile("[,:()+]")


class Pause(IntEnum):
    """What stands between a word and the word before it."""

    NONE = 0
    DASH = 1
    SOFT = 2
    STOP = 3


class Token(NamedTuple):
    """A folded word, its span in the original text, and the pause before it; glued means a hyphen joins it."""

    text: str
    start: int
    end: int
    pause: Pause
    glued: bool


@lru_cache(maxsize=1 << 16)
def fold_word(raw: str) -> str:
    """Lower case, NFC, ё as е, no stress marks, soft hyphens or zero-width signs, no Latin twins among Cyrillic."""
    text = raw if raw.isalnum() else _DROPPED.sub("", raw)
    text = unicodedata.normalize("NFC", text).lower().replace("ё", "е")
    text = "".join(sign for sign in text if unicodedata.category(sign) != "Mn")
    return text.translate(_TO_CYRILLIC) if _HAS_CYRILLIC.search(text) else text


def split_words(text: str, abbreviations: frozenset[str] = frozenset()) -> list[Token]:
    """Split a text into folded words; a full stop after an abbreviation or inside a number is no pause."""
    tokens: list[Token] = []
    last = 0
    for found in _WORD.finditer(text):
        start, end = found.span()
        gap, raw = text[last:start], text[start:end]
        pause = Pause.NONE if gap in _PLAIN_GAPS else _pause_of(gap, raw, tokens, abbreviations)
        tokens.append(Token(fold_word(raw[:LONGEST_WORD]), start, end, pause, gap in _HYPHENS))
        last = end
    return tokens


def _pause_of(gap: str, word: str, before: list[Token], abbreviations: frozenset[str]) -> Pause:
    if not before:
        return Pause.NONE
    if _STOPS.search(gap) or ("." in gap and not _is_inner_stop(gap, word, before[-1], abbreviations)):
        return Pause.STOP
    if _PAUSES.search(gap):
        return Pause.SOFT
    return Pause.DASH if _DASHES.search(gap) else Pause.NONE


def _is_inner_stop(gap: str, word: str, before: Token, abbreviations: frozenset[str]) -> bool:
    if word[0].isupper() or not gap.startswith("."):
        return False
    in_number = gap == "." and word[0].isdigit() and before.text[-1].isdigit()
    return in_number or before.text in abbreviations
