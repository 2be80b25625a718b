"""Numbers as the pages write them: points, shares and dates, in the language of the page."""

import datetime as dt
from collections.abc import Sequence
from math import floor

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal

from gramota.decisions.line import Line
from gramota.grading.files.plain_text import clean_line
from gramota.grading.shown.points import points_text
from gramota.wording import Wording

# Shares are quotients of sums of fractions, which are not exact.
_ROUNDING = 1e-9


def tell_share(share: float | None, locale: Locale) -> str:
    """Return a share (0 to 1) in percent with at most one decimal, rounded down: nearly enough is not enough."""
    if share is None:
        return "—"
    percent = floor(share * 1000 + _ROUNDING) / 10
    number = str(format_decimal(percent, format="0.#", locale=locale))
    return str(locale.percent_formats[None].pattern).replace("#,##0", number)


def tell_points(score: float | None, most: float | None, t: Wording) -> str:
    """Return “2 of 3”."""
    shown = "—" if score is None else points_text(score, t.locale)
    return t("points", score=shown, max=points_text(most or 0, t.locale))


def tell_day(moment: dt.datetime, locale: Locale) -> str:
    """Return the day in UTC, so that every computer makes the same page."""
    return str(format_date(moment.astimezone(dt.UTC), "long", locale=locale))


def tell_who(line: Line, locale: Locale) -> str:
    """Return the trainer and the day of a decision or comment."""
    return ", ".join(filter(None, (clean_line(line.who or ""), tell_day(line.moment, locale))))


def bins_of(shares: Sequence[float], count: int) -> list[int]:
    """Return how many of the shares (0 to 1) lie in each of `count` equal steps; a whole one is in the last."""
    found = [0] * count
    for share in shares:
        found[min(count - 1, floor(share * count + _ROUNDING))] += 1
    return found
