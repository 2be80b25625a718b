"""Rows that could not be graded: kept meanwhile, then told, and written to a file beside the results."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from gramota.errors import Problem, Where
from gramota.grading.bulk.graded import SetAside
from gramota.grading.bulk.spool import Spool
from gramota.grading.results import json_line
from gramota.wording.problems import describe

if TYPE_CHECKING:
    from gramota.grading.strict_json import Json

_ENDING = ".set-aside.jsonl"


def aside_path(output: Path) -> Path:
    """Return the path of the file for rows that could not be graded."""
    return output.with_name(output.name + _ENDING)


def read_aside(spool: Spool) -> Iterator[SetAside]:
    """Yield the rows that could not be graded, in their order."""
    for frame in spool.frames():
        for line in frame.read("aside").splitlines():
            code, place, values, given = json.loads(line)
            values = tuple((name, value) for name, value in values)
            yield SetAside(Problem(code, Where(*place), values), given)


def write_aside_file(spool: Spool, stream: BinaryIO, lang: str) -> None:
    """Write a line of JSON for each row: file, row, code, message, hint, and what the row holds."""
    for row in read_aside(spool):
        where = row.problem.where
        message, hint = describe(row.problem, lang)
        line: dict[str, Json] = {
            "file": where.path,
            "row": where.line,
            "code": row.problem.code.partition(".")[0],
            "message": message,
            "hint": hint,
            "given": row.given,
        }
        stream.write(json_line(line).encode())
