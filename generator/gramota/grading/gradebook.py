"""The gradebook: a row for each attempt, a column for each question and each thing it asks for."""

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Sequence

from gramota.grading.bulk import BulkRow
from gramota.grading.compiled_quiz import CompiledQuiz
from gramota.grading.grade import Attempt, Grade
from gramota.grading.notices_in_words import tell_notice
from gramota.grading.plain_text import quote_evidence
from gramota.grading.spreadsheet_cells import Cell, write_csv
from gramota.wording import Wording
from gramota.wording.problems import describe

_ABOUT = (
    "learner_id",
    "name",
    "letter",
    "revision",
    "acknowledged",
    "finished",
    "score",
    "max",
    "share",
    "result",
    "review",
    "notices",
)


def write_gradebook(attempts: Sequence[Attempt], t: Wording) -> Iterator[str]:
    """Yield the gradebook as CSV; attempts at several letters stand in one table, each with its letter's columns."""
    quizzes = {attempt.compiled.letter.id: attempt.compiled for attempt in attempts}
    header = [t(f"column.{name}") for name in (*_ABOUT, "warnings")]
    for compiled in quizzes.values():
        prefix = f"{compiled.letter.id} / " if len(quizzes) > 1 else ""
        header += [prefix + name for name in _question_columns(compiled, t)]
    rows = ([*_about(attempt, t), *_all_questions(attempt, quizzes.values())] for attempt in attempts)
    return write_csv(header, rows, t)


def write_bulk_table(graded: Sequence[tuple[BulkRow, Grade]], t: Wording) -> Iterator[str]:
    """Yield the bulk form's grades as CSV, a row for each answer, with the input's other columns at the end."""
    others = list(dict.fromkeys(name for row, _ in graded for name in row.others))
    names = ("id", "question", "answer", "score", "max", "review", "met", "not_met", "held", "notices", "evidence")
    header = [*(t(f"column.{name}") for name in names), *others]
    return write_csv(header, ([*_bulk_cells(row, grade, t), *_carried(row, others)] for row, grade in graded), t)


def _about(attempt: Attempt, t: Wording) -> Iterator[Cell]:
    answers = attempt.handed_in.answers
    yield from (answers.learner.id, answers.learner.name, answers.letter.id, answers.letter.revision)
    yield _utc(answers.acknowledged_at) if answers.acknowledged_at else None
    yield _utc(answers.finished)
    yield from (attempt.score, attempt.max, None if attempt.share is None else round(attempt.share, 4))
    yield t(f"outcome.{attempt.outcome}")
    yield ", ".join(grade.question for grade in attempt.grades if grade.review)
    yield "; ".join(
        f"{grade.question}: {tell_notice(notice, notice.question, t)}"
        for grade in attempt.grades
        for notice in grade.notices
    )
    yield " ".join(f"{warning.code} {describe(warning, t.lang)[0]}" for warning in attempt.handed_in.warnings)


def _utc(moment: str) -> str:
    return dt.datetime.fromisoformat(moment).astimezone(dt.UTC).strftime("%Y-%m-%d %H:%M")


def _question_columns(compiled: CompiledQuiz, t: Wording) -> Iterator[str]:
    for rubric in compiled.rubrics.values():
        yield rubric.id
        yield from (f"{rubric.id}: {meaning.id}" for meaning in rubric.criteria)
        yield from (f"{rubric.id}: {meaning.id} ({t('column.misconception')})" for meaning in rubric.misconceptions)
        yield f"{rubric.id}: {t('column.evidence')}"


def _all_questions(attempt: Attempt, quizzes: Iterable[CompiledQuiz]) -> Iterator[Cell]:
    for compiled in quizzes:
        is_own = compiled.letter.id == attempt.compiled.letter.id
        grades = {grade.question: grade for grade in attempt.grades} if is_own else {}
        for rubric in compiled.rubrics.values():
            width = len(rubric.criteria) + len(rubric.misconceptions)
            yield from _question_cells(grades[rubric.id], width) if is_own else [None] * (width + 2)


def _question_cells(grade: Grade, width: int) -> Iterator[Cell]:
    """Yield the score, a 1 or 0 for each criterion and misconception, and the evidence; all empty if not graded."""
    yield grade.score
    decisions = (*grade.criteria.values(), *grade.misconceptions.values())
    yield from (decision.met for decision in decisions) if grade.state == "graded" else [None] * width
    yield _evidence(grade)


def _evidence(grade: Grade) -> str:
    decisions = (*grade.criteria.items(), *grade.misconceptions.items())
    quoted = ((key, quote_evidence(grade.answer, decision.evidence)) for key, decision in decisions)
    return "; ".join(f"{key} {words}" for key, words in quoted if words)


def _bulk_cells(row: BulkRow, grade: Grade, t: Wording) -> Iterator[Cell]:
    yield from (str(row.id), row.question, row.answer, grade.score, grade.max, grade.review)
    yield ", ".join(key for key, decision in grade.criteria.items() if decision.met)
    yield ", ".join(key for key, decision in grade.criteria.items() if not decision.met)
    yield ", ".join(key for key, decision in grade.misconceptions.items() if decision.met)
    yield "; ".join(tell_notice(notice, notice.question, t) for notice in grade.notices)
    yield _evidence(grade)


def _carried(row: BulkRow, others: Sequence[str]) -> Iterator[Cell]:
    for name in others:
        value = row.others.get(name)
        yield json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else value
