"""Words that a spelling dictionary has (pyspellchecker, loaded on first use), for languages other than Russian."""

import gzip
import json
import re
from collections.abc import Container, Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from gramota.rubric.typos import SHORTEST_FOR_ONE

_KEY = re.compile(r'"([^"]+)":')
"""A word of a dictionary's JSON without escapes: its number says how often it is met, and nobody asks."""


class SpeltWords(NamedTuple):
    """The words of a dictionary, in lower case, and the letters that they are spelt with."""

    words: Container[str]
    letters: str


@cache
def spelt_words(code: str) -> SpeltWords:
    """Every word of the dictionary of a language; none where there is no dictionary."""
    words = _listed(code)
    letters = {sign for sign in {*"".join(words)} if sign.isalpha()}
    return SpeltWords(_packed(words), "".join(sorted(letters)))


def _listed(code: str) -> list[str]:
    """The words of the file that the dictionary's own program reads, and takes many times as long to count them."""
    file = files("spellchecker").joinpath("resources", f"{code}.json.gz")
    if not file.is_file():
        return []
    text = gzip.decompress(file.read_bytes()).decode().lower()
    return sorted(json.loads(text) if "\\" in text else _KEY.findall(text))


def _packed(words: list[str]) -> Container[str]:
    """Words as a graph take a thirtieth of the room that they take in a set, and are found as fast."""
    try:
        from dawg import DAWG  # noqa: PLC0415 - not for Russian, either
    except ImportError:  # where pymorphy3 does without it, too
        return frozenset(words)
    packed: Container[str] = DAWG(words)
    return packed


def spelt_words_near(forms: Iterable[str], code: str) -> frozenset[str]:
    """The dictionary's words of five letters or more that one slip of the pen parts from any of the forms."""
    known, letters = spelt_words(code)
    near = {slip for form in forms if form.isalpha() for slip in _slips(form, letters) if slip in known}
    return frozenset(word for word in near if len(word) >= SHORTEST_FOR_ONE)


def _slips(word: str, letters: str) -> Iterator[str]:
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        yield from (head + letter + tail for letter in letters)
        if tail:
            yield head + tail[1:]
            yield from (head + letter + tail[1:] for letter in letters)
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
