"""Words that a message names: shortened, listed, compared with the words that would be known."""

import re
from collections.abc import Iterable, Sequence
from posixpath import basename

# Cyrillic letters that look like the Latin ones on the same screen.
_LATIN_TWINS = str.maketrans("аверосухкмнтіјѕАВЕРОСУХКМНТІЈЅ", "abepocyxkmhtijsABEPOCYXKMHTIJS")
_INVISIBLE = re.compile(r"[\u00a0\u00ad\u200b-\u200f\u2060\ufeff]")


def suggestion(word: str, known: Iterable[str]) -> str:
    """Return the known word most like `word`, or an empty string where none is like it."""
    return _nearest(word.casefold(), sorted(known), like=60)


def likely_path(written: str, known: Iterable[str]) -> str:
    """Return the known path most like the written one; one of the same name in another folder before all others."""
    paths = sorted(known)
    same_name = [path for path in paths if basename(path) == basename(written)]
    return _nearest(written, same_name, like=0) or suggestion(written, paths)


def _nearest(written: str, known: Sequence[str], like: int) -> str:
    """Return the nearest that is alike to so many of a hundred, or an empty string."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - nobody waits for it who makes no mistakes

    best = process.extractOne(written, known, scorer=fuzz.ratio, score_cutoff=like)
    return best[0] if best else ""


def latin_twin(word: str) -> str:
    """Return the word with Latin letters in place of those that only look Latin, and without what cannot be seen."""
    return _INVISIBLE.sub("", word).translate(_LATIN_TWINS)


def shorten(text: str) -> str:
    """Return the text in one line of at most 60 characters."""
    line = " ".join(text.split())
    return line if len(line) <= 60 else line[:57] + "…"


def listed(names: Iterable[str]) -> str:
    """Return the names as people write a list, the first twenty of them; a dash where there is none."""
    shown = list(names)
    return ", ".join([*map(shorten, shown[:20]), *(["…"] if len(shown) > 20 else [])]) or "—"
