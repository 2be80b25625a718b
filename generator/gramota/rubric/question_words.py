"""The words of a question's phrases and of the synonym groups that they name, of which forms are wanted."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from gramota.rubric.phrase import GROUP
from gramota.rubric.sources import CriterionSource, MisconceptionSource, QuestionSource

_WORD = re.compile(rf"{GROUP.pattern}|([а-я]++)(?!\*)")
"""A word as it is folded, neither within the name of a group nor a mere beginning of others."""


def words_of_question(question: QuestionSource, synonyms: Mapping[str, Sequence[str]]) -> list[str]:
    """Each word that is written as it is folded, once and sorted; phrases need not be right to be looked through."""
    found: set[str] = set()
    for text in _with_groups("\n".join(_texts_of(question)), synonyms):
        found.update([word for _, _, word in _WORD.findall(text)])
    return sorted(found - {""})


def _texts_of(question: QuestionSource) -> Iterator[str]:
    meanings: Iterable[CriterionSource | MisconceptionSource] = (*question.criteria, *question.misconceptions)
    for meaning in meanings:
        yield from meaning.accept
        yield from meaning.reject


def _with_groups(text: str, synonyms: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """A text of phrases, and those of the groups that they name."""
    named: set[str] = set()
    ahead = [text]
    while ahead:
        text = ahead.pop()
        yield text
        names = {name for _, name in GROUP.findall(text)} - named
        named |= names
        ahead += ["\n".join(synonyms.get(name, ())) for name in names]
