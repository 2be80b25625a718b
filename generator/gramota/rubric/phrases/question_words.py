"""The words of a question's phrases and of the synonym groups that they name, of which forms are wanted."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from gramota.rubric.phrases.parse import GROUP
from gramota.rubric.phrases.sources import CriterionSource, MisconceptionSource, QuestionSource

_WORD = re.compile(r"[а-я]++(?!\*)")
"""A word as it is folded, and no mere beginning of others."""


def words_of_question(question: QuestionSource, synonyms: Mapping[str, Sequence[str]]) -> list[str]:
    """Each word that is written as it is folded, once and sorted; phrases need not be right to be looked through."""
    found = _found_in("\n".join(_texts_of(question)))
    words, names, ahead = set(found.words), set(found.names), [*found.names]
    while ahead:
        found = _found_in("\n".join(synonyms.get(ahead.pop(), ())))
        words |= found.words
        ahead += found.names - names
        names |= found.names
    return sorted(words)


class _Found(NamedTuple):
    """The words of a text, and the names of synonym groups."""

    words: frozenset[str]
    names: frozenset[str]


@lru_cache(maxsize=1 << 9)
def _found_in(text: str) -> _Found:
    """Found once for each group, for the synonyms of a quiz are asked for with each of its questions."""
    return _Found(frozenset(_WORD.findall(text)), frozenset([name for _, name in GROUP.findall(text)]))


def _texts_of(question: QuestionSource) -> Iterator[str]:
    meanings: Iterable[CriterionSource | MisconceptionSource] = (*question.criteria, *question.misconceptions)
    return chain.from_iterable([text for meaning in meanings for text in (meaning.accept, meaning.reject)])
