"""The forms of results: rows are put into one chunk by chunk, in any process, and the chunks joined in their order."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from typing import TYPE_CHECKING, BinaryIO, Literal, Protocol

from gramota.grading.bulk.graded_row import GradedRow
from gramota.grading.bulk.spool import Spool
from gramota.grading.gradebook.gradebook import bulk_cells, bulk_header
from gramota.grading.gradebook.spreadsheet_cells import BOM, csv_delimiter, csv_row, safe_text, shown_row
from gramota.grading.results import bulk_line
from gramota.grading.tables.carried_names import BEFORE_TAKEN
from gramota.wording import Wording, wording

if TYPE_CHECKING:
    from gramota.grading.bulk.text_form import Page

TableForm = Literal["text", "jsonl", "csv", "parquet"]

_ANY_SIZE = 2**31 - 1
"""Of a cell that we wrote ourselves; every system can say this number."""


class Form(Protocol):
    """One form of results."""

    def pack(self, rows: Sequence[GradedRow], names: Sequence[str]) -> bytes:
        """Return the rows of one chunk in this form, the input's other columns of these names at the end."""

    def write(self, spool: Spool, stream: BinaryIO) -> None:
        """Write all chunks; raise OSError."""


class Streamed(Form, Protocol):
    """A form whose chunks can be written as they come."""

    def end(self, counts: Mapping[str, int]) -> bytes:
        """Return what stands behind all chunks, in which there are so many rows of each state."""


class JsonLines:
    """A line of JSON for each row, whose bytes are those of its chunk."""

    def pack(self, rows: Sequence[GradedRow], names: Sequence[str]) -> bytes:  # noqa: ARG002 - each line has its own
        """Return the lines of the contract."""
        return "".join([bulk_line(row, grade) for row, grade in rows]).encode()

    def write(self, spool: Spool, stream: BinaryIO) -> None:
        """Write the lines as they are."""
        stream.writelines(frame.read("results") for frame in spool.frames())

    def end(self, counts: Mapping[str, int]) -> bytes:  # noqa: ARG002 - other forms count
        """Return nothing."""
        return b""


class Table:
    """A table for spreadsheets; chunks whose columns are not all columns are laid out anew."""

    def __init__(self, lang: str) -> None:
        self._t: Wording = wording("grading", lang)

    def pack(self, rows: Sequence[GradedRow], names: Sequence[str]) -> bytes:
        """Return the rows without a header."""
        return "".join([csv_row(bulk_cells(row, grade, names, self._t), self._t) for row, grade in rows]).encode()

    def write(self, spool: Spool, stream: BinaryIO) -> None:
        """Write the header, with the other columns of all chunks, and the rows."""
        names = all_names(spool)
        stream.write((BOM + shown_row(_headings(bulk_header(self._t), names), self._t)).encode())
        for frame in spool.frames():
            content = frame.read("results")
            stream.write(content if frame.names == names else self._laid_out(content, frame.names, names).encode())

    def _laid_out(self, content: bytes, own: Sequence[str], names: Sequence[str]) -> str:
        csv.field_size_limit(_ANY_SIZE)
        rows = csv.reader(StringIO(content.decode(), newline=""), delimiter=csv_delimiter(self._t))
        return "".join(shown_row([*_placed(row, own, names)], self._t) for row in rows)


def _headings(own: Sequence[str], names: Sequence[str]) -> list[str]:
    """Return all headings, none of them twice, so that the results can be read again, and graded again."""
    headings, taken = [*own], {heading.lower() for heading in own}
    for name in names:
        heading = safe_text(name)
        while heading.lower() in taken:
            heading = f"{BEFORE_TAKEN}{heading}"
        headings.append(heading)
        taken.add(heading.lower())
    return headings


def _placed(cells: list[str], own: Sequence[str], names: Sequence[str]) -> Iterator[str]:
    """Yield the cells with those of the chunk's own columns in the places of all columns."""
    fixed = len(cells) - len(own)
    others = dict(zip(own, cells[fixed:], strict=True))
    yield from cells[:fixed]
    yield from (others.get(name, "") for name in names)


def all_names(spool: Spool) -> tuple[str, ...]:
    """Return the names of the input's other columns in all chunks, in the order in which they first come."""
    return tuple(dict.fromkeys(name for frame in spool.frames() for name in frame.names))


def streamed_form(name: TableForm, lang: str, page: "Page | None") -> Streamed | None:
    """Return the form of this name, if its chunks can be written as they come."""
    if page:
        from gramota.grading.bulk.text_form import Report  # noqa: PLC0415 - rich takes a while to load

        return Report(page, wording("grading", lang))
    return JsonLines() if name == "jsonl" else None


def form_of(name: TableForm, lang: str, page: "Page | None") -> Form:
    """Return the form of this name; what people read in it is in this language, a report on this page."""
    if streamed := streamed_form(name, lang, page):
        return streamed
    if name == "csv":
        return Table(lang)
    from gramota.grading.bulk.parquet_form import Parquet  # noqa: PLC0415 - pyarrow is large

    return Parquet()
