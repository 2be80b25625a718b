"""The gradebook as a workbook: attempts, letters, answers, the figures of the questions, and what is set aside."""

import datetime as dt
import re
from collections.abc import Sequence
from io import BytesIO

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from gramota.errors import Problem
from gramota.grading.files.plain_text import clean_line, fit_text
from gramota.grading.grade import Attempt
from gramota.grading.gradebook.answers_sheet import write_answers_sheet
from gramota.grading.gradebook.attempts_sheet import write_attempts_sheet
from gramota.grading.gradebook.columns import Column, default_columns
from gramota.grading.gradebook.items_sheet import write_items_sheet
from gramota.grading.gradebook.letter_sheet import write_letter_sheet
from gramota.grading.gradebook.new_workbook import new_workbook
from gramota.grading.gradebook.set_aside_sheet import write_set_aside_sheet
from gramota.grading.gradebook.workbook_styles import make_styles
from gramota.wording import Wording

_LONGEST_NAME = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]+")
# A clock that was wrong may say anything, and not every spreadsheet knows years of less than four digits.
_BEFORE_ALL = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)


def write_workbook(
    attempts: Sequence[Attempt], set_aside: Sequence[Problem], t: Wording, columns: Sequence[Column] = ()
) -> bytes:
    """Return the file's bytes, the same for the same attempts: it is dated by the last sheet that was handed in."""
    stream = BytesIO()
    last = max([_BEFORE_ALL, *(attempt.handed_in.answers.finished_at for attempt in attempts)])
    with new_workbook(stream, t("book.title"), last) as book:
        styles = make_styles(book, t)
        by_letter = [*_by_letter(attempts).values()]
        write_attempts_sheet(_add(book, t("book.attempts")), attempts, columns or default_columns("title"), styles, t)
        for same in by_letter:
            write_letter_sheet(_add(book, same[0].compiled.letter.title), same, styles, t)
        write_answers_sheet(_add(book, t("book.answers")), attempts, styles, t)
        write_items_sheet(_add(book, t("book.items")), [*map(_counting, by_letter)], styles, t)
        if set_aside:
            write_set_aside_sheet(_add(book, t("book.set_aside")), set_aside, styles, t)
    return stream.getvalue()


def _by_letter(attempts: Sequence[Attempt]) -> dict[str, list[Attempt]]:
    found: dict[str, list[Attempt]] = {}
    for attempt in attempts:
        found.setdefault(attempt.compiled.letter.id, []).append(attempt)
    return dict(sorted(found.items()))


def _counting(attempts: Sequence[Attempt]) -> list[Attempt]:
    return [attempt for attempt in attempts if attempt.standing == "counts"]


def _add(book: Workbook, title: str) -> Worksheet:
    """Add a sheet under a name that spreadsheets take: short, without their signs, and no other sheet's in any case."""
    plain = _FORBIDDEN.sub(" ", clean_line(title)).strip(" '") or "-"
    taken = {name.casefold() for name in book.sheetnames} | {"history"}
    number, name = 1, fit_text(plain, _LONGEST_NAME)
    while name.casefold() in taken:
        number += 1
        name = f"{fit_text(plain, _LONGEST_NAME - 5)} ({number})"
    return book.add_worksheet(name)
