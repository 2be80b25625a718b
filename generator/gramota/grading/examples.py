"""The rubrics' own tests: every phrase can be read, and every example answer is decided as its author says."""

from collections.abc import Iterator, Mapping, Sequence

from gramota.course import Course, Criterion, Example, Misconception
from gramota.errors import ContentError, Problem, Where
from gramota.grading.compiled_quiz import CompiledQuiz, compile_quiz
from gramota.grading.notices import Notice, judge_answer
from gramota.rubric import Decision

EXAMPLE_CODES = frozenset({"G201", "G201.uncounted", "G202", "G203", "G204", "G205", "G206"})
"""The codes of examples that are decided otherwise; any other problem makes the rubric unusable."""


def check_rubrics(course: Course) -> list[Problem]:
    """Return every phrase that cannot be read and, of the quizzes without one, every example that fails."""
    problems: list[Problem] = []
    for lesson in course.lessons:
        if lesson.quiz:  # a quiz without control questions may still have synonyms that cannot be read
            try:
                problems += _check_examples(compile_quiz(lesson))
            except ContentError as error:
                problems += error.problems
    return problems


def _check_examples(compiled: CompiledQuiz) -> Iterator[Problem]:
    for number, question in enumerate(compiled.quiz.control):
        for at, example in enumerate(question.examples):
            found, notices = judge_answer(compiled, question.id, example.answer)
            where = compiled.source.where("control", number, "examples", at, "answer")
            missed = _compare(found.criteria, example.met, question.criteria, ("G201", "G202"))
            believed = _compare(found.misconceptions, example.held, question.misconceptions, ("G203", "G204"))
            yield from (_problem(*differing, example.answer, where) for differing in (*missed, *believed))
            yield from _compare_notices(notices, example, where)


def _compare(
    decisions: Mapping[str, Decision],
    expected: Sequence[str],
    entries: Sequence[Criterion | Misconception],
    codes: tuple[str, str],
) -> Iterator[tuple[str, Criterion | Misconception, Decision]]:
    """Yield what was decided otherwise than expected; `codes` are for what is missing and for what is too much."""
    for entry in entries:
        decision = decisions[entry.id]
        if decision.met != (entry.id in expected):
            yield codes[decision.met], entry, decision


def _compare_notices(found: Sequence[Notice], example: Example, where: Where) -> Iterator[Problem]:
    if example.states_notices:
        kinds = [notice.kind for notice in found]
        yield from (Problem.at(where, "G205", kind=kind) for kind in example.notices if kind not in kinds)
        yield from (Problem.at(where, "G206", kind=kind) for kind in kinds if kind not in example.notices)


def _problem(code: str, entry: Criterion | Misconception, decision: Decision, answer: str, where: Where) -> Problem:
    quoted = " … ".join(answer[start:end] for start, end in decision.evidence)
    values = {"id": entry.id, "title": entry.title, "phrase": decision.phrase or "", "evidence": quoted}
    # What was found and does not count is another matter than what was not found.
    return Problem.at(where, "G201.uncounted" if code == "G201" and quoted else code, **values)
