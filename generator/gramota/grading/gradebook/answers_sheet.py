"""The gradebook's sheet of answers: one in each row, with what it was given and why."""

from collections.abc import Iterator, Sequence

from xlsxwriter.worksheet import Worksheet

from gramota.grading.decision_facts import comments_on
from gramota.grading.grade import Attempt, Grade
from gramota.grading.gradebook.workbook_cells import (
    Filled,
    finish_table,
    put_row,
    put_title,
    put_wrapped_row,
    set_widths,
)
from gramota.grading.gradebook.workbook_styles import Area, Styles
from gramota.grading.shown.evidence import tell_evidence
from gramota.grading.shown.notices_in_words import tell_notice
from gramota.wording import Wording

_HEAD_ROW = 3
_WIDTHS = {
    "name": 24,
    "learner_id": 12,
    "title": 26,
    "question_id": 16,
    "text": 70,
    "score": 8,
    "max": 11,
    "evidence": 50,
    "notices": 30,
    "comments": 36,
}


def write_answers_sheet(sheet: Worksheet, attempts: Sequence[Attempt], styles: Styles, t: Wording) -> None:
    """Write the answers of the attempts that count, also those to questions that are gone."""
    put_title(sheet, t("book.answers"), t("book.answers_note"), styles)
    put_row(sheet, _HEAD_ROW, (Filled(t(f"column.{name}"), styles.head) for name in _WIDTHS))
    row = _HEAD_ROW
    for attempt in attempts:
        for grade in attempt.grades if attempt.standing == "counts" else ():
            row += 1
            put_wrapped_row(sheet, row, [*_cells(attempt, grade, styles, t)], [*_WIDTHS.values()])
    set_widths(sheet, [*_WIDTHS.values()])
    sheet.set_row(_HEAD_ROW, 34)
    finish_table(sheet, Area(_HEAD_ROW, row, 0, len(_WIDTHS) - 1), kept_columns=1)


def _cells(attempt: Attempt, grade: Grade, styles: Styles, t: Wording) -> Iterator[Filled]:
    long, number = styles.cell["long"], styles.cell["number"]
    learner = attempt.handed_in.answers.learner
    for text in (learner.name, learner.id, attempt.compiled.letter.title, grade.question, grade.answer):
        yield Filled(text, long)
    yield from (Filled(grade.score, number), Filled(grade.max, number))
    yield Filled(tell_evidence(grade, t), long)
    yield Filled("; ".join(tell_notice(notice, notice.question, t) for notice in grade.notices), long)
    yield Filled("; ".join(comments_on(grade)), long)
