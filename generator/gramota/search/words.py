"""The words of a text as the search knows them: each with all its forms, so that no stemmer is sent to the reader."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from gramota.rubric.forms.linguistics import stem_prefix, word_forms
from gramota.rubric.languages.known import language_of
from gramota.rubric.languages.language_code import primary_language

_WORD = re.compile("[^\\W_](?:[^\\W_]|[\u00ad\u0300-\u036f])*")
_UNREAD = re.compile("[\u00ad\u0301]")
_LATIN = re.compile("[a-z]+")
_CYRILLIC = re.compile("[\u0400-\u04ff]+")
LONGEST_WORD = 40


class Group(NamedTuple):
    """The forms of one word; or the beginning of a word with the most letters that may follow it.

    The forms are one text, sorted, with spaces between them: as a set they would fill many times the memory.
    """

    forms: str
    tail: int = 0


def split_words(text: str) -> Iterator[str]:
    """Yield the folded words of a text; quiz/runtime/search/query.js does the same to what is typed."""
    return map(fold_word, _WORD.findall(text))


def count_words(text: str) -> Counter[str]:
    """Return how often the text has each folded word, in their order."""
    counts: Counter[str] = Counter()
    for raw, count in Counter(_WORD.findall(text)).items():
        counts[fold_word(raw)] += count
    return counts


@lru_cache(maxsize=1 << 13)
def fold_word(raw: str) -> str:
    """Return a word in one spelling: NFKC, small letters, ё as е, without stress marks and soft hyphens."""
    folded = unicodedata.normalize("NFKC", _UNREAD.sub("", raw)).lower()
    return folded.replace("ё", "е")[:LONGEST_WORD]


def groups_of(word: str, lang: str) -> tuple[Group, ...]:
    """Return the words that a folded word may be a form of, in a text of the language."""
    spoken = _language_of(word, lang)
    if prefix := stem_prefix(word, spoken):
        return (Group(*prefix),)
    if spoken == "ru":
        from gramota.search.russian import russian_groups  # noqa: PLC0415 - loaded when first needed

        return tuple(Group(" ".join(sorted(forms))) for forms in russian_groups(word))
    return (Group(" ".join(word_forms(word, spoken))),)


def is_common(word: str, lang: str) -> bool:
    """Whether a folded word is on its language's list of those that say nothing by themselves."""
    return word in language_of(_language_of(word, lang)).free


def _language_of(word: str, lang: str) -> str:
    """English terms in a Russian text have English forms, and Russian words in another language's text Russian ones."""
    primary = primary_language(lang)
    if primary == "ru" and _LATIN.fullmatch(word):
        return "en"
    return "ru" if primary == "en" and _CYRILLIC.fullmatch(word) else primary
