"""Which files are tables of answers, by their names; and what is to be told of one that is none."""

from collections.abc import Iterable
from pathlib import Path

from gramota.course.files.folder import shown_path
from gramota.errors import Problem, Where, refuse

CSV, JSONL, PARQUET = ".csv", ".jsonl", ".parquet"
TABLES = frozenset({CSV, JSONL, PARQUET})
PACKED = ".gz"
_MAY_BE_PACKED = frozenset({CSV, JSONL})
OTHER_PACKED = frozenset({".gz", ".tgz", ".bz2", ".xz", ".zst", ".lz4", ".7z", ".rar", ".tar"})
WORKBOOKS = frozenset({".xlsx", ".xls", ".xlsm", ".xlsb", ".ods", ".numbers"})
_OTHER_NAMES = {
    ".tsv": CSV,
    ".tab": CSV,
    ".ndjson": JSONL,
    ".ldjson": JSONL,
    ".jl": JSONL,
    ".pq": PARQUET,
    ".parq": PARQUET,
}


def table_kind(name: str) -> str | None:
    """Return the ending that tells the kind of a table, without that of gzip; None for a file that is none."""
    before, last = _last_endings(name)
    if last == PACKED and before in _MAY_BE_PACKED:
        return before
    return last if last in TABLES else None


def tell_no_table(shown_as: str, otherwise: str) -> Problem:
    """Return why no table is read from a file of this name: a code of its own where more can be said of it."""
    before, last = _last_endings(shown_as)
    where = Where(shown_as)
    if last == PACKED:
        return _tell_packed(before, where)
    if last in WORKBOOKS:
        return Problem.at(where, "G335.xlsx")
    if last in OTHER_PACKED:
        return Problem.at(where, "G335.packed")
    if last in _OTHER_NAMES:
        return Problem.at(where, "G335.ending", ending=_OTHER_NAMES[last])
    return Problem.at(where, otherwise)


def refuse_no_tables(paths: Iterable[Path]) -> None:
    """Raise ContentError for files that are no tables of answers."""
    refuse(tell_no_table(shown_path(path), "G335") for path in paths if not table_kind(path.name))


def _last_endings(name: str) -> tuple[str, str]:
    """Return the last ending but one and the last, in small letters; empty where there is none."""
    before, last = ("", "", *Path(name.lower()).suffixes)[-2:]
    return before, last


def _tell_packed(ending: str, where: Where) -> Problem:
    """Return why no table is read from what gzip has packed, by the ending that the file had before."""
    kind = _OTHER_NAMES.get(ending, ending)
    if kind in _MAY_BE_PACKED:
        return Problem.at(where, "G335.ending", ending=f"{kind}{PACKED}")
    if kind in WORKBOOKS:
        return Problem.at(where, "G335.xlsx")
    return Problem.at(where, "G335.packed" if kind in {PARQUET, *OTHER_PACKED} else "G335.gzip")
