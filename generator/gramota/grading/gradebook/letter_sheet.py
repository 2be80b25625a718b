"""A letter's sheet in the gradebook: a row for each attempt, and for each question its points and marks."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from gramota.course import ControlQuestion
from gramota.grading.files.plain_text import clean_line, fit_text
from gramota.grading.grade import Attempt, Grade
from gramota.grading.gradebook.columns import COLUMNS, Column
from gramota.grading.gradebook.workbook_cells import Filled, finish_table, fit_width, put, put_row, put_title
from gramota.grading.gradebook.workbook_styles import (
    Area,
    Marks,
    Styles,
    colour_ones,
    colour_outcomes,
    draw_bars,
    mute_others,
)
from gramota.rubric import Decision
from gramota.wording import Wording

_NAMES = (
    "name",
    "learner_id",
    "finished",
    "revision",
    "score",
    "max",
    "share",
    "result",
    "counts",
    "trainer",
    "decided",
)
_GROUP_ROW, _HEAD_ROW = 3, 4
_WIDEST = 30
_POINTS_WIDTH, _MARK_WIDTH = 6.0, 5.0
_GROUP_HEIGHT, _HEAD_HEIGHT = 48, 150
_LONGEST_PROMPT, _LONGEST_TITLE = 120, 70


class _Head(NamedTuple):
    """The head of a column below a question; `ones` is the look of its ones, where it has marks."""

    text: str
    style: Format
    width: float
    ones: Format | None = None


def write_letter_sheet(sheet: Worksheet, attempts: Sequence[Attempt], styles: Styles, t: Wording) -> None:
    """Write the sheet of the attempts, at least one, at one letter."""
    letter, quiz = attempts[0].compiled.letter, attempts[0].compiled.quiz
    percent = f"{quiz.pass_share * 100:g}"
    put_title(sheet, letter.title, t("book.letter_note", revision=letter.revision, percent=percent), styles)
    about = [COLUMNS[name] for name in _NAMES]
    heads = [[*_heads(question, styles, t)] for question in quiz.control]
    body = Area(_HEAD_ROW + 1, _HEAD_ROW + len(attempts), 0, len(about) + sum(map(len, heads)) - 1)
    for row, attempt in enumerate(attempts, start=body.first_row):
        put_row(sheet, row, _row(attempt, about, styles, t))
    _head_about(sheet, about, attempts, styles, t)
    _colour_about(sheet, about, body, styles, t)
    first = len(about)
    for number, (question, below) in enumerate(zip(quiz.control, heads, strict=True), start=1):
        _head_question(sheet, f"{number}. {question.prompt}", below, first, styles)
        _colour_marks(sheet, below, Area(body.first_row, body.last_row, first, first + len(below) - 1))
        first += len(below)
    sheet.set_row(_GROUP_ROW, _GROUP_HEIGHT)
    sheet.set_row(_HEAD_ROW, _HEAD_HEIGHT)
    finish_table(sheet, Area(_HEAD_ROW, body.last_row, 0, body.last_column), kept_columns=1)


def _row(attempt: Attempt, about: Sequence[Column], styles: Styles, t: Wording) -> Iterator[Filled]:
    for column in about:
        yield Filled(column.cell(attempt, t), styles.cell[column.kind])
    grades = {grade.question: grade for grade in attempt.grades}
    for question in attempt.compiled.quiz.control:
        yield from _question_cells(question, grades[question.id], styles)


def _question_cells(question: ControlQuestion, grade: Grade, styles: Styles) -> Iterator[Filled]:
    yield Filled(grade.score, styles.points)
    yield from (_mark(grade.criteria.get(each.id), grade, styles.criterion) for each in question.criteria)
    yield from (
        _mark(grade.misconceptions.get(each.id), grade, styles.misconception) for each in question.misconceptions
    )


def _mark(decision: Decision | None, grade: Grade, marks: Marks) -> Filled:
    if decision is None or grade.state != "graded":
        return Filled(None, marks.sure)
    return Filled(decision.met, marks.doubtful if decision.is_unsure else marks.sure)


def _heads(question: ControlQuestion, styles: Styles, t: Wording) -> Iterator[_Head]:
    yield _Head(t("column.score"), styles.head_upright, _POINTS_WIDTH)
    for criterion in question.criteria:
        yield _Head(criterion.title, styles.head_upright, _MARK_WIDTH, styles.good)
    for idea in question.misconceptions:
        yield _Head(t("misconception", title=idea.title), styles.head_upright, _MARK_WIDTH, styles.bad)


def _head_about(
    sheet: Worksheet, about: Sequence[Column], attempts: Sequence[Attempt], styles: Styles, t: Wording
) -> None:
    for number, column in enumerate(about):
        put(sheet, _HEAD_ROW, number, Filled(column.heading(t), styles.head))
        words = column.heading(t).split()
        width = fit_width([*words, *(column.cell(attempt, t) for attempt in attempts)], 8, _WIDEST)
        sheet.set_column(number, number, width)


def _head_question(sheet: Worksheet, prompt: str, heads: Sequence[_Head], first: int, styles: Styles) -> None:
    sheet.merge_range(_GROUP_ROW, first, _GROUP_ROW, first + len(heads) - 1, "", styles.head_group)
    put(sheet, _GROUP_ROW, first, Filled(fit_text(clean_line(prompt), _LONGEST_PROMPT), styles.head_group))
    for column, head in enumerate(heads, start=first):
        put(sheet, _HEAD_ROW, column, Filled(fit_text(clean_line(head.text), _LONGEST_TITLE), head.style))
        sheet.set_column(column, column, head.width)


def _colour_marks(sheet: Worksheet, heads: Sequence[_Head], area: Area) -> None:
    for column, head in enumerate(heads, start=area.first_column):
        if head.ones:
            colour_ones(sheet, area.only(column), head.ones)


def _colour_about(sheet: Worksheet, about: Sequence[Column], table: Area, styles: Styles, t: Wording) -> None:
    at = {column.name: table.only(number) for number, column in enumerate(about)}
    mute_others(sheet, table, at["counts"].first_column, t("standing.counts"), styles.muted)
    colour_outcomes(sheet, at["result"], styles, t)
    draw_bars(sheet, at["share"])
