"""The values of a problem as people read them: sizes, large numbers, spans of time and days, each in the language."""

import datetime as dt
import re
from collections.abc import Iterable
from decimal import Decimal

from gramota.wording import Wording

_SIZE = "_bytes"
_MOST_PLACES = 6
"""Digits after the point with which any two numbers of bytes look different in any unit."""
_UNITS = ((1_000_000, "megabytes"), (1_000, "kilobytes"), (1, "bytes"))
_SPAN = re.compile(r"(\d+)([dmy])")
_SPANS = {"d": "days", "m": "months", "y": "years"}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def shown_values(values: Iterable[tuple[str, str]], t: Wording) -> dict[str, str]:
    """Return the values by their names; `t` is the room that has the words for units.

    Sizes that differ look different: a file just above the limit does not have the limit's size.
    """
    given = dict(values)
    sizes = {name: int(value) for name, value in given.items() if name.endswith(_SIZE) and value.isdigit()}
    places = _places_for({*sizes.values()})
    shown = {name: _shown(name, value, t) for name, value in given.items()}
    return shown | {name: _counted(*_in_unit(size, places), t) for name, size in sizes.items()}


def _places_for(sizes: set[int]) -> int:
    """Return how many digits after the point tell the sizes apart, one at least."""
    enough = (
        places for places in range(1, _MOST_PLACES) if len({_in_unit(each, places) for each in sizes}) == len(sizes)
    )
    return next(enough, _MOST_PLACES)


def _in_unit(value: int, places: int) -> tuple[str, Decimal]:
    size, unit = next((size, unit) for size, unit in _UNITS if value >= size or size == 1)
    return unit, round(Decimal(value) / size, places)


def _shown(name: str, value: str, t: Wording) -> str:
    if name == "limit" and value.isdigit():
        return _in_digits(int(value), t)
    if name == "span" and (span := _SPAN.fullmatch(value)):
        return _counted(_SPANS[span[2]], Decimal(span[1]), t)
    if name in {"read", "day"} and _DAY.fullmatch(value):
        from babel.dates import format_date  # noqa: PLC0415 - most messages do without

        return format_date(dt.date.fromisoformat(value), "medium", locale=t.locale)
    return value


def _counted(unit: str, number: Decimal, t: Wording) -> str:
    return t(unit, count=str(number.normalize()), number=_in_digits(number, t))


def _in_digits(number: Decimal | int, t: Wording) -> str:
    from babel.numbers import format_decimal  # noqa: PLC0415 - most messages do without

    return format_decimal(number, locale=t.locale, decimal_quantization=False)
