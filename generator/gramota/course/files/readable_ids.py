"""Ids that people can read, from titles in any language: «1. Маржа по сделкам» is marzha-po-sdelkam."""

import re
import unicodedata
from collections.abc import Iterator

from gramota.course.files.folder import WINDOWS_NAMES

# As Russian names are written in Latin letters in a passport, but for the softer signs, which are left out.
_LATIN = {
    **dict(zip("абвгдеёзийклмнопрстуфыэіўґøłđı", "abvgdeeziyklmnoprstufyeiugoldi", strict=True)),
    **dict(zip("жхцчшюяїєßæ", ("zh", "kh", "ts", "ch", "sh", "yu", "ya", "yi", "ye", "ss", "ae"), strict=True)),
    **dict(zip("щъь", ("shch", "", ""), strict=True)),
}
LONGEST = 40
# And what a site's pages are called.
_TAKEN = WINDOWS_NAMES | {"index"}
_NUMBER_IN_FRONT = re.compile(r"^\s*(?:[0-9]+[.)]?)+\s+(?=\S)")


def make_id(text: str, otherwise: str) -> str:
    """Return an id of at most 40 characters that says what the text does, or `otherwise` where it has no letters."""
    letters = "".join(_latin_letters(_NUMBER_IN_FRONT.sub("", text).lower()))
    words = re.findall(r"[a-z0-9]+", letters)
    chosen = _fitting(words)
    return f"{chosen}-1" if chosen in _TAKEN else chosen or otherwise


class Ids:
    """Ids of one file, none given twice."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def make(self, text: str, otherwise: str) -> str:
        """Return an id for the text that nothing else in the file has."""
        wanted = make_id(text, otherwise)
        candidate, number = wanted, 1
        while candidate in self._given:
            number += 1
            candidate = f"{wanted}-{number}"
        self._given.add(candidate)
        return candidate


def _latin_letters(text: str) -> Iterator[str]:
    for character in unicodedata.normalize("NFC", text):
        if character in _LATIN:
            yield _LATIN[character]
        elif character in "'’ʼ`":
            continue
        else:
            plain = unicodedata.normalize("NFKD", character)
            yield plain[0] if plain[0].isascii() and plain[0].isalnum() else " "


def _fitting(words: list[str]) -> str:
    """As many words as there is room for; a word or two at the end that would be cut are left out."""
    chosen = ""
    for word in words:
        longer = f"{chosen}-{word}" if chosen else word[:LONGEST]
        if len(longer) > LONGEST:
            break
        chosen = longer
    # A preposition at the end says nothing.
    return re.sub(r"(?<=[a-z0-9]{3})(?:-[a-z]{1,2})+$", "", chosen) if len(" ".join(words)) > len(chosen) else chosen
