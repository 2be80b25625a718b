"""CSV as spreadsheets write it: commas, semicolons (Excel where the comma is decimal) or tabs, quotes, a BOM."""

import csv
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from gramota.errors import Problem, Where
from gramota.grading.bulk.graded import SetAside
from gramota.grading.bulk.limits import MAX_LINE_BYTES
from gramota.grading.bulk.lines import TableLines
from gramota.grading.bulk.readable import keeps_bytes, readable_text
from gramota.grading.strict_json import Json

if TYPE_CHECKING:
    from _csv import Reader

DELIMITERS = (",", ";", "\t")
REQUIRED = ("id", "question", "answer")
OF_RESULTS = {"id", "question", "criteria", "misconceptions", "review"}
"""What tells results from answers."""
# Excel's own first line, which tells it the delimiter.
_DECLARED = re.compile(r'"?sep=([,;\t|])"?[\r\n]*', re.IGNORECASE)

Row = tuple[Where, dict[str, Json] | SetAside]


def parse_csv(lines: TableLines, shown_as: str) -> Iterator[Row]:
    """Yield each row by the names in the header with the line it begins in; what is malformed is set aside."""
    csv.field_size_limit(MAX_LINE_BYTES)
    ahead = iter(lines)
    first, number = next(ahead, ""), 1
    delimiters: tuple[str, ...] = DELIMITERS
    if declared := _DECLARED.fullmatch(first):
        first, number, delimiters = next(ahead, ""), 2, (declared[1],)
    delimiter, header = _read_header(first, delimiters)
    where = Where(shown_as, number)
    problem = _check_header(header, where)
    if problem and not lines.too_long:
        yield where, SetAside(problem, None)
        return
    rows = csv.reader(chain([first], ahead), delimiter=delimiter, strict=True)
    yield from _parse_rows(rows, lines, Header(header), where)


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


class Header:
    """The names of a table's columns; one without a name is called by its place, and is there where it holds something.

    Spreadsheets write empty columns that nobody has seen.
    """

    def __init__(self, names: Sequence[str]) -> None:
        self.names = [*names]
        self._nameless = {place for place, name in enumerate(names) if not name}
        for place in self._nameless:
            self.names[place] = f"column_{place + 1}"
            while self.names.count(self.names[place]) > 1:
                self.names[place] += "_"

    def name(self, cells: Sequence[str]) -> dict[str, Json]:
        """Return a row's cells by their names."""
        named = zip(self.names, cells, strict=True)
        if not self._nameless:
            return dict(named)
        return {name: cell for place, (name, cell) in enumerate(named) if cell or place not in self._nameless}


def _parse_rows(rows: "Reader", lines: TableLines, header: Header, begin: Where) -> Iterator[Row]:
    where = begin
    try:
        for cells in rows:
            if where != begin and any(cells):
                yield where, _name_cells(cells, header, lines, where)
            where = Where(begin.path, begin.line + rows.line_num)
    except csv.Error as error:
        is_long = "field larger" in str(error)
        yield where, _unread(where, lines, "G327.long" if is_long else "G327")
    else:
        if lines.too_long:
            yield where, _unread(where, lines, "")


def _unread(where: Where, lines: TableLines, code: str) -> SetAside:
    """Tell of all lines from here to the end of the file; where one is too long, that is why."""
    given = lines.too_long.given if lines.too_long else None
    count = lines.count_from(where.line)
    return SetAside(Problem.at(where, "G330.table" if given else code, limit=MAX_LINE_BYTES, count=count), given)


def _name_cells(cells: list[str], header: Header, lines: TableLines, where: Where) -> dict[str, Json] | SetAside:
    is_undecoded, lines.is_undecoded = lines.is_undecoded and any(map(keeps_bytes, cells)), False
    if is_undecoded:
        cells = [*map(readable_text, cells)]
    if len(cells) != len(header.names):
        return SetAside(Problem.at(where, "G326", count=len(cells), expected=len(header.names)), [*cells])
    return SetAside(Problem.at(where, "G329.cell"), header.name(cells)) if is_undecoded else header.name(cells)
