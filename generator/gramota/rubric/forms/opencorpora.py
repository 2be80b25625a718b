"""The OpenCorpora dictionary of Russian as pymorphy3 loads it, on first use."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer


@cache
def analyzer() -> "MorphAnalyzer":
    """The one analyzer of the process; about 0.1 s to load."""
    from pymorphy3 import MorphAnalyzer  # noqa: PLC0415 - nobody waits for the dictionary before it is needed

    return MorphAnalyzer(lang="ru")


def plain(word: str) -> str:
    """A dictionary's spelling folded: ё as е, and without the hyphen of a word's first part."""
    return word.replace("ё", "е").removesuffix("-")
