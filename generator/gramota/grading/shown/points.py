"""Points as people read them."""

from babel import Locale
from babel.numbers import format_decimal


def points_text(points: float, locale: Locale) -> str:
    """Return the points with at most two decimals, and none where they are whole."""
    return str(format_decimal(points, format="0.##", locale=locale))
