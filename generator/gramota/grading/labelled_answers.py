"""Answers for trying a rubric out, with what a trainer said of them where the rows have it."""

from collections.abc import Mapping
from dataclasses import dataclass

from gramota.grading.bulk.rows import BulkRow
from gramota.grading.strict_json import Json, JsonError, parse_json
from gramota.rubric.accepted import Kind

LABEL_COLUMNS: tuple[Kind, ...] = ("criteria", "misconceptions")

MeaningKey = tuple[Kind, str]
"""A criterion or misconception of a question by its kind and its id."""


@dataclass(frozen=True, slots=True)
class LabelledAnswer:
    """An answer and a trainer's decisions on it, as far as there are any."""

    id: str | int
    text: str
    labels: Mapping[MeaningKey, bool]


def label_answer(row: BulkRow) -> LabelledAnswer:
    """Return the row's answer with the labels in its columns `criteria` and `misconceptions`: {id: 0 or 1}."""
    labels = {(kind, name): said for kind in LABEL_COLUMNS for name, said in _labels(row.others.get(kind)).items()}
    return LabelledAnswer(row.id, row.answer, labels)


def _labels(column: Json) -> dict[str, bool]:
    """A cell of CSV holds the object as text; whatever is no label is none."""
    if isinstance(column, str):
        try:
            column = parse_json(column)
        except JsonError:
            return {}
    marks = column if isinstance(column, dict) else {}
    return {name: bool(mark) for name, mark in marks.items() if isinstance(mark, int) and mark in {0, 1}}
