"""Rows that cannot be graded, and how the file that keeps them is known again."""

import json
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from gramota.course.model.plain_name import without_unseen
from gramota.errors import Problem
from gramota.grading.files.strict_json import Json

OF_SET_ASIDE = ("file", "row", "code", "message", "hint", "given")
"""The keys of each line of a file of rows that were set aside, in their order."""


@dataclass(frozen=True)
class SetAside:
    """A row that could not be graded: why, and what it holds, as far as it can be read."""

    problem: Problem
    given: Json


def write_aside(rows: Iterable[SetAside]) -> bytes:
    """Return JSON for read_aside."""
    return "".join(json.dumps(_plain(row), ensure_ascii=False, default=_readable) + "\n" for row in rows).encode()


def _plain(row: SetAside) -> Json:
    where, problem = row.problem.where, row.problem
    return [problem.code, [where.path, where.line, where.column], [[*each] for each in problem.values], row.given]


def _readable(value: object) -> str:
    return value.decode(errors="replace") if isinstance(value, bytes) else str(value)


def is_line_of_set_aside(line: bytes) -> bool:
    """Whether the line tells of a row that was set aside."""
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(found, dict) and tuple(found) == OF_SET_ASIDE


def same_id(row_id: str | int) -> str:
    """Return what is the same for ids that look alike.

    Spaces before and behind do not count, nor do characters that nobody sees, nor the type.
    """
    return unicodedata.normalize("NFC", without_unseen(str(row_id))).strip()
