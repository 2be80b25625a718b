"""Cells that a spreadsheet shows and never runs, whoever wrote what they hold."""

import csv
import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from babel.numbers import format_decimal

from gramota.grading.files.plain_text import clean_line
from gramota.wording import Wording

BOM = "\ufeff"
"""Excel takes a file without it for one in the machine's old code page."""

Cell = str | float | bool | dt.datetime | None

# Spreadsheets keep 15 digits of a number; a longer one is an identifier rather than a quantity.
_INEXACT = 10**15

# What begins a formula, in its ASCII and full-width forms; also where a reader that splits cells
# at the other delimiter would see a cell begin.
_FORMULA_BEGINS = re.compile("(^|[;,])([=+@＝＋＠－-])")
# All that a spreadsheet makes of it is the number itself.
_PLAIN_NUMBER = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?")


def safe_text(text: str) -> str:
    """Return the text on one line, with an apostrophe before whatever would begin a formula; a number is none."""
    line = clean_line(text)
    return line if _PLAIN_NUMBER.fullmatch(line) else _FORMULA_BEGINS.sub(r"\1'\2", line)


def write_csv(header: Sequence[str], rows: Iterable[Sequence[Cell]], t: Wording) -> Iterator[str]:
    """Yield a CSV file piece by piece, as the language's Excel opens it: `;` where the comma is the decimal sign."""
    yield BOM + csv_row(header, t)
    for row in rows:
        yield csv_row(row, t)


def csv_delimiter(t: Wording) -> str:
    """Return what parts the cells where this language is spoken."""
    return ";" if t.locale.number_symbols["latn"]["decimal"] == "," else ","


def csv_row(cells: Sequence[Cell], t: Wording) -> str:
    """Return one row of the file."""
    return shown_row([_shown(cell, t) for cell in cells], t)


def shown_row(cells: Sequence[str], t: Wording) -> str:
    """Return a row of cells that are texts fit to show already."""
    line = StringIO()
    csv.writer(line, delimiter=csv_delimiter(t), lineterminator="\r\n").writerow(cells)
    return line.getvalue()


def _shown(cell: Cell, t: Wording) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "1" if cell else "0"
    if isinstance(cell, str):
        return safe_text(cell)
    if isinstance(cell, dt.datetime):
        # strftime leaves the zeros out before years of less than four digits on some systems.
        return cell.isoformat(" ", "minutes")[:16]
    if abs(cell) >= _INEXACT:
        return str(cell)
    return format_decimal(cell, format="0.######", locale=t.locale)
