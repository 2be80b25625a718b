"""The words of a question's phrases and of the synonym groups that they name, of which forms are wanted."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from gramota.rubric.phrases.mistakes import PhraseError
from gramota.rubric.phrases.parse import parse_phrase
from gramota.rubric.phrases.sources import CriterionSource, MisconceptionSource, QuestionSource
from gramota.rubric.phrases.tree import AnyOf, Item, Phrase, Row, Word


def words_of_question(question: QuestionSource, synonyms: Mapping[str, Sequence[str]]) -> list[str]:
    """Each word once, folded and sorted; phrases that cannot be read have none."""
    phrases = _with_groups(_texts_of(question), synonyms)
    words = frozenset().union(*[_words_of(phrase.text) for phrase in phrases])
    parts = {part for several in words if len(several) > 1 for part in several}
    return sorted(parts.union(map("".join, words)))


def _texts_of(question: QuestionSource) -> Iterator[str]:
    meanings: Iterable[CriterionSource | MisconceptionSource] = (*question.criteria, *question.misconceptions)
    for meaning in meanings:
        yield from meaning.accept
        yield from meaning.reject


def _with_groups(texts: Iterable[str], synonyms: Mapping[str, Sequence[str]]) -> Iterator[Phrase]:
    """The phrases, and those of the groups that they name."""
    ahead = [*texts]
    named: set[str] = set()
    while ahead:
        phrases = [*_readable(ahead)]
        yield from phrases
        names = {group.name for phrase in phrases for group in phrase.groups} - named
        named |= names
        ahead = [text for name in sorted(names) for text in synonyms.get(name, ())]


def _readable(texts: Iterable[str]) -> Iterator[Phrase]:
    for text in texts:
        try:
            yield parse_phrase(text)
        except PhraseError:  # whoever compiles it says where it stands
            continue


@lru_cache(maxsize=1 << 14)
def _words_of(text: str) -> frozenset[tuple[str, ...]]:
    """The words of a phrase in their parts; the synonyms of a quiz are asked for with each of its questions."""
    return frozenset(_words_in(parse_phrase(text).row.items))


def _words_in(items: Iterable[Item]) -> list[tuple[str, ...]]:
    words = [item.parts for item in items if isinstance(item, Word)]
    for item in items:
        if isinstance(item, Row):
            words += _words_in(item.items)
        elif isinstance(item, AnyOf):
            words += _words_in(item.options)
    return words
