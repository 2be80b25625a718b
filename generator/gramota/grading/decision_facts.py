"""Who decided on an attempt, and when."""

import datetime as dt
from collections.abc import Iterator

from gramota.decisions.line import Line
from gramota.grading.grade import Attempt


def trainers_of(attempt: Attempt) -> str:
    """Return the names of all whose decisions stand, in the order of the questions; empty where nobody has decided."""
    return ", ".join(dict.fromkeys(line.who for line in _newest(attempt) if line.who))


def decided_at(attempt: Attempt) -> dt.datetime | None:
    """Return when the last decision that stands was made, in UTC; None where nobody has decided."""
    return max((line.moment for line in _newest(attempt)), default=None)


def _newest(attempt: Attempt) -> Iterator[Line]:
    return (line for grade in attempt.grades if (line := grade.decided.newest))
