"""Codes of languages: ru, en, and with a country ru-RU or pt-br."""

from functools import cache


@cache
def primary_language(code: str) -> str:
    """The language alone, in small letters."""
    return code.lower().split("-", maxsplit=1)[0]
