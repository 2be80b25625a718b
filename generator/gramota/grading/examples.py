"""The rubrics' own tests: every phrase can be read, and every example answer is decided as its author says."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import count

from gramota.course import ControlQuestion, Course, Lesson, OwnWords
from gramota.course.names import listed
from gramota.course.recognised import Recognised
from gramota.errors import ContentError, Problem, Where
from gramota.grading.compiled_quiz import compile_quiz
from gramota.grading.compiled_self_check import compile_self_check
from gramota.quiz.own_words import own_words_of
from gramota.rubric import CompiledQuestion, Decision, score_answer

_Codes = tuple[str, str]
"""The codes of what is missing and of what is too much."""
_CRITERIA, _MISCONCEPTIONS = ("G201", "G202"), ("G203", "G204")
_POINTS, _IDEAS = ("G201.point", "G202.point"), ("G203.idea", "G204.idea")

_MODEL = "G205"

EXAMPLE_CODES = frozenset({*_CRITERIA, *_MISCONCEPTIONS, *_POINTS, *_IDEAS, _MODEL})
"""The codes of examples that are decided otherwise; any other problem makes the rubric unusable."""


def check_rubrics(course: Course) -> list[Problem]:
    """Return every phrase that cannot be read and, of the quizzes without one, every example that fails."""
    problems: list[Problem] = []
    for lesson in course.lessons:
        if lesson.quiz:  # a quiz without control questions may still have synonyms that cannot be read
            try:
                problems += _check_control(lesson)
                problems += _check_self_check(lesson)
            except ContentError as error:
                problems += error.problems
    return problems


def _check_control(lesson: Lesson) -> Iterator[Problem]:
    compiled = compile_quiz(lesson)
    for number, question in enumerate(lesson.control):
        checks = ((question.criteria, _CRITERIA), (question.misconceptions, _MISCONCEPTIONS))
        yield from _check_examples(question, compiled.rubrics[question.id], checks, _places(lesson, "control", number))


def _check_self_check(lesson: Lesson) -> Iterator[Problem]:
    rubrics = compile_self_check(lesson)
    for number, item in own_words_of(lesson):
        checks = ((item.points, _POINTS), (item.wrong, _IDEAS))
        yield from _check_examples(item, rubrics[item.id], checks, _places(lesson, "self_check", number))
        if item.answer and lesson.quiz_source:
            yield from _check_model(item, rubrics[item.id], lesson.quiz_source.where("self_check", number, "answer"))


def _check_examples(
    question: ControlQuestion | OwnWords,
    rubric: CompiledQuestion,
    lists: tuple[tuple[Sequence[Recognised], _Codes], tuple[Sequence[Recognised], _Codes]],
    places: Iterator[Where],
) -> Iterator[Problem]:
    """Yield what is decided otherwise than the examples say of what they meet and of what they hold."""
    for example, where in zip(question.examples, places, strict=False):
        found = score_answer(rubric, example.answer)
        said = ((found.criteria, example.met), (found.misconceptions, example.held))
        for (decisions, expected), (entries, codes) in zip(said, lists, strict=True):
            for code, entry, decision in _compare(decisions, expected, entries, codes):
                yield _problem(code, entry, decision, example.answer, where)


def _check_model(item: OwnWords, rubric: CompiledQuestion, where: Where) -> Iterator[Problem]:
    """Yield a model answer that would itself be wrong."""
    found = score_answer(rubric, item.answer)
    missing = [point.id for point in item.points if not found.criteria[point.id].met]
    if len(item.points) - len(missing) < item.needed:
        yield Problem.at(where, _MODEL, needed=item.needed, missing=listed(missing))
    for code, entry, decision in _compare(found.misconceptions, (), item.wrong, _IDEAS):
        yield _problem(code, entry, decision, item.answer, where)


def _places(lesson: Lesson, block: str, number: int) -> Iterator[Where]:
    """Yield the places of a question's examples, without end."""
    if lesson.quiz_source:
        yield from (lesson.quiz_source.where(block, number, "examples", at, "answer") for at in count())


def _compare(
    decisions: Mapping[str, Decision], expected: Sequence[str], entries: Sequence[Recognised], codes: _Codes
) -> Iterator[tuple[str, Recognised, Decision]]:
    for entry in entries:
        decision = decisions[entry.id]
        if decision.met != (entry.id in expected):
            yield codes[decision.met], entry, decision


def _problem(code: str, entry: Recognised, decision: Decision, answer: str, where: Where) -> Problem:
    quoted = " … ".join(answer[start:end] for start, end in decision.evidence)
    values = {"id": entry.id, "title": entry.title, "phrase": decision.phrase or "", "evidence": quoted}
    return Problem.at(where, code, **values)
