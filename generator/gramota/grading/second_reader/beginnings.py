"""What a second reader sees of an answer: how each of its words begins, whatever their order and number."""

from collections.abc import Iterable
from functools import lru_cache

from gramota.rubric import Span
from gramota.rubric.spelling.fold import WORD, fold_word

LENGTHS = (4, 6)
"""Letters that are enough to know a word by, in all its forms and in its kin: план, планов."""
END = "."
"""Stands behind a word that is no longer than its beginning."""


def places_of(answer: str) -> Iterable[tuple[str, Span]]:
    """Return the words of the answer in their order, folded, each with where it stands, in code points."""
    return ((fold_word(found.group()), found.span()) for found in WORD.finditer(answer))


def words_of(answer: str) -> Iterable[str]:
    """Return each word of the answer once, folded."""
    return dict.fromkeys(map(fold_word, WORD.findall(answer)))


@lru_cache(maxsize=1 << 14)
def beginnings_of(word: str) -> tuple[str, ...]:
    """Return the beginnings of a folded word; a word shorter than all of them is known as a whole."""
    shortest = min(LENGTHS)
    if len(word) < shortest:
        return (word + END,)
    return tuple(word[:length] if len(word) > length else word + END for length in LENGTHS if len(word) >= length)
