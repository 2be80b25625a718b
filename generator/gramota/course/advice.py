"""What is not wrong, and would serve readers better otherwise."""

from collections.abc import Iterator

from gramota.course.lesson import Course, Lesson
from gramota.errors import Problem

TO_WRITE = "to-write"
"""The id of a criterion that stands where the author has to write one; `gramota import` puts it there."""


def find_advice(course: Course) -> Iterator[Problem]:
    """Yield letters that were revised and do not tell what has changed, and criteria that are still to be written."""
    for lesson in course.lessons:
        yield from _unwritten_criteria(lesson)
        if lesson.letter.revision > 1 and not lesson.letter.changes:
            yield _untold_changes(lesson)


def _untold_changes(lesson: Lesson) -> Problem:
    # A copy reads the tree that loading has let go, and lets it go again.
    source = lesson.letter_source.without_tree()
    return Problem.at(source.where_key("revision"), "G094", revision=lesson.letter.revision)


def _unwritten_criteria(lesson: Lesson) -> Iterator[Problem]:
    unwritten = [
        (place, question)
        for place, question in enumerate(lesson.control)
        if any(criterion.id == TO_WRITE for criterion in question.criteria)
    ]
    source = lesson.quiz_source.without_tree() if unwritten and lesson.quiz_source else None
    for place, question in unwritten if source else ():
        yield Problem.at(source.where_key("control", place, "criteria"), "G460", id=question.id)  # type: ignore[union-attr]
