"""How the gradebook's cells look: one style for each kind of cell, and the colours that depend on what is in them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from gramota.grading.gradebook.columns import Kind
from gramota.wording import Wording

_INK = "#1F2937"
_LINE = "#D5DAE1"
_HEAD = "#E8ECF4"
# Readable on each other, and told apart also by those who see no red or green: the words differ as well.
_GOOD = {"bg_color": "#D8F0DC", "font_color": "#14532D"}
_BAD = {"bg_color": "#FADADA", "font_color": "#7F1D1D"}
_DOUBTFUL = {"bg_color": "#FDEBC1", "font_color": "#713F12"}
_MUTED = {"font_color": "#8A94A3", "italic": True}
_BAR = "#9DB7E8"

# A one or a zero that can be added up, shown as a mark.
_CRITERION = '[=1]"✓";[=0]"–";General'
_CRITERION_IN_DOUBT = '[=1]"✓ ?";[=0]"– ?";General'
_MISCONCEPTION = '[=1]"!";[=0]"–";General'
_MISCONCEPTION_IN_DOUBT = '[=1]"! ?";[=0]"– ?";General'


class Marks(NamedTuple):
    """The styles of a mark that is sure, and of one that the program doubts."""

    sure: Format
    doubtful: Format


@dataclass(frozen=True)
class Styles:
    """The styles of one workbook; `cell` has one for each kind of column."""

    title: Format
    note: Format
    legend: Format
    head: Format
    head_upright: Format
    head_group: Format
    cell: dict[Kind, Format]
    strong: Format
    whole: Format
    fraction: Format
    points: Format
    criterion: Marks
    misconception: Marks
    good: Format
    bad: Format
    doubtful: Format
    muted: Format


def make_styles(book: Workbook, t: Wording) -> Styles:
    """Add the styles to the workbook; a text stays one though it is edited (the prefix is a setting, not a sign)."""
    base = {"font_name": "Calibri", "font_size": 11, "font_color": _INK, "valign": "vcenter"}
    cell = {**base, "border": 1, "border_color": _LINE}
    text = {**cell, "quote_prefix": True, "indent": 1}
    head = {**cell, "quote_prefix": True, "bold": True, "bg_color": _HEAD, "text_wrap": True}

    def make(*parts: dict[str, object], **more: object) -> Format:
        return book.add_format({key: value for part in (*parts, more) for key, value in part.items()})

    return Styles(
        title=make(base, bold=True, font_size=15, quote_prefix=True),
        note=make(base, font_color="#5B6675", quote_prefix=True),
        legend=make(base, font_color="#5B6675", text_wrap=True, valign="top", quote_prefix=True),
        head=make(head, align="center"),
        head_upright=make(head, rotation=90, align="center", valign="bottom", bold=False, font_size=9),
        head_group=make(head, align="left", indent=1),
        cell={
            "text": make(text),
            "long": make(text, text_wrap=True),
            "number": make(cell, num_format="0.##", align="right", indent=1),
            "share": make(cell, num_format="0%", align="right", indent=1),
            "moment": make(cell, num_format=t("book.moment"), align="center"),
            "day": make(cell, num_format=t("book.moment").split()[0], align="center"),
            "outcome": make(cell, align="center", quote_prefix=True),
        },
        strong=make(text, bold=True, text_wrap=True),
        whole=make(cell, num_format="0", align="right", indent=1),
        fraction=make(cell, num_format="0.00", align="right", indent=1),
        points=make(cell, num_format="0.##", align="center", bold=True, left=2),
        criterion=Marks(
            make(cell, num_format=_CRITERION, align="center"),
            make(cell, num_format=_CRITERION_IN_DOUBT, align="center"),
        ),
        misconception=Marks(
            make(cell, num_format=_MISCONCEPTION, align="center"),
            make(cell, num_format=_MISCONCEPTION_IN_DOUBT, align="center"),
        ),
        good=book.add_format(_GOOD),
        bad=book.add_format(_BAD),
        doubtful=book.add_format(_DOUBTFUL),
        muted=book.add_format(_MUTED),
    )


@dataclass(frozen=True)
class Area:
    """The cells of one or more columns from the first row to the last, counted from 0."""

    first_row: int
    last_row: int
    first_column: int
    last_column: int

    @property
    def corners(self) -> tuple[int, int, int, int]:
        """The corners in the order in which XlsxWriter takes them."""
        return self.first_row, self.first_column, self.last_row, self.last_column

    def only(self, column: int) -> "Area":
        """Return the same rows of one column."""
        return Area(self.first_row, self.last_row, column, column)


def colour_outcomes(sheet: Worksheet, area: Area, styles: Styles, t: Wording) -> None:
    """Colour what is passed, not passed and to be reviewed."""
    looks = {"passed": styles.good, "not_passed": styles.bad, "review": styles.doubtful}
    colour_texts(sheet, area, {t(f"outcome.{outcome}"): look for outcome, look in looks.items()})


def colour_texts(sheet: Worksheet, area: Area, looks: Mapping[str, Format]) -> None:
    """Colour the cells that hold one of these texts."""
    for text, look in looks.items():
        _colour_equal(sheet, area, f'"{text}"', look)


def colour_ones(sheet: Worksheet, area: Area, look: Format) -> None:
    """Colour the cells that hold a 1."""
    _colour_equal(sheet, area, 1, look)


def colour_below(sheet: Worksheet, area: Area, limit: float, but_not: tuple[int, str], look: Format) -> None:
    """Colour the numbers below the limit, but not where a column says that, and no empty cells."""
    first = xl_rowcol_to_cell(area.first_row, area.first_column)
    column, said = but_not
    other = xl_rowcol_to_cell(area.first_row, column, col_abs=True)
    rule = f'=AND(ISNUMBER({first}),{first}<{limit},{other}<>"{said}")'
    sheet.conditional_format(*area.corners, {"type": "formula", "criteria": rule, "format": look})


def mute_others(sheet: Worksheet, area: Area, column: int, said: str, look: Format) -> None:
    """Mute the rows where the column says something else than this; called first, it ends their colouring."""
    first = xl_rowcol_to_cell(area.first_row, column, col_abs=True)
    sheet.conditional_format(
        *area.corners, {"type": "formula", "criteria": f'={first}<>"{said}"', "format": look, "stop_if_true": True}
    )


def draw_bars(sheet: Worksheet, area: Area) -> None:
    """Draw a bar of its length behind each share, 0 to 1."""
    bar = {"type": "data_bar", "bar_solid": True, "bar_color": _BAR, "bar_border_color": _BAR}
    scale = {"min_type": "num", "min_value": 0, "max_type": "num", "max_value": 1}
    sheet.conditional_format(*area.corners, {**bar, **scale})


def _colour_equal(sheet: Worksheet, area: Area, value: object, look: Format) -> None:
    sheet.conditional_format(*area.corners, {"type": "cell", "criteria": "==", "value": value, "format": look})
