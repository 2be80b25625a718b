"""Rows of the bulk form that answer a question once more: everything is graded, and the later one is told."""

from collections.abc import Iterator

from gramota.errors import Problem
from gramota.grading.bulk import BulkRow

AnswerKey = tuple[str, str]


def find_repeated_row(row: BulkRow, seen: set[AnswerKey]) -> Iterator[Problem]:
    """Yield the warning about a row whose id and question are among those seen, and add them to these."""
    key = (str(row.id), row.question)
    if key in seen:
        yield Problem.at(row.where, "G332", id=row.id, question=row.question)
    seen.add(key)
