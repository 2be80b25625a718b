"""Who decided on an attempt, when, and with which words."""

import datetime as dt
from collections.abc import Iterator

from gramota.decisions.line import Commented, Line
from gramota.grading.grade import Attempt, Grade


def trainers_of(attempt: Attempt) -> str:
    """Return the names of all whose decisions stand, in the order of the questions; empty where nobody has decided."""
    return ", ".join(dict.fromkeys(line.who for line in _newest(attempt) if line.who))


def decided_at(attempt: Attempt) -> dt.datetime | None:
    """Return when the last decision that stands was made, in UTC; None where nobody has decided."""
    return max((line.moment for line in _newest(attempt)), default=None)


def comments_on(grade: Grade) -> list[str]:
    """Return what trainers have written to the learner about the answer."""
    return [line.did.text for line in grade.decided.comments if isinstance(line.did, Commented)]


def _newest(attempt: Attempt) -> Iterator[Line]:
    return (line for grade in attempt.grades if (line := grade.decided.newest))
