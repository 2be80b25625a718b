"""Everyone's progress as a workbook: one table with filters, dates as dates, and a colour for each state."""

import datetime as dt
from collections.abc import Sequence
from io import BytesIO

from xlsxwriter.worksheet import Worksheet

from gramota.grading.gradebook.new_workbook import new_workbook
from gramota.grading.gradebook.workbook_cells import Filled, finish_table, fit_width, put_row, put_title
from gramota.grading.gradebook.workbook_styles import Area, Styles, colour_texts, draw_bars, make_styles
from gramota.grading.roster.progress import STATES, Progress
from gramota.grading.roster.status_table import COLUMNS, status_heads, status_row
from gramota.grading.roster.status_text import count_states
from gramota.wording import Wording, wording

_HEAD_ROW = 3
_KEPT = 2
_NOTE_TO = 8
_WIDEST = 46


def write_status_workbook(everyone: Sequence[Progress], on: dt.date, t: Wording) -> bytes:
    """Return the file's bytes, the same for the same people and day."""
    stream = BytesIO()
    with new_workbook(stream, t("book.title"), dt.datetime(on.year, on.month, on.day, tzinfo=dt.UTC)) as book:
        _write_sheet(
            book.add_worksheet(t("book.title")), everyone, on, make_styles(book, wording("grading", t.lang)), t
        )
    return stream.getvalue()


def _write_sheet(sheet: Worksheet, everyone: Sequence[Progress], on: dt.date, styles: Styles, t: Wording) -> None:
    people, letters = ({each.person.id for each in everyone}, {each.letter.id for each in everyone})
    counts = count_states(everyone, t)
    note = t("book.note", date=on.isoformat(), people=len(people), letters=len(letters), counts=counts)
    put_title(sheet, t("book.title"), "", styles)
    sheet.merge_range(1, 0, 1, _NOTE_TO, note, styles.note)
    heads, rows = status_heads(t), [status_row(each, t) for each in everyone]
    put_row(sheet, _HEAD_ROW, (Filled(head, styles.head) for head in heads))
    for number, cells in enumerate(rows, start=_HEAD_ROW + 1):
        kinds = zip(cells, COLUMNS.values(), strict=True)
        put_row(sheet, number, (Filled(cell, styles.cell[kind]) for cell, kind in kinds))
    for number, head in enumerate(heads):
        longest = max(head.split(), key=len)
        sheet.set_column(number, number, fit_width([longest, *(row[number] for row in rows)], 8, _WIDEST))
    sheet.set_row(_HEAD_ROW, 34)
    area = Area(_HEAD_ROW, _HEAD_ROW + len(rows), 0, len(heads) - 1)
    _colour(sheet, area, styles, t)
    finish_table(sheet, area, _KEPT)


def _colour(sheet: Worksheet, table: Area, styles: Styles, t: Wording) -> None:
    body = Area(table.first_row + 1, table.last_row, 0, table.last_column)
    looks = dict.fromkeys(STATES, styles.bad) | {
        "passed": styles.good,
        "review": styles.doubtful,
        "older_revision": styles.doubtful,
    }
    names = [*COLUMNS]
    colour_texts(sheet, body.only(names.index("state")), {t(f"state.{state}"): look for state, look in looks.items()})
    draw_bars(sheet, body.only(names.index("share")))
