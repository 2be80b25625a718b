"""The rubric of a self-check question in one's own words: each key point earns a point, each wrong idea costs one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from gramota.course import KeyPoint, Lesson, OwnWords, WrongIdea
from gramota.rubric import CompiledQuestion, compile_question


def own_words_of(lesson: Lesson) -> Iterator[tuple[int, OwnWords]]:
    """Yield the lesson's questions of this type, each with its place in the self-check."""
    yield from ((at, item) for at, item in enumerate(lesson.self_check) if isinstance(item, OwnWords))


def compile_own_words(item: OwnWords, synonyms: Mapping[str, Sequence[str]], lang: str) -> CompiledQuestion:
    """Compile the question's rubric; raise PhraseError, its place that of the engine's criteria and misconceptions."""
    return compile_question(_Rubric(item.id, _sought(item.points), _sought(item.wrong)), synonyms, lang)


@cache
def rubric_table(rubric: CompiledQuestion) -> str:
    """Return the rubric's JSON; kept, for Russian takes a second or two, and a served site is built again and again."""
    return rubric.to_json()


@dataclass(frozen=True)
class _Sought:
    """A key point or a wrong idea as the engine wants it."""

    id: str
    accept: Sequence[str]
    reject: Sequence[str]
    points: float = 1
    costs: float = 1
    requires: Sequence[str] = ()
    excludes: Sequence[str] = ()


@dataclass(frozen=True)
class _Rubric:
    id: str
    criteria: Sequence[_Sought]
    misconceptions: Sequence[_Sought]
    min_points: float = 0
    max_points: float | None = None
    refuse: Sequence[str] = ()


def _sought(entries: Sequence[KeyPoint | WrongIdea]) -> tuple[_Sought, ...]:
    return tuple(_Sought(entry.id, entry.accept, entry.reject) for entry in entries)
