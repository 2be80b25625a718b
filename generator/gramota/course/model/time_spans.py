"""Days and spans of time as authors write them: 2021-03-15, 365d, 6m, 1y."""

import datetime as dt
import re
from calendar import monthrange
from typing import Annotated, Any

from pydantic import BeforeValidator, Field
from pydantic.dataclasses import dataclass
from pydantic_core import PydanticCustomError

MAX_YEARS = 100
_SPAN = re.compile(r"([1-9][0-9]{0,4})\s*([dmy])")
_DAYS = {"d": 1, "m": 30, "y": 365}


def _date_from_text(value: Any) -> Any:  # noqa: ANN401 - what the author wrote, not yet checked
    """Accept an ISO date in quotes; a date that does not exist stays text and is refused as one."""
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            return value
    return value


@dataclass(frozen=True)
class TimeSpan:
    """A number of days ("d"), calendar months ("m") or years ("y")."""

    count: int
    unit: str

    def __str__(self) -> str:
        return f"{self.count}{self.unit}"

    def after(self, moment: dt.datetime) -> dt.datetime:
        """Return the moment at which the span ends that begins at `moment` (UTC), or the last of all where time ends.

        A day that the month lacks is its last one.
        """
        if moment.year > dt.MAXYEAR - MAX_YEARS - 1:
            return dt.datetime.max.replace(tzinfo=dt.UTC)
        if self.unit == "d":
            return moment + dt.timedelta(days=self.count)
        month = moment.month - 1 + self.count * (12 if self.unit == "y" else 1)
        year, month = moment.year + month // 12, month % 12 + 1
        return moment.replace(year=year, month=month, day=min(moment.day, monthrange(year, month)[1]))


def _span_from_text(value: Any) -> TimeSpan:  # noqa: ANN401 - what the author wrote, not yet checked
    found = _SPAN.fullmatch(value.strip()) if isinstance(value, str) else None
    if not found or int(found[1]) * _DAYS[found[2]] > MAX_YEARS * 365:
        raise PydanticCustomError("time_span", "time span")
    return TimeSpan(int(found[1]), found[2])


Day = Annotated[dt.date, BeforeValidator(_date_from_text)]
# Not Span | None: a key without a value is a mistake.
Span = Annotated[
    TimeSpan | None,
    BeforeValidator(_span_from_text, json_schema_input_type=Annotated[str, Field(pattern=rf"^\s*{_SPAN.pattern}\s*$")]),
]
