"""Files of answers in chunks: enough rows to be worth the way to another process, and never much memory."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import TypeVar

from gramota.errors import Problem, Where
from gramota.grading.inbox.table_kinds import CSV, PARQUET, table_kind
from gramota.grading.tables.limits import MOST_BYTES, MOST_ROWS
from gramota.grading.tables.lines import Line
from gramota.grading.tables.parquet_rows import batch_rows, count_rows, read_batches
from gramota.grading.tables.part_names import Key
from gramota.grading.tables.rows import parse_jsonl, read_csv, read_jsonl
from gramota.grading.tables.rows_aside import SetAside
from gramota.grading.tables.table import Row
from gramota.grading.tables.text_file import BROKEN, open_text, tell_broken

Item = TypeVar("Item", Line, Row)

_OVERHEAD = 200
"""Bytes of a row besides its text, about."""


@dataclass(frozen=True)
class Source:
    """A file of answers, the name by which messages call it, and the columns that the names of its folders say."""

    path: Path
    shown: str
    keys: tuple[Key, ...] = ()

    @property
    def place(self) -> str:
        """The full path, the same by whichever name or link the file is given."""
        return str(self.path.resolve())


@dataclass(frozen=True)
class Lines:
    """Lines of JSON, not yet parsed."""

    lines: tuple[Line, ...]

    def rows(self) -> Iterator[Row]:
        """Yield the columns of each line that is not empty."""
        return parse_jsonl(self.lines)


@dataclass(frozen=True)
class Cells:
    """Rows of a table, their cells named; or what has kept a file from being read."""

    cells: tuple[Row, ...]

    def rows(self) -> Iterator[Row]:
        """Yield the columns of each row."""
        return iter(self.cells)


@dataclass(frozen=True)
class Batch:
    """Rows of a Parquet file as an Arrow stream, and the place of the first."""

    begin: Where
    stream: bytes

    def rows(self) -> Iterator[Row]:
        """Yield the columns of each row."""
        from gramota.grading.bulk.arrow_stream import read_stream  # noqa: PLC0415 - pyarrow is large

        return batch_rows(read_stream(self.stream), self.begin)


@dataclass(frozen=True)
class Chunk:
    """Some rows of a file, numbered over all files; `behind` is how many bytes of all files are read with it."""

    number: int
    rows: Lines | Cells | Batch
    behind: int


def read_chunks(sources: Iterable[Source]) -> Iterator[Chunk]:
    """Yield all rows of the files in their order; the same files always make the same chunks."""
    numbers, before = count(), 0
    for source in sources:
        read = _read_parquet if table_kind(source.path.name) == PARQUET else _read_text
        for rows, behind in read(source):
            yield Chunk(next(numbers), rows, before + behind)
        before += size_of(source.path)


def size_of(path: Path) -> int:
    """Return the bytes of an ordinary file; 0 of what has no size."""
    return path.stat().st_size if path.is_file() else 0


def _read_text(source: Source) -> Iterator[tuple[Lines | Cells, int]]:
    try:
        with open_text(source.path) as text:
            if table_kind(source.path.name) == CSV:
                for cells in _packed(read_csv(text, source.shown)):
                    yield Cells(cells), text.position()
            else:
                for lines in _packed(read_jsonl(text, source.shown)):
                    yield Lines(lines), text.position()
    except BROKEN as error:
        yield _problem(tell_broken(error, Where(source.shown))), 0


def _problem(problem: Problem) -> Cells:
    """What has kept a file, or the rest of it, from being read."""
    return Cells(((problem.where, SetAside(problem, None)),))


def _packed(items: Iterator[Item]) -> Iterator[tuple[Item, ...]]:
    chunk: list[Item] = []
    size = 0
    for item in items:
        chunk.append(item)
        size += _OVERHEAD + _size(item[1])
        if len(chunk) >= MOST_ROWS or size >= MOST_BYTES:
            yield tuple(chunk)
            chunk, size = [], 0
    if chunk:
        yield tuple(chunk)


def _size(content: object) -> int:
    if isinstance(content, dict):
        return sum(len(cell) for cell in content.values() if isinstance(cell, str))
    return len(content) if isinstance(content, str | bytes) else 0


def _read_parquet(source: Source) -> Iterator[tuple[Batch | Cells, int]]:
    size, rows, first = size_of(source.path), 0, 1
    for batch in read_batches(source.path, source.shown, source.keys):
        if isinstance(batch, Problem):
            yield _problem(batch), size
            continue
        from gramota.grading.bulk.arrow_stream import write_stream  # noqa: PLC0415 - pyarrow is large

        rows = rows or count_rows(source.path)
        yield Batch(Where(source.shown, first), write_stream(batch)), size * (first + batch.num_rows) // (rows + 1)
        first += batch.num_rows
