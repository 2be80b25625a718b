"""Everyone's progress as a table for spreadsheets: a row for each person and letter."""

from collections.abc import Iterable, Iterator

from gramota.grading.decided_by_trainer import decisions_on, trainers_of
from gramota.grading.progress import Progress, handed_in_on
from gramota.grading.spreadsheet_cells import Cell, write_csv
from gramota.wording import Wording

COLUMNS = (
    *("id", "name", "department", "email", "letter", "title", "revision", "state", "due"),
    *(
        "read_revision",
        "read_on",
        "answered_revision",
        "handed_in_on",
        "score",
        "max",
        "share",
        "trainer",
        "decided_on",
        "attempts",
    ),
)


def write_status(everyone: Iterable[Progress], t: Wording) -> Iterator[str]:
    """Yield the table as CSV, as the language's Excel opens it."""
    return write_csv([t(f"column.{name}") for name in COLUMNS], (_row(each, t) for each in everyone), t)


def _row(progress: Progress, t: Wording) -> list[Cell]:
    person, letter, read = progress.person, progress.letter, progress.read
    return [
        *(person.id, person.name, "; ".join(person.departments), person.email),
        *(letter.id, letter.title, letter.revision, t(f"state.{progress.state}")),
        progress.due.isoformat() if progress.due else None,
        *((read.revision, read.day.isoformat()) if read else (None, None)),
        *_of_attempt(progress),
        progress.attempts,
    ]


def _of_attempt(progress: Progress) -> list[Cell]:
    attempt = progress.attempt
    if attempt is None:
        return [None] * 7
    share = None if attempt.share is None else round(attempt.share, 4)
    revision = attempt.handed_in.answers.letter.revision
    decided_on = max((line.when[:10] for line in decisions_on(attempt)), default=None)
    return [
        *(revision, handed_in_on(attempt).isoformat(), attempt.score, attempt.max, share),
        *(", ".join(trainers_of(attempt)), decided_on),
    ]
