"""CSV as spreadsheets write it: commas, semicolons (Excel where the comma is decimal) or tabs, quotes, a BOM."""

import csv
from collections.abc import Iterable, Iterator
from itertools import chain

from gramota.errors import Problem, Where
from gramota.grading.strict_json import Json

DELIMITERS = (",", ";", "\t")
REQUIRED = ("id", "question", "answer")

Row = tuple[Where, dict[str, Json] | Problem]


def parse_csv(lines: Iterable[str], shown_as: str) -> Iterator[Row]:
    """Yield each row by the names in the header with the line it begins in; what is malformed is a problem."""
    ahead = iter(lines)
    first = next(ahead, "")
    delimiter, header = _read_header(first)
    problem = _check_header(header, Where(shown_as))
    if problem:
        yield problem.where, problem
        return
    yield from _parse_rows(chain([first], ahead), delimiter, header, shown_as)


def _read_header(line: str) -> tuple[str, list[str]]:
    """Return the delimiter that makes most of the needed columns out of the header, and the header's names."""
    headers = {delimiter: _split(line, delimiter) for delimiter in DELIMITERS}
    delimiter = max(DELIMITERS, key=lambda each: len(set(REQUIRED) & set(headers[each])))
    return delimiter, headers[delimiter]


def _split(line: str, delimiter: str) -> list[str]:
    try:
        return [name.strip() for name in next(csv.reader([line], delimiter=delimiter), [])]
    except csv.Error:
        return []


def _check_header(header: list[str], where: Where) -> Problem | None:
    missing = [name for name in REQUIRED if name not in header]
    if missing:
        return Problem.at(where, "G324", columns=", ".join(missing))
    repeated = [name for name in header if name and header.count(name) > 1]
    return Problem.at(where, "G325", column=repeated[0]) if repeated else None


def _parse_rows(lines: Iterable[str], delimiter: str, header: list[str], shown_as: str) -> Iterator[Row]:
    rows = csv.reader(lines, delimiter=delimiter, strict=True)
    line = 1
    try:
        for number, cells in enumerate(rows):
            where, line = Where(shown_as, line), rows.line_num + 1
            if number and any(cells):
                yield where, _name_cells(cells, header, where)
    except csv.Error as error:
        yield Where(shown_as, line), Problem.at(Where(shown_as, line), "G327", said=error)


def _name_cells(cells: list[str], header: list[str], where: Where) -> dict[str, Json] | Problem:
    if len(cells) != len(header):
        return Problem.at(where, "G326", count=len(cells), expected=len(header))
    return {name: cell for name, cell in zip(header, cells, strict=True) if name}
