"""Words that a spelling dictionary has (pyspellchecker, loaded on first use), for languages other than Russian."""

from collections.abc import Iterable, Iterator
from functools import cache

from gramota.rubric.typos import SHORTEST_FOR_ONE


@cache
def spelt_words(code: str) -> frozenset[str]:
    """Every word of the dictionary of a language, in lower case; none where there is no dictionary."""
    from spellchecker import SpellChecker  # noqa: PLC0415 - 0.4 s to load, and not for Russian

    if code not in SpellChecker.languages():
        return frozenset()
    return frozenset(SpellChecker(language=code).word_frequency.dictionary)


def spelt_words_near(forms: Iterable[str], code: str) -> frozenset[str]:
    """The dictionary's words of five letters or more that one slip of the pen parts from any of the forms."""
    known, letters = spelt_words(code), _letters(code)
    near = {slip for form in forms if form.isalpha() for slip in _slips(form, letters) if slip in known}
    return frozenset(word for word in near if len(word) >= SHORTEST_FOR_ONE)


@cache
def _letters(code: str) -> str:
    return "".join(sorted({letter for word in spelt_words(code) for letter in word if letter.isalpha()}))


def _slips(word: str, letters: str) -> Iterator[str]:
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        yield from (head + letter + tail for letter in letters)
        if tail:
            yield head + tail[1:]
            yield from (head + letter + tail[1:] for letter in letters)
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
