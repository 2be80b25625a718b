"""The rubrics' own tests: every phrase can be read, and every example answer is decided as its author says."""

from collections.abc import Iterator, Sequence

from gramota.course import Course, Example, Lesson
from gramota.errors import ContentError, Problem
from gramota.grading.checking.decided_otherwise import PlacedAnswer, compare
from gramota.grading.checking.self_check_examples import check_self_check_examples
from gramota.grading.compiled_quiz import CompiledQuiz, compile_examined
from gramota.grading.notices import Notice, judge_answer


def check_rubrics(course: Course) -> list[Problem]:
    """Return every phrase that cannot be read and, of the quizzes without one, every example that fails."""
    return [problem for lesson in course.lessons for problem in check_lesson_rubrics(lesson)]


def check_lesson_rubrics(lesson: Lesson) -> Sequence[Problem]:
    """Return what check_rubrics does of one lesson."""
    if not lesson.quiz:
        return ()
    try:  # a quiz without control questions may still have synonyms that cannot be read
        return [*_check_examples(compile_examined(lesson)), *check_self_check_examples(lesson)]
    except ContentError as error:
        return error.problems


def _check_examples(compiled: CompiledQuiz) -> Iterator[Problem]:
    for number, question in enumerate(compiled.quiz.control):
        for at, example in enumerate(question.examples):
            found, notices = judge_answer(compiled, question.id, example.answer)
            answer = PlacedAnswer(example.answer, compiled.source, ("control", number, "examples", at, "answer"))
            missed = compare(found.criteria, example.met, question.criteria, ("G201", "G202"))
            believed = compare(found.misconceptions, example.held, question.misconceptions, ("G203", "G204"))
            yield from (answer.problem(*differing) for differing in (*missed, *believed))
            yield from _compare_notices(notices, example, answer)


def _compare_notices(found: Sequence[Notice], example: Example, answer: PlacedAnswer) -> Iterator[Problem]:
    if example.states_notices:
        kinds = [notice.kind for notice in found]
        yield from (Problem.at(answer.where, "G205", kind=kind) for kind in example.notices if kind not in kinds)
        yield from (Problem.at(answer.where, "G206", kind=kind) for kind in kinds if kind not in example.notices)
