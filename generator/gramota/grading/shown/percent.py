"""A confidence as people read it."""

from math import floor

from babel import Locale
from babel.numbers import format_percent


def confidence_percent(confidence: float, locale: Locale) -> str:
    """Return whole percent, rounded down: nothing that a program decides is certain, and 100 % would say so."""
    return str(format_percent(floor(round(confidence * 1000) / 10) / 100, locale=locale))
