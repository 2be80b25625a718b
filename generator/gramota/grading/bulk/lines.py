"""The lines of a bulk file, read without ever holding more than the longest line allowed."""

import codecs
from collections.abc import Iterator
from typing import IO

from gramota.errors import Problem, Where
from gramota.grading.bulk.graded import SetAside
from gramota.grading.bulk.limits import MAX_LINE_BYTES
from gramota.grading.bulk.readable import beginning_of, readable

Line = tuple[Where, str | bytes | SetAside]
"""A line's text with its place; its bytes where it is not UTF-8."""


def read_lines(stream: IO[bytes], shown_as: str) -> Iterator[Line]:
    """Yield each line with its place; of one that is too long its beginning, set aside."""
    number = 0
    while line := stream.readline(MAX_LINE_BYTES + 1):
        number += 1
        where = Where(shown_as, number)
        yield where, _read(line.removeprefix(codecs.BOM_UTF8) if number == 1 else line, where)
        while len(line) > MAX_LINE_BYTES and not line.endswith(b"\n"):
            line = stream.readline(MAX_LINE_BYTES + 1)


class TableLines:
    """The lines of a table, where one that is too long ends the reading: a cell may reach over several lines.

    `is_undecoded` says that a line was given whose bytes stand in it as half characters.
    """

    def __init__(self, stream: IO[bytes], shown_as: str) -> None:
        self._lines = read_lines(stream, shown_as)
        self._last = 0
        self.too_long: SetAside | None = None
        self.is_undecoded = False

    def __iter__(self) -> Iterator[str]:
        for where, line in self._lines:
            self._last = where.line
            if isinstance(line, SetAside):
                self.too_long = line
                return
            if isinstance(line, bytes):
                self.is_undecoded = True
                yield line.decode("utf-8", "surrogateescape")
            else:
                yield line

    def count_from(self, line: int) -> int:
        """Return how many lines there are from this one to the end, none of which is read after that."""
        for where, _ in self._lines:
            self._last = where.line
        return self._last - line + 1


def _read(line: bytes, where: Where) -> str | bytes | SetAside:
    if len(line) > MAX_LINE_BYTES:
        given = beginning_of(readable(line[:MAX_LINE_BYTES]))
        return SetAside(Problem.at(where, "G330", limit=MAX_LINE_BYTES), given)
    try:
        return line.decode()
    except UnicodeDecodeError:
        return line
