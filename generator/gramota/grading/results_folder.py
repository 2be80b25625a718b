"""All results of an inbox together: the files that a trainer finds in the folder."""

from collections.abc import Sequence

from gramota.course.model import fold
from gramota.errors import Problem
from gramota.grading.grade import Attempt
from gramota.grading.gradebook import write_gradebook
from gramota.grading.gradebook_columns import Column
from gramota.grading.results import attempt_lines
from gramota.grading.workbook import write_workbook
from gramota.wording import Wording

RESULTS = ("gradebook.xlsx", "gradebook.csv", "grades.jsonl", "report.html")
"""What may lie in the folder and can be made anew; the log of decisions cannot."""


def make_results(
    attempts: Sequence[Attempt], set_aside: Sequence[Problem], columns: Sequence[Column], t: Wording
) -> dict[str, bytes]:
    """Return the files' bytes by their names; in the gradebook people stand by their names, then by the date.

    The workbook is the first, for it is the one that somebody may have open, so that it cannot be replaced.
    """
    sorted_attempts = sorted(attempts, key=_person)
    return {
        "gradebook.xlsx": write_workbook(sorted_attempts, set_aside, t, columns),
        "gradebook.csv": "".join(write_gradebook(sorted_attempts, t, columns)).encode(),
        "grades.jsonl": "".join(line for attempt in attempts for line in attempt_lines(attempt)).encode(),
    }


def _person(attempt: Attempt) -> tuple[str, str, str, float, str]:
    answers = attempt.handed_in.answers
    name, number = (fold(said or "") for said in (answers.learner.name, answers.learner.id))
    return name or number, number, answers.letter.id, answers.finished_at.timestamp(), attempt.handed_in.file
