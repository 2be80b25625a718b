"""The gradebook: a row for each attempt, a column for each question and each thing it asks for."""

import json
from collections.abc import Iterable, Iterator, Sequence

from gramota.grading.compiled_quiz import CompiledQuiz
from gramota.grading.grade import Attempt, Grade
from gramota.grading.gradebook.columns import Column, default_columns
from gramota.grading.gradebook.spreadsheet_cells import Cell, write_csv
from gramota.grading.shown.evidence import tell_evidence
from gramota.grading.shown.notices_in_words import tell_notice
from gramota.grading.tables.carried_names import HEADINGS
from gramota.grading.tables.rows import BulkRow
from gramota.wording import Wording


def write_gradebook(attempts: Sequence[Attempt], t: Wording, columns: Sequence[Column] = ()) -> Iterator[str]:
    """Yield the gradebook as CSV; attempts at several letters stand in one table, each with its letter's columns.

    Where columns are chosen, they are all that there is.
    """
    about = columns or default_columns("letter")
    compiled = {attempt.compiled.letter.id: attempt.compiled for attempt in attempts}
    quizzes = [] if columns else [*compiled.values()]
    header = [column.heading(t) for column in about]
    for quiz in quizzes:
        prefix = f"{quiz.letter.id} / " if len(quizzes) > 1 else ""
        header += [prefix + name for name in _question_columns(quiz, t)]
    rows = ([*_about(attempt, about, t), *_all_questions(attempt, quizzes, t)] for attempt in attempts)
    return write_csv(header, rows, t)


def bulk_header(t: Wording) -> list[str]:
    """Return the headings of the bulk form's table, behind which come the input's other columns."""
    return [t(f"column.{name}") for name in ("id", "question", "answer", *HEADINGS)]


def bulk_cells(row: BulkRow, grade: Grade, others: Sequence[str], t: Wording) -> list[Cell]:
    """Return the cells of one answer's row of that table."""
    return [*_bulk_cells(row, grade, t), *_carried(row, others)]


def _about(attempt: Attempt, columns: Iterable[Column], t: Wording) -> Iterator[Cell]:
    return (column.cell(attempt, t) for column in columns)


def _question_columns(compiled: CompiledQuiz, t: Wording) -> Iterator[str]:
    for rubric in compiled.rubrics.values():
        yield rubric.id
        yield from (f"{rubric.id}: {meaning.id}" for meaning in rubric.criteria)
        yield from (f"{rubric.id}: {meaning.id} ({t('column.misconception')})" for meaning in rubric.misconceptions)
        yield f"{rubric.id}: {t('column.evidence')}"


def _all_questions(attempt: Attempt, quizzes: Iterable[CompiledQuiz], t: Wording) -> Iterator[Cell]:
    for compiled in quizzes:
        is_own = compiled.letter.id == attempt.compiled.letter.id
        grades = {grade.question: grade for grade in attempt.grades} if is_own else {}
        for rubric in compiled.rubrics.values():
            width = len(rubric.criteria) + len(rubric.misconceptions)
            yield from _question_cells(grades[rubric.id], width, t) if is_own else [None] * (width + 2)


def _question_cells(grade: Grade, width: int, t: Wording) -> Iterator[Cell]:
    """Yield the score, a 1 or 0 for each criterion and misconception, and the evidence; all empty if not graded."""
    yield grade.score
    decisions = (*grade.criteria.values(), *grade.misconceptions.values())
    yield from (decision.met for decision in decisions) if grade.state == "graded" else [None] * width
    yield tell_evidence(grade, t)


def _bulk_cells(row: BulkRow, grade: Grade, t: Wording) -> Iterator[Cell]:
    yield from (str(row.id), row.question, row.answer, grade.score, grade.max, grade.review)
    yield ", ".join(key for key, decision in grade.criteria.items() if decision.met)
    yield ", ".join(key for key, decision in grade.criteria.items() if not decision.met)
    yield ", ".join(key for key, decision in grade.misconceptions.items() if decision.met)
    yield "; ".join(tell_notice(notice, notice.question, t) for notice in grade.notices)
    yield tell_evidence(grade, t)


def _carried(row: BulkRow, others: Sequence[str]) -> Iterator[Cell]:
    for name in others:
        value = row.others.get(name)
        yield json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else value
