"""Tables of other programs, in which cells may span rows and columns, as tables of equal rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gramota.exchange.html.tree import Tag

MOST_COLUMNS = 60
MOST_SPANNED = 200


@dataclass(frozen=True)
class Grid:
    """The cells by rows; None where a cell from above or from the left reaches."""

    rows: list[list[Tag | None]]
    has_merged_cells: bool


def grid_of(table: Tag) -> Grid:
    """Return the table's cells in rows of one length."""
    reaching: dict[tuple[int, int], bool] = {}
    rows: list[list[Tag | None]] = []
    has_merged = False
    for y, tr in enumerate(_rows(table)):
        row: list[Tag | None] = []
        for cell in tr.tags("td", "th"):
            while reaching.get((y, len(row))):
                row.append(None)
            wide, tall = _span(cell, "colspan", MOST_COLUMNS), _span(cell, "rowspan", MOST_SPANNED)
            has_merged |= wide > 1 or tall > 1
            for below in range(1, tall):
                reaching.update({(y + below, len(row) + right): True for right in range(wide)})
            row += [cell, *[None] * (wide - 1)]
        rows.append(row[:MOST_COLUMNS])
    width = max(map(len, rows), default=0)
    return Grid([row + [None] * (width - len(row)) for row in rows], has_merged)


def table_lines(cells: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a Markdown table; its first row is the heading, in which bold letters go without saying."""
    head, *rows = cells
    yield _line([cell.removeprefix("**").removesuffix("**") if cell.count("**") == 2 else cell for cell in head])
    yield _line(["---"] * len(head))
    yield from (_line(row) for row in rows)


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _rows(table: Tag) -> Iterator[Tag]:
    for child in table.tags("tr", "thead", "tbody", "tfoot"):
        if child.name == "tr":
            yield child
        else:
            yield from child.tags("tr")


def _span(cell: Tag, name: str, most: int) -> int:
    written = cell.attributes.get(name, "1")
    return min(int(written), most) if written.isdigit() and len(written) < 6 and int(written) else 1
