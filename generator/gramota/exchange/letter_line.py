"""The line below a letter's title that says of when it is and for whom: «Письмо от 15.03.2021. Аудитория: продажи»."""

import datetime as dt
import re
from typing import NamedTuple

from gramota.course.model.audience import distinct_groups, part_groups

_RUSSIAN = ("январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр")
_ENGLISH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = {name: number for names in (_RUSSIAN, _ENGLISH) for number, name in enumerate(names, 1)}
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_DIGITS = re.compile(r"\b(\d{1,2})[./](\d{1,2})[./](\d{4})(?:\s*г(?:ода|\.)?)?")
_DAY_FIRST = re.compile(
    r"[«\"“]?\b(\d{1,2})[»\"”]?(?:st|nd|rd|th)?\s+([a-zа-яё]{3,9})\.?,?\s+(\d{4})(?:\s*г(?:ода|\.)?)?", re.I
)
_MONTH_FIRST = re.compile(r"\b([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})", re.I)
_AUDIENCE = re.compile(
    r"(?:^\s*(?:для|for|to)|\b(?:аудитория|для кого|кому|адресаты?|получател[ьи]|audience|for whom|recipients?))"
    r"\s*:\s*(.+?)\s*$",
    re.I,
)
_NUMBER = re.compile(r"(?:№|\bno\.|\bn°)\s*([\w./-]*\d[\w./-]*\w|\d)", re.I)
_KIND = re.compile(
    r"^(?:инструктивное|информационное|служебное)?\s*(?:письмо|инструкция|приказ|распоряжение|дата|"
    r"(?:instruction|information|instructional)?\s*letter|instruction|memo|date)?\s*:?\s*(?:от|of|dated|from)?\s*",
    re.I,
)
LONGEST = 300


class LetterLine(NamedTuple):
    """What the line says; `is_all` is whether it says nothing else."""

    date: dt.date | None
    audience: tuple[str, ...]
    number: str
    is_all: bool


def read_letter_line(line: str) -> LetterLine | None:
    """Return what the line says of the letter, or None where it is ordinary text."""
    if len(line) > LONGEST:
        return None
    rest, audience = line, tuple[str, ...]()
    if found := _AUDIENCE.search(rest):
        audience = distinct_groups(part.strip(" .") for part in part_groups(found[1]) if part.strip(" ."))
        rest = rest[: found.start()]
    number = _NUMBER.search(rest)
    rest = rest.replace(number[0], " ") if number else rest
    date, rest = take_date(rest)
    left = re.sub(r"[\s.,;:|–—-]+", " ", _KIND.sub("", rest.strip())).strip()
    if not date and not audience:
        return None
    return LetterLine(date, audience, number[1] if number else "", not left)


def take_date(text: str) -> tuple[dt.date | None, str]:
    """Return the first date that the text gives, and the text without it."""
    for pattern, order in ((_ISO, "ymd"), (_DIGITS, "dmy"), (_DAY_FIRST, "dmy"), (_MONTH_FIRST, "mdy")):
        for found in pattern.finditer(text):
            if date := _date(dict(zip(order, found.groups(), strict=True))):
                return date, f"{text[: found.start()]} {text[found.end() :]}"
    return None, text


def _date(parts: dict[str, str]) -> dt.date | None:
    month = parts["m"].lower()
    number = int(month) if month.isdigit() else next((n for name, n in _MONTHS.items() if month.startswith(name)), 0)
    try:
        return dt.date(int(parts["y"]), number, int(parts["d"]))
    except ValueError:
        return None
