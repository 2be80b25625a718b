"""Names as people compare and order them, however they are typed and encoded."""

import re
import unicodedata

from gramota.course.model.base import fold

_WORDS_AND_NUMBERS = re.compile(r"\d+|[^\W\d_]+")
_ZWJ = "\u200d"


def plain_name(name: str) -> str:
    """Return a name as it is compared: case, space, dots over ё, its encoding and what nobody sees do not matter."""
    return fold(unicodedata.normalize("NFC", without_unseen(name))).replace("ё", "е")


def tidy_name(name: str) -> str:
    """Return the name as it is shown: on one line, in one encoding, without characters that nobody sees."""
    # Pictures of several parts are held together by the one that is kept.
    return " ".join(unicodedata.normalize("NFC", without_unseen(name, _ZWJ)).split())


def name_order(name: str) -> tuple[list[tuple[int, int, str]], str]:
    """Return a key that sorts names as people look them up.

    Case, signs and accents come after all letters, ё stands with е, and numbers are as large as they are: «Отдел 2»
    before «Отдел 10».
    """
    parts = _WORDS_AND_NUMBERS.findall("".join(map(_without_accents, plain_name(name))))
    return [_rank(part) for part in parts], name


def without_unseen(name: str, kept: str = "") -> str:
    """Return the name without soft hyphens, marks of direction and whatever else is there and takes no room."""
    # What is printable, to Python as well, has none of them: a large site asks tens of thousands of times.
    if name.isprintable():
        return name
    return "".join(sign for sign in name if sign in kept or unicodedata.category(sign) != "Cf")


def _without_accents(sign: str) -> str:
    """Return the Latin letter below its accents; й is a letter of its own, and so is ї."""
    letter = unicodedata.normalize("NFD", sign)[:1]
    return letter if letter.isascii() else sign


def _rank(part: str) -> tuple[int, int, str]:
    if not part.isdigit():
        return 1, 0, part
    digits = part.lstrip("0")
    return 0, len(digits), digits
