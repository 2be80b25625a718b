"""All that `gramota check` finds in a course; lessons that have not changed since it looked last are not looked at."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from gramota.cache import store
from gramota.cache.makers import checkers
from gramota.course.link_check import check_links
from gramota.course.load import LessonSources, find_lessons
from gramota.errors import Problem, in_order
from gramota.grading.lesson_findings import LessonFindings, findings_from_json
from gramota.grading.private_files import find_private_files
from gramota.uncollected import uncollected


@dataclass(frozen=True)
class CourseFindings:
    """Problems, sorted by place; advice; how many letters could be read, with how many questions and examples."""

    problems: Sequence[Problem]
    advice: Sequence[Problem]
    letters: int
    questions: int
    examples: int


def check_course(docs: Path, quizzes: Path) -> CourseFindings:
    """Check the files in docs/letters and quizzes, each with what it says, and the rubrics with their own examples."""
    with uncollected():
        files, problems = find_lessons(docs, quizzes)
        found = {each.letter_id: _check_once(each.sources()) for each in files}
        problems += [problem for each in found.values() for problem in each.problems]
        problems += check_links({letter_id: each.linked for letter_id, each in found.items()}, docs)
        problems += find_private_files(docs, quizzes)
    return CourseFindings(
        in_order(problems),
        [problem for each in found.values() for problem in each.advice],
        sum(each.is_read for each in found.values()),
        sum(each.questions for each in found.values()),
        sum(each.examples for each in found.values()),
    )


def _check_once(sources: LessonSources) -> LessonFindings:
    letter, quiz = sources.letter, sources.quiz
    if letter.unreadable or (quiz and quiz.unreadable):
        return _check(sources)
    texts = (letter.path, letter.text, *((quiz.path, quiz.text) if quiz else ()))
    address = store.address_of(b"lesson", checkers(), sources.letter_id.encode(), *(text.encode() for text in texts))
    kept = store.made_once(address, lambda: _check(sources).to_json())
    return findings_from_json(kept, letter.without_tree())


def _check(sources: LessonSources) -> LessonFindings:
    # Loaded when there is a lesson to check: to read about those checked before takes no rubric engine.
    from gramota.grading.lesson_check import check_lesson  # noqa: PLC0415

    return check_lesson(sources)
