"""All that `gramota check` finds in a course; lessons that have not changed since it looked last are not looked at."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from gramota.cache import store
from gramota.cache.makers import checkers
from gramota.course.connections import advise_connections, check_connections
from gramota.course.load import LessonSources, find_lessons
from gramota.course.shared_files import SharedFiles
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
        files, problems = find_lessons(docs, quizzes, SharedFiles(docs, quizzes))
        found = {each.letter_id: _check_once(each.sources()) for each in files}
        problems += [problem for each in found.values() for problem in each.problems]
        linked = {letter_id: each.linked for letter_id, each in found.items()}
        problems += check_connections(linked, docs)
        problems += find_private_files(docs, quizzes)
    return CourseFindings(
        in_order(problems),
        [*(problem for each in found.values() for problem in each.advice), *advise_connections(linked)],
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
    kept = store.read(address)
    known = findings_from_json(kept.decode(), letter, quiz) if kept is not None else None
    if known and sources.shared.has_digests(known.included, letter):
        return known
    found = _check(sources)
    store.write(address, found.to_json().encode())
    return found


def _check(sources: LessonSources) -> LessonFindings:
    # Loaded when there is a lesson to check: to read about those checked before takes no rubric engine.
    from gramota.grading.lesson_check import check_lesson  # noqa: PLC0415

    return check_lesson(sources)
