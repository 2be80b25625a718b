"""The lines of a bulk file, read without ever holding more than the longest line allowed."""

from collections.abc import Iterator
from typing import IO

from gramota.errors import Problem, Where
from gramota.grading.bulk.limits import MAX_LINE_BYTES

_OF_TABLE = {"G329": "G329.table", "G330": "G330.table"}


def read_lines(stream: IO[bytes], shown_as: str) -> Iterator[tuple[Where, str | Problem]]:
    """Yield each line's text with its place, or why there is none: it is too long or not UTF-8."""
    number = 0
    while line := stream.readline(MAX_LINE_BYTES + 1):
        number += 1
        where = Where(shown_as, number)
        yield where, _decode(line, where)
        while len(line) > MAX_LINE_BYTES and not line.endswith(b"\n"):
            line = stream.readline(MAX_LINE_BYTES + 1)


class TableLines:
    """The lines of a table, where one that cannot be read ends the reading: a cell may reach over several lines."""

    def __init__(self, stream: IO[bytes], shown_as: str) -> None:
        self._lines = read_lines(stream, shown_as)
        self.problem: Problem | None = None

    def __iter__(self) -> Iterator[str]:
        for where, line in self._lines:
            if isinstance(line, Problem):
                self.problem = Problem(_OF_TABLE[line.code], where, line.values)
                return
            yield line


def _decode(line: bytes, where: Where) -> str | Problem:
    if len(line) > MAX_LINE_BYTES:
        return Problem.at(where, "G330", limit=MAX_LINE_BYTES)
    try:
        return line.decode("utf-8-sig" if where.line == 1 else "utf-8")
    except UnicodeDecodeError:
        return Problem.at(where, "G329")
