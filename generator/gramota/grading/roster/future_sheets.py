"""Sheets that were finished on a day that is still to come: by the clock of a computer that goes wrong."""

import datetime as dt
from collections.abc import Iterable, Iterator

from gramota.errors import Problem, Where
from gramota.grading.grade import Attempt
from gramota.grading.roster.progress import handed_in_on

# Where the day begins first it is tomorrow already.
_TOMORROW = dt.timedelta(days=1)


def find_future_sheets(attempts: Iterable[Attempt], today: dt.date) -> Iterator[Problem]:
    """Yield a warning for each sheet that was finished later than tomorrow: as the latest one it outweighs the others.

    No result holds these warnings, for the same sheets give the same results on every day.
    """
    for attempt in attempts:
        finished = handed_in_on(attempt)
        if finished > today + _TOMORROW:
            yield Problem.at(Where(attempt.handed_in.file), "G359", day=finished.isoformat())
