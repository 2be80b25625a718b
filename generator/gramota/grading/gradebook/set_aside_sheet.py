"""The gradebook's last sheet: what could not be graded, and what to do about it."""

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from gramota.errors import Problem
from gramota.grading.gradebook.workbook_cells import (
    Filled,
    finish_table,
    put_row,
    put_title,
    put_wrapped_row,
    set_widths,
)
from gramota.grading.gradebook.workbook_styles import Area, Styles
from gramota.wording import Wording
from gramota.wording.problems import describe

_HEAD_ROW = 3
_WIDTHS = {"file": 46, "code": 9, "trouble": 70, "remedy": 70}


def write_set_aside_sheet(sheet: Worksheet, problems: Sequence[Problem], styles: Styles, t: Wording) -> None:
    """Write a row for each problem."""
    put_title(sheet, t("book.set_aside"), t("book.set_aside_note"), styles)
    put_row(sheet, _HEAD_ROW, (Filled(t(f"column.{name}"), styles.head) for name in _WIDTHS))
    for row, problem in enumerate(problems, start=_HEAD_ROW + 1):
        told = (problem.where.path, problem.code.partition(".")[0], *describe(problem, t.lang))
        put_wrapped_row(sheet, row, [Filled(text, styles.cell["long"]) for text in told], [*_WIDTHS.values()])
    set_widths(sheet, [*_WIDTHS.values()])
    finish_table(sheet, Area(_HEAD_ROW, _HEAD_ROW + len(problems), 0, len(_WIDTHS) - 1), kept_columns=0)
