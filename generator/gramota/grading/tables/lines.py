"""The lines of a bulk file, read without ever holding more than the longest line allowed."""

import codecs
from collections.abc import Iterator
from typing import IO

from gramota.errors import Problem, Where
from gramota.grading.tables.limits import MAX_LINE_BYTES
from gramota.grading.tables.quotes import Quotes
from gramota.grading.tables.readable import beginning_of, readable
from gramota.grading.tables.rows_aside import SetAside

Line = tuple[Where, str | bytes | SetAside]
"""A line's text with its place; its bytes where it is not UTF-8."""

_AT_ONCE = MAX_LINE_BYTES + 1


def read_lines(stream: IO[bytes], shown_as: str) -> Iterator[Line]:
    """Yield each line with its place; of one that is too long its beginning, set aside."""
    number = 0
    while line := stream.readline(_AT_ONCE):
        number += 1
        where = Where(shown_as, number)
        yield where, _read(without_marks(line) if number == 1 else line, where)
        while _is_cut(line):
            line = stream.readline(_AT_ONCE)


class TableLines:
    """The lines of a table, up to one that is too long, where whoever reads them stops: its row is then passed over.

    `is_undecoded` says that a line was given whose bytes stand in it as half characters.
    """

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._line = b""
        self.number = 0
        """How many lines were read, the one that is too long included."""
        self.is_at_end = False
        self.is_undecoded = False

    def __iter__(self) -> Iterator[str]:
        while line := self._next():
            self.number += 1
            if len(line) > MAX_LINE_BYTES:
                return
            if self.number == 1:
                line = without_marks(line)
            try:
                yield line.decode()
            except UnicodeDecodeError:
                self.is_undecoded = True
                yield line.decode("utf-8", "surrogateescape")

    @property
    def too_long(self) -> str | None:
        """Return the beginning of the line that is too long; None where there is no such line."""
        return beginning_of(readable(self._line[:MAX_LINE_BYTES])) if len(self._line) > MAX_LINE_BYTES else None

    def pass_row(self, quotes: Quotes) -> bool:
        """Read to the end of the row that the last line is part of; no, where no end can be told by its quotes."""
        while self._line:
            quotes.read(self._line)
            is_cut = _is_cut(self._line)
            if quotes.is_malformed:
                return False
            if not (is_cut or quotes.is_open):
                self._line = b""
                return True
            is_more = self._next() and not is_cut
            self.number += bool(is_more)
        return not quotes.is_open

    def count_from(self, line: int) -> int:
        """Return how many lines there are from this one to the end, none of which is read after that."""
        is_cut = _is_cut(self._line)
        while more := self._next():
            self.number += not is_cut
            is_cut = _is_cut(more)
        return self.number - line + 1

    def _next(self) -> bytes:
        """Return the next line, or as much of it as is read at once."""
        self._line = self._stream.readline(_AT_ONCE)
        self.is_at_end = not self._line
        return self._line


def without_marks(line: bytes) -> bytes:
    """Return the first line without the mark of UTF-8, which some programs write once more."""
    while line.startswith(codecs.BOM_UTF8):
        line = line.removeprefix(codecs.BOM_UTF8)
    return line


def _is_cut(line: bytes) -> bool:
    """Whether the line goes on beyond what was read of it at once."""
    return len(line) > MAX_LINE_BYTES and not line.endswith(b"\n")


def _read(line: bytes, where: Where) -> str | bytes | SetAside:
    if len(line) > MAX_LINE_BYTES:
        given = beginning_of(readable(line[:MAX_LINE_BYTES]))
        return SetAside(Problem.at(where, "G330", limit=MAX_LINE_BYTES), given)
    try:
        return line.decode()
    except UnicodeDecodeError:
        return line
