"""The words of a question's phrases and of the synonym groups that they name, of which forms are wanted."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from gramota.rubric.mistakes import PhraseError
from gramota.rubric.phrase import parse_phrase
from gramota.rubric.phrase_tree import AnyOf, Item, Phrase, Row, Word
from gramota.rubric.sources import QuestionSource


def words_of_question(question: QuestionSource, synonyms: Mapping[str, Sequence[str]]) -> list[str]:
    """Each word once, folded and sorted; phrases that cannot be read have none."""
    words: dict[tuple[str, ...], None] = {}
    for phrase in _with_groups(_texts_of(question), synonyms):
        _add_words(phrase.row.items, words)
    whole = ["".join(parts) for parts in words]
    return sorted({*whole, *(part for parts in words if len(parts) > 1 for part in parts)})


def _texts_of(question: QuestionSource) -> Iterator[str]:
    for meaning in (*question.criteria, *question.misconceptions):
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


def _add_words(items: Iterable[Item], words: dict[tuple[str, ...], None]) -> None:
    for item in items:
        if isinstance(item, Word):
            words[item.parts] = None
        elif isinstance(item, Row):
            _add_words(item.items, words)
        elif isinstance(item, AnyOf):
            _add_words(item.options, words)
