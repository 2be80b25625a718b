"""The control question that a command is about; its id need only be unique within its quiz."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from gramota.course import ControlQuestion, Lesson, load_course
from gramota.course.names import listed, suggestion
from gramota.errors import ContentError, Problem, Where
from gramota.grading.compiled_quiz import CompiledQuiz
from gramota.rubric.compiling.whole_rubric import WholeRubric

Form = Literal["text", "json"]
"""What a command says of the question: for people, or for programs."""


@dataclass(frozen=True)
class AskedQuestion:
    """The question with its rubric, and the compiled quiz that has it."""

    compiled: CompiledQuiz
    question: ControlQuestion
    rubric: WholeRubric


def load_question(
    folders: tuple[Path, Path], question_id: str, quiz: str | None, compile_lesson: Callable[[Lesson], CompiledQuiz]
) -> AskedQuestion:
    """Load the course of the letters' and the quizzes' folder; raise ContentError where the question cannot be had."""
    compiled = compile_lesson(find_lesson(load_course(*folders).with_control(), question_id, quiz))
    question = compiled.quiz.question(question_id)
    return AskedQuestion(
        compiled, question, WholeRubric(question, compiled.quiz.synonyms, compiled.rubrics[question_id])
    )


def find_lesson(asking: Mapping[str, Lesson], question_id: str, quiz: str | None) -> Lesson:
    """Return the one lesson that has the question; raise ContentError where none has, or several have."""
    lessons = [find_quiz(asking, quiz)] if quiz is not None else [*asking.values()]
    having = [lesson for lesson in lessons if any(each.id == question_id for each in lesson.control)]
    if len(having) == 1:
        return having[0]
    where = Where("--question", 0)
    if having:
        known = ", ".join(lesson.letter.id for lesson in having)
        raise ContentError([Problem.at(where, "G334", id=question_id, known=known)])
    ids = [each.id for lesson in lessons for each in lesson.control]
    values = {"id": question_id, "suggestion": suggestion(question_id, ids), "known": listed(ids)}
    raise ContentError([Problem.at(where, "G333", **values)])


def find_quiz(asking: Mapping[str, Lesson], quiz: str) -> Lesson:
    """Return the lesson whose quiz it is; raise ContentError where there is none of that name."""
    if quiz not in asking:
        values = {"id": quiz, "suggestion": suggestion(quiz, list(asking))}
        raise ContentError([Problem.at(Where("--quiz", 0), "G331", **values)])
    return asking[quiz]
