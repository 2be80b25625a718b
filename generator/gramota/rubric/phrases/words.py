"""The words in a piece of a phrase that has no signs of the phrase language."""

import re
from functools import lru_cache

from gramota.rubric.phrases.tree import Word
from gramota.rubric.spelling.fold import LONGEST_WORD, split_words

PLAIN_WORD = f"[а-я]{{1,{LONGEST_WORD}}}"
_PLAIN = re.compile(f"{PLAIN_WORD}(?: {PLAIN_WORD})*")


def is_plain(text: str) -> bool:
    """Whether a text is words as they are folded, with nothing to read but the spaces between them."""
    return _PLAIN.fullmatch(text) is not None


def plain_words(text: str) -> tuple[Word, ...]:
    """The words of a plain text."""
    return tuple(map(plain_word, text.split(" ")))


@lru_cache(maxsize=1 << 14)
def plain_word(word: str) -> Word:
    """A word that is written as it is folded."""
    return Word((word,), word)


@lru_cache(maxsize=1 << 14)
def words_of(chunk: str) -> tuple[Word, ...]:
    """Punctuation around a word is dropped; pieces that a hyphen joins stay one word."""
    if " " not in chunk and is_plain(chunk):
        return (plain_word(chunk),)
    words: list[Word] = []
    for token in split_words(chunk):
        raw = chunk[token.start : token.end]
        if token.glued and words:
            words[-1] = Word((*words[-1].parts, token.text), f"{words[-1].raw}-{raw}")
        else:
            words.append(Word((token.text,), raw))
    return tuple(words)
