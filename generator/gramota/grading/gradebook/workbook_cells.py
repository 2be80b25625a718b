"""Writing into a sheet of the gradebook: each text as a text, each moment as a date, columns as wide as needed."""

import datetime as dt
from collections.abc import Iterable, Sequence
from math import ceil
from typing import NamedTuple

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from gramota.grading.files.plain_text import clean_line, fit_text
from gramota.grading.gradebook.spreadsheet_cells import Cell
from gramota.grading.gradebook.workbook_styles import Area, Styles

LONGEST_TEXT = 32_000
"""Characters of a cell; spreadsheets hold 32,767."""
_EARLIEST = dt.datetime(1900, 3, 1, tzinfo=dt.UTC)
"""Before it, spreadsheets disagree on dates."""
_MOMENT = "2026-11-24 10:20"
_PADDING = 3
_LINE_HEIGHT, _ROW_PADDING, _MOST_LINES = 14.5, 3, 20
_A4 = 9
_WIDE = 1.1
"""How much wider than a digit a letter is, with what is lost at the ends of lines."""


class Filled(NamedTuple):
    """A cell with its style."""

    cell: Cell
    style: Format


def put(sheet: Worksheet, row: int, column: int, filled: Filled) -> None:
    """Write one cell; what people typed is never anything but text."""
    cell, style = filled
    if cell is None or cell == "":
        sheet.write_blank(row, column, None, style)
    elif isinstance(cell, dt.datetime) and cell >= _EARLIEST:
        sheet.write_datetime(row, column, cell.astimezone(dt.UTC).replace(tzinfo=None), style)
    elif isinstance(cell, str | dt.datetime):
        sheet.write_string(row, column, fit_text(clean_line(str(cell)), LONGEST_TEXT), style)
    else:
        sheet.write_number(row, column, float(cell), style)


def put_row(sheet: Worksheet, row: int, cells: Iterable[Filled]) -> None:
    """Write the cells one beside the other from the first column on."""
    for column, filled in enumerate(cells):
        put(sheet, row, column, filled)


def put_wrapped_row(sheet: Worksheet, row: int, cells: Sequence[Filled], widths: Sequence[float]) -> None:
    """Write a row that is high enough for its longest cell: not every spreadsheet finds that out for itself."""
    put_row(sheet, row, cells)
    lines = max(_lines(filled.cell, width) for filled, width in zip(cells, widths, strict=True))
    sheet.set_row(row, _LINE_HEIGHT * min(lines, _MOST_LINES) + _ROW_PADDING)


def set_widths(sheet: Worksheet, widths: Sequence[float]) -> None:
    """Set the widths of the first columns, in characters."""
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)


def put_title(sheet: Worksheet, title: str, note: str, styles: Styles) -> None:
    """Write the two lines at a sheet's top; the note runs over the cells to its right."""
    put(sheet, 0, 0, Filled(title, styles.title))
    sheet.set_row(0, 24)
    put(sheet, 1, 0, Filled(note, styles.note))


def put_legend(sheet: Worksheet, legend: str, last_column: int, height: int, styles: Styles) -> None:
    """Write a note of several lines over the table's width, in place of the one below the title."""
    sheet.merge_range(1, 0, 1, last_column, "", styles.legend)
    put(sheet, 1, 0, Filled(legend, styles.legend))
    sheet.set_row(1, height)


def finish_table(sheet: Worksheet, area: Area, kept_columns: int) -> None:
    """Give the table, whose first row is its head, filters, a head that stays in view, and a look on paper."""
    sheet.autofilter(*area.corners)
    sheet.freeze_panes(area.first_row + 1, kept_columns)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(area.first_row)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.set_footer("&L&A&R&P / &N")


def fit_width(cells: Sequence[Cell], least: int, most: int) -> int:
    """Return a width in characters that shows every cell, within bounds."""
    return min(most, max([least, *(_width(cell) + _PADDING for cell in cells)]))


def _width(cell: Cell) -> int:
    if isinstance(cell, dt.datetime):
        return len(_MOMENT)
    if isinstance(cell, str):
        return len(clean_line(cell))
    return 0 if cell is None else len(f"{cell:g}")


def _lines(cell: Cell, width: float) -> int:
    length = len(clean_line(cell)) if isinstance(cell, str) else 0
    return 1 if length + _PADDING <= width else ceil(length * _WIDE / (width - _PADDING))
