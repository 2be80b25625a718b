"""Sheets that were handed in: read from where they are, and graded with the rubrics of their letters."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from gramota.cli.messages import print_problems
from gramota.course import Course
from gramota.errors import ContentError, Problem, Where
from gramota.grading.compiled_quiz import CompiledQuiz, compile_quiz
from gramota.grading.grade import Attempt, grade_attempt
from gramota.grading.inbox.answer_files import HandedIn
from gramota.grading.inbox.found_files import shown_name
from gramota.grading.inbox.inbox import Inbox, load_inbox


def load_sheets(paths: Sequence[Path], course: Course, lang: str) -> Inbox:
    """Read everything that was handed in, and tell what was passed over; raise ContentError where that is all."""
    inbox = load_inbox(paths, course)
    if not inbox.handed_in and not inbox.set_aside:
        empty = [Problem.at(Where(shown_name(given)), "G309") for given in paths if given.is_dir()]
        raise ContentError([*empty, *inbox.passed_over])
    print_problems(inbox.passed_over, lang)
    return inbox


def graded(sheets: Sequence[HandedIn], lang: str) -> Iterator[Attempt]:
    """Return each sheet's attempt; a letter's rubrics are compiled once, advice on them is told first."""
    compiled: dict[str, CompiledQuiz] = {}
    for found in sheets:
        letter = found.lesson.letter.id
        if letter not in compiled:
            compiled[letter] = compile_quiz(found.lesson)
    print_problems((advice for each in compiled.values() for advice in each.advice), lang)
    return (grade_attempt(found, compiled[found.lesson.letter.id]) for found in sheets)
