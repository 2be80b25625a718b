"""CSV as spreadsheets write it: commas, semicolons (Excel where the comma is decimal) or tabs, quotes, a BOM."""

import csv
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain

from gramota.errors import Problem, Where
from gramota.grading.files.strict_json import Json
from gramota.grading.tables.limits import MAX_LINE_BYTES
from gramota.grading.tables.lines import TableLines
from gramota.grading.tables.quotes import Quotes
from gramota.grading.tables.readable import keeps_bytes, readable_text
from gramota.grading.tables.rows_aside import SetAside

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
    first, delimiters = _find_first(ahead)
    where = Where(shown_as, max(lines.number, 1))
    delimiter = max(delimiters, key=lambda each: len(set(REQUIRED) & set(_split([first], each))))
    header = _read_header(first, ahead, lines, delimiter)
    if lines.too_long:
        yield where, _unread(where, lines, "G330.table")
    elif header is None:
        yield where, SetAside(Problem.at(where, "G324.quote"), None)
    elif problem := _check_header(first, header, where):
        yield where, SetAside(problem, None)
    else:
        yield from _parse_rows(lines, delimiter, Header(header), shown_as)


def _find_first(ahead: Iterator[str]) -> tuple[str, Sequence[str]]:
    """Return the header, which is the first line that holds anything, and the delimiters that it may have."""
    delimiters: Sequence[str] = DELIMITERS
    for line in ahead:
        if declared := _DECLARED.fullmatch(line):
            delimiters = (declared[1],)
        elif line.strip():
            return line, delimiters
    return "", delimiters


def _read_header(first: str, ahead: Iterator[str], lines: TableLines, delimiter: str) -> list[str] | None:
    """Return the names of a header, which may reach over several lines in quotes; None where these are not closed."""
    begin = lines.number
    try:
        return _names(csv.reader(chain([first], ahead), delimiter=delimiter, strict=True))
    except csv.Error:
        # Quotes within a line may stand as they like; one that takes lines of answers into the header may not.
        goes_on = lines.number > begin or lines.is_at_end
        return None if goes_on else _split([first], delimiter)


def _split(lines: Iterable[str], delimiter: str) -> list[str]:
    """Return the names of a header in one line."""
    try:
        return _names(csv.reader(lines, delimiter=delimiter))
    except csv.Error:
        return []


def _names(rows: Iterator[list[str]]) -> list[str]:
    return [known_name(name.strip()) for name in next(rows, [])]


def known_name(name: str) -> str:
    """Return a needed column's name in its own case; a carried column keeps the one that it has."""
    return name.lower() if name.lower() in REQUIRED else name


def _check_header(line: str, header: Sequence[str], where: Where) -> Problem | None:
    if not line:
        return Problem.at(Where(where.path), "G324.empty")
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
        taken = set(names)
        for place in sorted(self._nameless):
            name = f"column_{place + 1}"
            while name in taken:
                name += "_"
            self.names[place] = name
            taken.add(name)

    def name(self, cells: Sequence[str]) -> dict[str, Json]:
        """Return a row's cells by their names."""
        named = zip(self.names, cells, strict=True)
        if not self._nameless:
            return dict(named)
        return {name: cell for place, (name, cell) in enumerate(named) if cell or place not in self._nameless}


def _parse_rows(lines: TableLines, delimiter: str, header: Header, shown_as: str) -> Iterator[Row]:
    """Yield the rows below the header; behind one that is too long the parsing begins anew."""
    while not lines.is_at_end:
        read = lines.number
        rows = csv.reader(lines, delimiter=delimiter, strict=True)
        where = Where(shown_as, read + 1)
        error: csv.Error | None = None
        try:
            for cells in rows:
                if any(cells):
                    yield where, _name_cells(cells, header, lines, where)
                where = Where(shown_as, read + rows.line_num + 1)
        except csv.Error as found:
            error = found
        if aside := _pass_over(error, lines, delimiter, where):
            yield where, aside


def _pass_over(error: csv.Error | None, lines: TableLines, delimiter: str, where: Where) -> SetAside | None:
    """Return what has kept a row from being parsed, and read to its end; None at the end of the table."""
    given = lines.too_long
    is_long_cell = "field larger" in str(error)
    if given is None and not is_long_cell:
        return _unread(where, lines, "G327") if error else None
    if not lines.pass_row(Quotes(delimiter, is_open=error is not None)):
        return _unread(where, lines, "G327")
    return SetAside(Problem.at(where, "G327.long" if is_long_cell else "G330.row", limit=MAX_LINE_BYTES), given)


def _unread(where: Where, lines: TableLines, code: str) -> SetAside:
    """Tell of all lines from here to the end of the file."""
    count = lines.count_from(where.line)
    return SetAside(Problem.at(where, code, limit=MAX_LINE_BYTES, count=count), None)


def _name_cells(cells: list[str], header: Header, lines: TableLines, where: Where) -> dict[str, Json] | SetAside:
    is_undecoded, lines.is_undecoded = lines.is_undecoded and any(map(keeps_bytes, cells)), False
    if is_undecoded:
        cells = [*map(readable_text, cells)]
    if len(cells) != len(header.names):
        return SetAside(Problem.at(where, "G326", count=len(cells), expected=len(header.names)), [*cells])
    return SetAside(Problem.at(where, "G329.cell"), header.name(cells)) if is_undecoded else header.name(cells)
