"""The gradebook's sheet of questions: how hard each is, whether it tells who knows, and how often what is met."""

from collections.abc import Iterator, Sequence

from xlsxwriter.worksheet import Worksheet

from gramota.grading.grade import Attempt
from gramota.grading.gradebook.workbook_cells import (
    Filled,
    finish_table,
    put_legend,
    put_row,
    put_title,
    put_wrapped_row,
    set_widths,
)
from gramota.grading.gradebook.workbook_styles import Area, Styles, colour_below, draw_bars
from gramota.grading.item_statistics import (
    LEAST_FOR_DIFFICULTY,
    LEAST_FOR_DISCRIMINATION,
    WEAK_DISCRIMINATION,
    Item,
    analyse_items,
)
from gramota.wording import Wording

_HEAD_ROW = 3
_HEADS = (
    "letter",
    "question",
    "kind",
    "title",
    "n",
    "not_answered",
    "mean",
    "max",
    "hits",
    "difficulty",
    "discrimination",
    "remark",
)
_WIDTHS = {"letter": 26, "question": 16, "kind": 15, "title": 52, "difficulty": 13, "discrimination": 13, "remark": 60}
_USUAL_WIDTH = 11
_LEGEND_HEIGHT = 36


def write_items_sheet(sheet: Worksheet, by_letter: Sequence[Sequence[Attempt]], styles: Styles, t: Wording) -> None:
    """Write the figures of the attempts that count, each list of them at one letter."""
    put_title(sheet, t("book.items"), "", styles)
    put_legend(sheet, t("book.items_note"), len(_HEADS) - 1, _LEGEND_HEIGHT, styles)
    put_row(sheet, _HEAD_ROW, (Filled(t(f"item.{name}"), styles.head) for name in _HEADS))
    widths = [_WIDTHS.get(name, _USUAL_WIDTH) for name in _HEADS]
    row = _HEAD_ROW
    for attempts in by_letter:
        for item in analyse_items(attempts):
            row += 1
            put_wrapped_row(sheet, row, [*_cells(attempts[0].compiled.letter.title, item, styles, t)], widths)
    set_widths(sheet, widths)
    sheet.set_row(_HEAD_ROW, 34)
    body = Area(_HEAD_ROW + 1, max(row, _HEAD_ROW + 1), 0, len(_HEADS) - 1)
    draw_bars(sheet, body.only(_HEADS.index("difficulty")))
    misconceptions = _HEADS.index("kind"), t("item.kind.misconception")
    weak = body.only(_HEADS.index("discrimination"))
    colour_below(sheet, weak, WEAK_DISCRIMINATION, misconceptions, styles.doubtful)
    finish_table(sheet, Area(_HEAD_ROW, row, 0, len(_HEADS) - 1), kept_columns=0)


def _cells(letter: str, item: Item, styles: Styles, t: Wording) -> Iterator[Filled]:
    text = styles.strong if item.kind == "question" else styles.cell["long"]
    yield from (Filled(letter, text), Filled(item.question, text), Filled(t(f"item.kind.{item.kind}"), text))
    yield Filled(item.title, text)
    yield from (Filled(item.n, styles.whole), Filled(item.not_answered, styles.whole))
    yield from (Filled(item.mean, styles.fraction), Filled(item.max, styles.cell["number"]))
    yield Filled(item.hits, styles.whole)
    yield from (Filled(item.difficulty, styles.fraction), Filled(item.discrimination, styles.fraction))
    yield Filled(_remark(item, t), styles.cell["long"])


def _remark(item: Item, t: Wording) -> str:
    """Why a figure is not there."""
    if item.n < LEAST_FOR_DIFFICULTY:
        return t("item.few", least=LEAST_FOR_DIFFICULTY)
    if item.discrimination is not None:
        return ""
    if item.elsewhere < LEAST_FOR_DISCRIMINATION:
        return t("item.few_elsewhere", least=LEAST_FOR_DISCRIMINATION)
    return t("item.no_difference")
