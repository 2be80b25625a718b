"""Everyone's progress as a table for spreadsheets: a row for each person and letter."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from gramota.grading.decision_facts import decided_at, trainers_of
from gramota.grading.gradebook.columns import Kind
from gramota.grading.gradebook.spreadsheet_cells import Cell, write_csv
from gramota.grading.roster.progress import Progress, handed_in_on
from gramota.wording import Wording

STATUS_FILES = ("status.xlsx", "status.csv")
"""The tables in a folder of results."""

COLUMNS: Mapping[str, Kind] = {
    "id": "text",
    "name": "text",
    "department": "text",
    "email": "text",
    "letter": "text",
    "title": "text",
    "revision": "number",
    "state": "outcome",
    "due": "day",
    "read_revision": "number",
    "read_on": "day",
    "answered_revision": "number",
    "handed_in_on": "day",
    "score": "number",
    "max": "number",
    "share": "share",
    "trainer": "text",
    "decided_on": "day",
    "attempts": "number",
}


def status_heads(t: Wording) -> list[str]:
    """Return the headings of the columns."""
    return [t(f"column.{name}") for name in COLUMNS]


def status_row(progress: Progress, t: Wording) -> list[Cell]:
    """Return the row's cells; a day is its first moment in UTC."""
    person, letter, read = progress.person, progress.letter, progress.read
    return [
        *(person.id, person.name, "; ".join(person.departments), person.email),
        *(letter.id, letter.title, letter.revision, t(f"state.{progress.state}"), _first_moment(progress.due)),
        *((read.revision, _first_moment(read.day)) if read else (None, None)),
        *_of_attempt(progress),
        progress.attempts,
    ]


def write_status(everyone: Iterable[Progress], t: Wording) -> Iterator[str]:
    """Yield the table as CSV, as the language's Excel opens it."""
    return write_csv(status_heads(t), ([*map(_plain_day, status_row(each, t))] for each in everyone), t)


def _of_attempt(progress: Progress) -> list[Cell]:
    attempt = progress.attempt
    if attempt is None:
        return [None] * 7
    share = None if attempt.share is None else round(attempt.share, 4)
    decided = decided_at(attempt)
    return [
        *(attempt.handed_in.answers.letter.revision, _first_moment(handed_in_on(attempt))),
        *(attempt.score, attempt.max, share, trainers_of(attempt), _first_moment(decided.date() if decided else None)),
    ]


def _first_moment(day: dt.date | None) -> dt.datetime | None:
    return dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC) if day else None


def _plain_day(cell: Cell) -> Cell:
    return cell.date().isoformat() if isinstance(cell, dt.datetime) else cell
