"""Rows that could not be graded: kept meanwhile, then told, and written to a file beside the results."""

import json
from collections.abc import Iterator
from typing import BinaryIO

from gramota.errors import Problem, Where
from gramota.grading.bulk.spool import Spool
from gramota.grading.results import json_line
from gramota.grading.tables.rows_aside import OF_SET_ASIDE, SetAside
from gramota.wording.problems import describe


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
        values = (where.path, where.line, row.problem.code.partition(".")[0], message, hint, row.given)
        stream.write(json_line(dict(zip(OF_SET_ASIDE, values, strict=True))).encode())
