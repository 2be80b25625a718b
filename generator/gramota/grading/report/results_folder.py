"""All results of an inbox together: the files that a trainer finds in the folder."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from gramota.course.model.base import fold
from gramota.course.model.plain_name import plain_name
from gramota.errors import Problem
from gramota.grading.files.atomic_file import replace_files
from gramota.grading.grade import Attempt
from gramota.grading.gradebook.columns import Column
from gramota.grading.gradebook.gradebook import write_gradebook
from gramota.grading.gradebook.workbook import write_workbook
from gramota.grading.report.feedback import render_feedback
from gramota.grading.report.feedback_folder import choose_for_feedback, find_sheets, name_sheets, remove_sheets
from gramota.grading.report.report import render_report
from gramota.grading.results import attempt_lines
from gramota.wording import Wording

GRADES = "grades.jsonl"
RESULTS = ("gradebook.xlsx", "gradebook.csv", GRADES, "report.html")
"""What may lie in the folder and can be made anew; the log of decisions cannot."""


@dataclass(frozen=True)
class WrittenResults:
    """The files beside each other, how many feedback sheets there are, and how many attempts wait for a trainer."""

    files: tuple[str, ...]
    sheets: int
    waiting: int


def write_results_folder(
    folder: Path, attempts: Sequence[Attempt], set_aside: Sequence[Problem], columns: Sequence[Column], t: Wording
) -> WrittenResults:
    """Write everything into the folder, and take away feedback sheets of an earlier run; raise OSError."""
    earlier = [*find_sheets(folder)]
    names = replace_files(folder, make_results(attempts, set_aside, columns, t))
    written = {fold(name) for name in names}
    remove_sheets(path for path in earlier if fold(path.relative_to(folder).as_posix()) not in written)
    sheets = len(names) - len(RESULTS)
    waiting = sum(attempt.standing == "counts" for attempt in attempts) - sheets
    return WrittenResults(tuple(sorted(RESULTS)), sheets, waiting)


def make_results(
    attempts: Sequence[Attempt], set_aside: Sequence[Problem], columns: Sequence[Column], t: Wording
) -> Iterator[tuple[str, bytes]]:
    """Yield the files' names and bytes; in what people read, attempts stand by their learners' names, then by the date.

    The workbook is the first, for it is the one that somebody may have open, so that it cannot be replaced.
    """
    sorted_attempts = sorted(attempts, key=_person)
    told = choose_for_feedback(sorted_attempts)
    sheets = name_sheets(told)
    yield "gradebook.xlsx", write_workbook(sorted_attempts, set_aside, t, columns)
    yield "gradebook.csv", "".join(write_gradebook(sorted_attempts, t, columns)).encode()
    yield GRADES, "".join(line for attempt in attempts for line in attempt_lines(attempt)).encode()
    yield "report.html", render_report(sorted_attempts, set_aside, sheets, t)
    for attempt in told:
        yield sheets[attempt.id], render_feedback(attempt)


def _person(attempt: Attempt) -> tuple[str, str, str, float, str]:
    answers = attempt.handed_in.answers
    name, number = (plain_name(said or "") for said in (answers.learner.name, answers.learner.id))
    return name or number, number, answers.letter.id, answers.finished_at.timestamp(), attempt.handed_in.file
