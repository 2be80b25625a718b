"""A row of a table with what its answer was given, and what is carried along with it."""

import json
from collections.abc import Iterable

from gramota.grading.grade import Grade
from gramota.grading.tables.rows import BulkRow

GradedRow = tuple[BulkRow, Grade]


def names_of(rows: Iterable[GradedRow]) -> tuple[str, ...]:
    """Return the names of the input's other columns in these rows, in the order in which they first come."""
    return tuple(dict.fromkeys(name for row, _ in rows for name in row.others))


def as_json(value: object) -> str:
    """Return a carried value as JSON."""
    return json.dumps(value, ensure_ascii=False)
