"""The first sheet of the gradebook: a row for each attempt, with the columns that were asked for."""

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from gramota.grading.grade import Attempt
from gramota.grading.gradebook.columns import Column
from gramota.grading.gradebook.spreadsheet_cells import Cell
from gramota.grading.gradebook.workbook_cells import (
    Filled,
    finish_table,
    fit_width,
    put_row,
    put_title,
    put_wrapped_row,
    set_widths,
)
from gramota.grading.gradebook.workbook_styles import Area, Styles, colour_outcomes, draw_bars, mute_others
from gramota.wording import Wording

_HEAD_ROW = 3
_KEPT = 2
_WIDEST = 46


def write_attempts_sheet(
    sheet: Worksheet, attempts: Sequence[Attempt], columns: Sequence[Column], styles: Styles, t: Wording
) -> None:
    """Write the sheet; attempts that do not count are muted."""
    counting = sum(attempt.standing == "counts" for attempt in attempts)
    put_title(sheet, t("book.title"), t("book.attempts_note", count=len(attempts), counting=counting), styles)
    put_row(sheet, _HEAD_ROW, (Filled(column.heading(t), styles.head) for column in columns))
    rows = [[column.cell(attempt, t) for column in columns] for attempt in attempts]
    widths = [_width_of(column.heading(t), [cells[number] for cells in rows]) for number, column in enumerate(columns)]
    for row, cells in enumerate(rows, start=_HEAD_ROW + 1):
        filled = [Filled(cell, styles.cell[column.kind]) for cell, column in zip(cells, columns, strict=True)]
        put_wrapped_row(sheet, row, filled, widths)
    set_widths(sheet, widths)
    sheet.set_row(_HEAD_ROW, 34)
    area = Area(_HEAD_ROW, _HEAD_ROW + len(rows), 0, len(columns) - 1)
    _colour(sheet, columns, area, styles, t)
    finish_table(sheet, area, min(_KEPT, len(columns) - 1))


def _width_of(heading: str, cells: Sequence[Cell]) -> int:
    """Return a width that shows the cells whole, and of the heading each word."""
    return fit_width([*heading.split(), *cells], 8, _WIDEST)


def _colour(sheet: Worksheet, columns: Sequence[Column], table: Area, styles: Styles, t: Wording) -> None:
    body = Area(table.first_row + 1, table.last_row, 0, len(columns) - 1)
    names = [column.name for column in columns]
    if "counts" in names:
        mute_others(sheet, body, names.index("counts"), t("standing.counts"), styles.muted)
    for number, column in enumerate(columns):
        area = body.only(number)
        if column.kind == "outcome":
            colour_outcomes(sheet, area, styles, t)
        if column.kind == "share":
            draw_bars(sheet, area)
