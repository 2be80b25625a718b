"""Coverage of a course: every example is read once, for all phrases."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from gramota.course import Course, Lesson, OwnWords, Source
from gramota.course.model.recognised import Recognised
from gramota.grading.compiled_quiz import compile_phrases
from gramota.grading.compiled_self_check import compile_self_check
from gramota.grading.coverage.covered import (
    CoveredLetter,
    CoveredMeaning,
    CoveredQuestion,
    CoveredSection,
    Kind,
    OverlapAt,
    PhraseAt,
)
from gramota.quiz.own_words import own_words_of
from gramota.rubric import CompiledQuestion
from gramota.rubric.compiling.overlaps import find_overlaps
from gramota.rubric.scoring.phrases_found import find_phrases

_Path = tuple[str | int, ...]
_Found = frozenset[tuple[str, str]]


class _Example(Protocol):
    @property
    def answer(self) -> str: ...
    @property
    def met(self) -> Sequence[str]: ...
    @property
    def held(self) -> Sequence[str]: ...


def cover(course: Course) -> Iterator[CoveredLetter]:
    """Yield the coverage of each letter; raise ContentError where a rubric cannot be used."""
    for lesson in course.lessons:
        yield CoveredLetter(lesson.letter.id, lesson.letter.title, _sections(lesson), tuple(_questions(lesson)))


def _sections(lesson: Lesson) -> tuple[CoveredSection, ...]:
    source, cited = lesson.letter_source.without_tree(), _cited(lesson)
    return tuple(
        CoveredSection(section.id, section.title, source.where("sections", at, "id"), tuple(cited.get(section.id, ())))
        for at, section in enumerate(lesson.letter.sections)
    )


def _cited(lesson: Lesson) -> Mapping[str, list[str]]:
    """The questions that cite each section, in their order and each once."""
    cited: dict[str, list[str]] = {}
    for item in lesson.self_check:
        points = item.points if isinstance(item, OwnWords) else ()
        for section in dict.fromkeys([item.section, *(point.section for point in points if point.section)]):
            cited.setdefault(section, []).append(item.id)
    for question in lesson.control:
        for section in question.section:
            cited.setdefault(section, []).append(question.id)
    return cited


def _questions(lesson: Lesson) -> Iterator[CoveredQuestion]:
    if lesson.quiz_source is None:
        return
    source = lesson.quiz_source.without_tree()
    rubrics = compile_self_check(lesson)
    for at, item in own_words_of(lesson):
        place = _Question(source, ("self_check", at), rubrics[item.id], item.examples, item.answer)
        yield place.covered(("points", "point", item.points), ("wrong", "idea", item.wrong))
    compiled = compile_phrases(lesson)
    for at, question in enumerate(lesson.control):
        place = _Question(source, ("control", at), compiled.rubrics[question.id], question.examples)
        yield place.covered(
            ("criteria", "criterion", question.criteria), ("misconceptions", "misconception", question.misconceptions)
        )


class _Question:
    """One question while it is looked at."""

    def __init__(
        self, source: Source, path: _Path, rubric: CompiledQuestion, examples: Sequence[_Example], model: str = ""
    ) -> None:
        self.source = source
        self.path = path
        self.rubric = rubric
        self.examples = examples
        self.in_model = find_phrases(rubric, model) if model else frozenset()
        self.found: _Found = frozenset().union(
            self.in_model, *(find_phrases(rubric, example.answer) for example in examples)
        )

    def covered(self, *lists: tuple[str, Kind, Sequence[Recognised]]) -> CoveredQuestion:
        """Return the question's coverage; `lists` are its two lists of meanings, after their key and kind."""
        at: dict[tuple[str, str], PhraseAt] = {}
        meanings = []
        for key, kind, entries in lists:
            for number, entry in enumerate(entries):
                inside = (*self.path, key, number)
                phrases = self._phrases(entry, inside)
                at |= {(entry.id, phrase.text): phrase for phrase in phrases}
                meanings.append(self._meaning(kind, entry, inside, phrases))
        where = self.source.where(*self.path, "id")
        return CoveredQuestion(self.rubric.id, where, len(self.examples), tuple(meanings), tuple(self._overlaps(at)))

    def _meaning(self, kind: Kind, entry: Recognised, path: _Path, phrases: Sequence[PhraseAt]) -> CoveredMeaning:
        is_held = kind in {"misconception", "idea"}
        met = sum(entry.id in (example.held if is_held else example.met) for example in self.examples)
        in_model = any((entry.id, phrase) in self.in_model for phrase in entry.accept)
        unused = tuple(phrase for phrase in phrases if (entry.id, phrase.text) not in self.found)
        where = self.source.where(*path, "id")
        not_met = len(self.examples) - met
        return CoveredMeaning(kind, entry.id, entry.title, where, met + in_model, not_met, len(phrases), unused)

    def _phrases(self, entry: Recognised, path: _Path) -> list[PhraseAt]:
        return [
            PhraseAt(text, self.source.where(*path, key, at))
            for key, texts in (("accept", entry.accept), ("reject", entry.reject))
            for at, text in enumerate(texts)
        ]

    def _overlaps(self, at: Mapping[tuple[str, str], PhraseAt]) -> Iterator[OverlapAt]:
        for found in find_overlaps(self.rubric):
            phrase, other = at[found.meaning, found.phrase], at[found.other, found.other_phrase]
            yield OverlapAt(found.meaning, phrase, found.other, other, found.is_same)
