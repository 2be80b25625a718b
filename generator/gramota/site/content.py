"""What a site is made of, read as a whole: all that is wrong with it is told at once."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from gramota.course import Course, Lesson, read_course
from gramota.course.shared_files import SharedFiles
from gramota.errors import ContentError, Problem, in_order
from gramota.grading.compiled_self_check import compile_self_check
from gramota.grading.private_files import find_private_files
from gramota.grading.unusable_quizzes import find_phrase_problems_elsewhere


def load_content(docs: Path, quizzes: Path, shared: SharedFiles) -> Course:
    """Return the course; raise ContentError with all that `gramota check` would tell but for failing examples.

    `shared` knows afterwards, in any case, which files were included.
    """
    course, unreadable = read_course(docs, quizzes, shared)
    unusable = (problem for lesson in course.lessons for problem in _find_rubric_problems(lesson))
    elsewhere = find_phrase_problems_elsewhere(course, quizzes, shared)
    refuse([*find_private_files(docs, quizzes), *unreadable, *elsewhere, *unusable])
    return course


def refuse(found: Iterable[Problem]) -> None:
    """Raise ContentError with all problems where there are any."""
    if problems := in_order(found):
        raise ContentError(problems)


def _find_rubric_problems(lesson: Lesson) -> Sequence[Problem]:
    try:
        compile_self_check(lesson)
    except ContentError as error:
        return error.problems
    return ()
