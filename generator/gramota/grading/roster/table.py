"""A roster's file as a table: its encoding, its delimiter, its header found, and its rows by their columns."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from gramota.errors import ContentError, Problem, Where, reason_of
from gramota.grading.files.text_decoding import decode_text
from gramota.grading.roster.columns import COLUMNS, Column, columns_called
from gramota.grading.tables.table import DELIMITERS

MAX_BYTES = 5_000_000
_TITLES_ABOVE = 10
"""Lines in which the header is looked for: personnel programs write titles above it."""
_WORKBOOK = b"PK\x03\x04"
_OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"
_MISSING: Mapping[Column, str] = {"id": "G392.id", "name": "G392.name"}

Row = Mapping[Column, str]


class _Header(NamedTuple):
    line: int
    """From 0."""
    delimiter: str
    names: list[str]
    columns: list[Column | None]


def read_roster_text(path: Path, where: Where) -> tuple[str, bool]:
    """Return the text, and whether it had to be read as Windows-1251; raise ContentError where it is no table.

    Excel's «Unicode text» is UTF-16 with a mark at its beginning.
    """
    data = _read(path, where)
    if data.startswith((_WORKBOOK, _OLD_WORKBOOK)):
        raise ContentError([Problem.at(where, "G390")])
    with suppress(ContentError):
        return decode_text(data, where), False
    try:
        return data.decode("cp1251"), True
    except UnicodeDecodeError:
        raise ContentError([Problem.at(where, "G391")]) from None


def parse_roster_rows(text: str, where: Where) -> Iterator[tuple[Where, Row] | Problem]:
    """Yield the rows below the header, each with the line that it begins in; raise ContentError without a header."""
    csv.field_size_limit(MAX_BYTES)
    lines = [*StringIO(text.replace("\0", ""), newline="")]
    header = _find_header(lines)
    _check_header(header, where)
    rows = csv.reader(lines[header.line :], delimiter=header.delimiter, strict=True)
    line = header.line + 1
    try:
        for number, cells in enumerate(rows):
            if number and any(cell.strip() for cell in cells):
                yield Where(where.path, line), _named(cells, header.columns)
            line = header.line + 1 + rows.line_num
    except csv.Error:
        yield Problem.at(Where(where.path, line), "G327")


def split_header(line: str) -> list[str]:
    """Return the names in a header's line, split by the delimiter that makes most columns of a roster out of it."""
    return _find_header([line]).names


def _read(path: Path, where: Where) -> bytes:
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise ContentError([Problem.at(where, "G300.roster", size_bytes=size, limit_bytes=MAX_BYTES)])
        return path.read_bytes()
    except OSError as error:
        raise ContentError([Problem.at(where, "G001", reason=reason_of(error))]) from None


def _find_header(lines: Sequence[str]) -> _Header:
    """Return the line that, split in one of the ways, names most of the columns."""
    found = [
        _Header(at, delimiter, names, columns_called(names))
        for at, line in enumerate(lines[:_TITLES_ABOVE])
        for delimiter in DELIMITERS
        for names in [_split(line, delimiter)]
    ]
    return max(found, key=_known_columns, default=_Header(0, ",", [], []))


def _known_columns(header: _Header) -> tuple[int, int]:
    return len({*header.columns} - {None}), len(header.names)


def _check_header(header: _Header, where: Where) -> None:
    place = Where(where.path, header.line + 1)
    missing = [code for name, code in _MISSING.items() if name not in header.columns]
    if missing:
        raise ContentError([Problem.at(place, code) for code in missing])
    for column in COLUMNS:
        names = [name for name, each in zip(header.names, header.columns, strict=True) if each == column]
        if len(names) > 1:
            raise ContentError([Problem.at(place, "G396", columns=", ".join(names))])


def _split(line: str, delimiter: str) -> list[str]:
    try:
        return [cell.strip() for cell in next(csv.reader([line], delimiter=delimiter), [])]
    except csv.Error:
        return []


def _named(cells: Sequence[str], columns: Sequence[Column | None]) -> Row:
    """Return the cells by their columns; a row may end early, as spreadsheets leave empty cells out."""
    return {column: " ".join(cell.split()) for column, cell in zip(columns, cells, strict=False) if column}
