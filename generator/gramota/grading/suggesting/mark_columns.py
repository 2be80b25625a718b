"""Marks as a spreadsheet has them: for each criterion and misconception a column, named by its id, of 1 and 0."""

from collections.abc import Collection, Iterator, Mapping

from gramota.course.names import shorten, suggestion
from gramota.errors import Problem
from gramota.grading.files.strict_json import Json
from gramota.grading.tables.rows import BulkRow

TRAINER = "trainer"
_CELLS: Mapping[str, bool | None] = {"1": True, "0": False, "true": True, "false": False, "": None}


def read_cells(row: BulkRow, known: Collection[str]) -> Iterator[tuple[str, bool] | Problem]:
    """Yield the mark in each column of a known id, and what is to be told of a cell that holds none."""
    for name in known:
        try:
            mark = _read_cell(None if name == TRAINER else row.others.get(name))
        except ValueError:
            yield Problem.at(row.where, "G408.cell", id=name, said=shorten(str(row.others[name])))
        else:
            if mark is not None:
                yield name, mark


def has_mark_columns(row: BulkRow, ids: Collection[str]) -> bool:
    """Whether a criterion or misconception has a column of its own."""
    return any(name in ids and name != TRAINER for name in row.others)


def find_misspelt_columns(row: BulkRow, ids: Collection[str]) -> Iterator[tuple[str, Problem]]:
    """Yield each column with a mark under a name like an id that has no column yet, and what to tell of it."""
    absent = [name for name in ids if name not in row.others]
    for name, cell in row.others.items():
        if name not in ids and name != TRAINER and _is_mark(cell) and (meant := suggestion(name, absent)):
            yield name, Problem.at(row.where, "G409.own", column=shorten(name), suggestion=meant)


def _read_cell(cell: Json) -> bool | None:
    """Return the mark in a cell, None of an empty one; raise ValueError for what is none."""
    if isinstance(cell, int | float) and cell in {0, 1}:
        return bool(cell)
    text = "" if cell is None else cell.strip().lower() if isinstance(cell, str) else "?"
    if text not in _CELLS:
        raise ValueError(text)
    return _CELLS[text]


def _is_mark(cell: Json) -> bool:
    try:
        return _read_cell(cell) is not None
    except ValueError:
        return False
