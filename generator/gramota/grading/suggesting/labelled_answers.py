"""Answers for trying a rubric out, with what a trainer said of them where the rows have it."""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from gramota.course.names import listed, shorten, suggestion
from gramota.errors import Problem
from gramota.grading.files.strict_json import Json, JsonError, parse_json
from gramota.grading.suggesting.mark_columns import find_misspelt_columns, has_mark_columns, read_cells
from gramota.grading.tables.rows import BulkRow
from gramota.rubric import CompiledQuestion
from gramota.rubric.phrases.accepted import Kind

LABEL_COLUMNS: tuple[Kind, ...] = ("criteria", "misconceptions")
_UNKNOWN: Mapping[Kind, str] = {"criteria": "G407", "misconceptions": "G407.misconception"}

MeaningKey = tuple[Kind, str]
"""A criterion or misconception of a question by its kind and its id."""

Labels = Mapping[MeaningKey, bool]


@dataclass(frozen=True, slots=True)
class LabelledAnswer:
    """An answer and a trainer's decisions on it, as far as there are any."""

    id: str | int
    text: str
    labels: Labels


def label_answer(row: BulkRow, rubric: CompiledQuestion) -> LabelledAnswer | tuple[Problem, ...]:
    """Return the row's answer with the marks in its columns `criteria` and `misconceptions`: {id: 0 or 1}.

    Where one is missing, columns of the ids' names hold its marks. A column may be empty and a mark null: a trainer has
    not decided. Whatever else cannot be used is told, all of it.
    """
    labels: dict[MeaningKey, bool] = {}
    problems: list[Problem] = []
    for kind in LABEL_COLUMNS:
        known = _known(rubric, kind)
        for found in _read_column(row, kind, known) if kind in row.others else read_cells(row, known):
            if isinstance(found, Problem):
                problems.append(found)
            else:
                labels[kind, found[0]] = found[1]
    return tuple(problems) or LabelledAnswer(row.id, row.answer, labels)


def find_likely_columns(row: BulkRow, ids: Collection[str]) -> Iterator[tuple[str, Problem]]:
    """Yield each column that holds marks under a name like that of a column of marks, and what to tell of it.

    `ids` are those of all criteria and misconceptions that may have a column of their own.
    """
    absent = [kind for kind in LABEL_COLUMNS if kind not in row.others]
    if len(absent) == len(LABEL_COLUMNS) and has_mark_columns(row, ids):
        yield from find_misspelt_columns(row, ids)
    for name, column in row.others.items():
        if absent and name not in LABEL_COLUMNS and isinstance(_opened(column), dict):
            meant = suggestion(name, absent)
            if meant:
                yield name, Problem.at(row.where, "G409", column=shorten(name), suggestion=meant)


def _known(rubric: CompiledQuestion, kind: Kind) -> list[str]:
    return [each.id for each in (rubric.criteria if kind == "criteria" else rubric.misconceptions)]


def _read_column(row: BulkRow, kind: Kind, known: list[str]) -> Iterator[tuple[str, bool] | Problem]:
    try:
        column = _parsed(row.others.get(kind))
    except JsonError as error:
        yield _tell_unread(row, kind, known, error)
        return
    if not column:
        return
    if not isinstance(column, dict):
        yield _tell_no_marks(row, kind, known, column)
        return
    for name, mark in column.items():
        if name not in known:
            values = {"id": shorten(name), "suggestion": suggestion(name, known), "known": listed(known)}
            yield Problem.at(row.where, _UNKNOWN[kind], question=row.question, **values)
        elif isinstance(mark, int | float) and mark in {0, 1}:
            yield name, bool(mark)
        elif mark is not None:
            yield Problem.at(row.where, "G408", id=name, said=_shown(mark))


def _parsed(column: Json) -> Json:
    """A cell of CSV holds the object as text; raise JsonError."""
    if not isinstance(column, str):
        return column
    return parse_json(column) if column.strip() else None


def _opened(column: Json) -> Json:
    try:
        return _parsed(column)
    except JsonError:
        return None


def _tell_unread(row: BulkRow, kind: Kind, known: list[str], error: JsonError) -> Problem:
    if error.code == "G302":
        return Problem.at(row.where, "G302.row", said=error.said)
    return _tell_no_marks(row, kind, known, row.others[kind])


def _tell_no_marks(row: BulkRow, kind: Kind, known: list[str], column: Json) -> Problem:
    example = json.dumps(dict.fromkeys(known[:1], 1) or {"id": 1})
    said = column if isinstance(column, str) else _shown(column)
    return Problem.at(row.where, "G406", column=kind, said=shorten(said), example=example)


def _shown(said: Json) -> str:
    return shorten(json.dumps(said, ensure_ascii=False))
