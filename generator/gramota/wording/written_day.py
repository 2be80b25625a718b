"""Days as pages write them, by a language's pattern: Babel does the same with several megabytes of each language."""

import datetime as dt
import re

from gramota.wording import Wording, wording

_PART = re.compile(r"'([^']*)'|d+|M+|y+")


def written_day(day: dt.date, say: Wording) -> str:
    """Return the day in the `date_pattern` of the room: d, dd, MM, MMMM, yyyy, and text between apostrophes."""
    months = str(wording("grammar", say.lang).texts["months"]).split()
    parts = {
        "d": str(day.day),
        "dd": f"{day:%d}",
        "MM": f"{day:%m}",
        "MMMM": months[day.month - 1],
        "yyyy": f"{day.year:04}",
    }
    return _PART.sub(lambda part: parts[part[0]] if part[1] is None else part[1], say("date_pattern"))
