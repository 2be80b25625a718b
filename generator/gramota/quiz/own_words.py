"""The rubric of a self-check question in one's own words: each key point earns a point, each wrong idea costs one."""

from collections.abc import Iterator, Mapping, Sequence

from gramota.cache.rubrics import compile_once, table_once
from gramota.course import Lesson, OwnWords
from gramota.rubric import CompiledQuestion
from gramota.rubric.phrases.sources import PlainCriterion, PlainMisconception, PlainQuestion


def own_words_of(lesson: Lesson) -> Iterator[tuple[int, OwnWords]]:
    """Yield the lesson's questions of this type, each with its place in the self-check."""
    yield from ((at, item) for at, item in enumerate(lesson.self_check) if isinstance(item, OwnWords))


def compile_own_words(item: OwnWords, synonyms: Mapping[str, Sequence[str]], lang: str) -> CompiledQuestion:
    """Compile the question's rubric; raise PhraseError, its place that of the engine's criteria and misconceptions."""
    criteria = [PlainCriterion(each.id, each.accept, each.reject) for each in item.points]
    misconceptions = [PlainMisconception(each.id, each.accept, each.reject) for each in item.wrong]
    return compile_once(PlainQuestion(criteria, misconceptions, id=item.id), synonyms, lang)


def rubric_table(rubric: CompiledQuestion) -> dict[str, object]:
    """Return the rubric as plain data."""
    return table_once(rubric)
