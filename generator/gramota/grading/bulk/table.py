"""CSV as spreadsheets write it: commas, semicolons (Excel where the comma is decimal) or tabs, quotes, a BOM."""

import csv
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain

from gramota.errors import Problem, Where
from gramota.grading.bulk.limits import MAX_LINE_BYTES
from gramota.grading.strict_json import Json

DELIMITERS = (",", ";", "\t")
REQUIRED = ("id", "question", "answer")
# Excel's own first line, which tells it the delimiter.
_DECLARED = re.compile(r'"?sep=([,;\t|])"?[\r\n]*', re.IGNORECASE)

Row = tuple[Where, dict[str, Json] | Problem]


def parse_csv(lines: Iterable[str], shown_as: str) -> Iterator[Row]:
    """Yield each row by the names in the header with the line it begins in; what is malformed is a problem."""
    csv.field_size_limit(MAX_LINE_BYTES)
    ahead = iter(lines)
    first, number = next(ahead, ""), 1
    delimiters: tuple[str, ...] = DELIMITERS
    if declared := _DECLARED.fullmatch(first):
        first, number, delimiters = next(ahead, ""), 2, (declared[1],)
    delimiter, header = _read_header(first, delimiters)
    where = Where(shown_as, number)
    problem = _check_header(header, where)
    if problem:
        yield where, problem
        return
    yield from _parse_rows(chain([first], ahead), delimiter, header, where)


def _read_header(line: str, delimiters: Sequence[str]) -> tuple[str, list[str]]:
    """Return the delimiter that makes most of the needed columns out of the header, and the header's names."""
    headers = {delimiter: _split(line, delimiter) for delimiter in delimiters}
    delimiter = max(delimiters, key=lambda each: len(set(REQUIRED) & set(headers[each])))
    return delimiter, headers[delimiter]


def _split(line: str, delimiter: str) -> list[str]:
    try:
        return [known_name(name.strip()) for name in next(csv.reader([line], delimiter=delimiter), [])]
    except csv.Error:
        return []


def known_name(name: str) -> str:
    """Return a needed column's name in its own case; a carried column keeps the one that it has."""
    return name.lower() if name.lower() in REQUIRED else name


def _check_header(header: Sequence[str], where: Where) -> Problem | None:
    if missing := missing_columns(header):
        return Problem.at(where, "G324", columns=", ".join(missing))
    repeated = repeated_columns(name for name in header if name)
    return Problem.at(where, "G325", column=repeated[0]) if repeated else None


def missing_columns(names: Collection[str]) -> list[str]:
    """Return the needed columns that are not among these."""
    return [name for name in REQUIRED if name not in names]


def repeated_columns(names: Iterable[str]) -> list[str]:
    """Return the names that stand there more than once, in the order in which they first come."""
    return [name for name, count in Counter(names).items() if count > 1]


def _parse_rows(lines: Iterable[str], delimiter: str, header: list[str], begin: Where) -> Iterator[Row]:
    rows = csv.reader(lines, delimiter=delimiter, strict=True)
    where = begin
    try:
        for cells in rows:
            if where != begin and any(cells):
                yield where, _name_cells(cells, header, where)
            where = Where(begin.path, begin.line + rows.line_num)
    except csv.Error as error:
        yield where, _malformed(error, where)


def _malformed(error: csv.Error, where: Where) -> Problem:
    if "field larger" in str(error):
        return Problem.at(where, "G327.long", limit=MAX_LINE_BYTES)
    return Problem.at(where, "G327")


def _name_cells(cells: list[str], header: list[str], where: Where) -> dict[str, Json] | Problem:
    if len(cells) != len(header):
        return Problem.at(where, "G326", count=len(cells), expected=len(header))
    return {name: cell for name, cell in zip(header, cells, strict=True) if name}
