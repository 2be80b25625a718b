"""What is not wrong, and would serve readers better otherwise."""

from collections.abc import Iterator

from gramota.course.lesson import Course, Lesson
from gramota.errors import Problem


def find_advice(course: Course) -> Iterator[Problem]:
    """Yield, for each letter that has been revised, that its readers are not told what has changed."""
    for lesson in course.lessons:
        yield from advise(lesson)


def advise(lesson: Lesson) -> Iterator[Problem]:
    """Yield what find_advice does of one lesson."""
    if lesson.letter.revision > 1 and not lesson.letter.changes:
        # A copy reads the tree that loading has let go, and lets it go again.
        source = lesson.letter_source.without_tree()
        yield Problem.at(source.where_key("revision"), "G094", revision=lesson.letter.revision)
