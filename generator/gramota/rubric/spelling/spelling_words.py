"""Words that a spelling dictionary has (pyspellchecker, loaded on first use), for languages other than Russian."""

import gzip
import json
import re
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import chain
from string import ascii_lowercase
from typing import NamedTuple

from gramota.rubric.spelling.typos import SHORTEST_FOR_ONE, SHORTEST_MISSPELT

_KEY = re.compile(r'"([^"]+)":')
"""A word of a dictionary's JSON without escapes: its number says how often it is met, and nobody asks."""


_PART = 1 << 16
_ASCII = bytes(range(128))


class SpeltWords(NamedTuple):
    """The words of a dictionary, in lower case, and the letters that they are spelt with."""

    words: Container[str]
    letters: str


@cache
def spelt_words(code: str) -> SpeltWords:
    """Every word of the dictionary of a language; none where there is no dictionary."""
    file = files("spellchecker").joinpath("resources", f"{code}.json.gz")
    if not file.is_file():
        return SpeltWords((), "")
    return SpeltWords(_packed(file), "".join(sorted(_letters(file))))


def _packed(file: Traversable) -> Container[str]:
    """Words as a graph take a thirtieth of the room that they take in a set, and are found as fast."""
    try:
        from dawg import DAWG, Error  # noqa: PLC0415 - not for Russian, either
    except ImportError:  # where pymorphy3 does without it, too
        return frozenset(_words(file))
    packed: Container[str]
    try:
        # Most files are in order: then all words are never in memory at once.
        packed = DAWG(_words(file), input_is_sorted=True)
    except Error:
        packed = DAWG(_words(file))
    return packed


def _words(file: Traversable) -> Iterator[str]:
    for part in _parts(file):
        yield from _escaped(part) if "\\" in part else _KEY.findall(part)


def _escaped(part: str) -> Iterable[str]:
    words: dict[str, int] = json.loads("{" + part.strip("{},\r\n") + "}")
    return words


def _letters(file: Traversable) -> set[str]:
    """Of ASCII each letter is looked for: to gather them one by one would take longer than all else."""
    found: set[str] = set()
    for part in _parts(file):
        found.update(letter for letter in ascii_lowercase if letter not in found and letter in part)
        found.update(part.encode().translate(None, _ASCII).decode())
    return {sign for sign in found if sign.isalpha()}


def _parts(file: Traversable) -> Iterator[str]:
    """Yield the dictionary's JSON some lines at a time, in lower case; a word and its number stand in one line.

    The dictionary's own program takes many times as long to count what it reads.
    """
    rest = b""
    with file.open("rb") as packed, gzip.open(packed) as lines:
        while read := lines.read(_PART):
            whole, _, rest = (rest + read).rpartition(b"\n")
            yield whole.decode().lower()
    yield rest.decode().lower()


def spelt_words_near(forms: Iterable[str], code: str) -> frozenset[str]:
    """The dictionary's words that one slip of the pen parts from any of the forms of five letters or more."""
    known, letters = spelt_words(code)
    long_enough = (form for form in forms if form.isalpha() and len(form) >= SHORTEST_FOR_ONE)
    near = chain.from_iterable(filter(known.__contains__, _slips(form, letters)) for form in long_enough)
    return frozenset(word for word in near if len(word) >= SHORTEST_MISSPELT)


def _slips(word: str, letters: str) -> Sequence[str]:
    slips = []
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        slips += [head + letter + tail for letter in letters]
        if tail:
            slips.append(head + tail[1:])
            slips += [head + letter + tail[1:] for letter in letters]
        if len(tail) > 1:
            slips.append(head + tail[1] + tail[0] + tail[2:])
    return slips
