"""Which files are tables of answers, by their names; and what is to be told of one that is none."""

from pathlib import Path

from gramota.errors import Problem, Where

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
    *before, last = ("", *(ending.lower() for ending in Path(name).suffixes))
    if last == PACKED and before and before[-1] in _MAY_BE_PACKED:
        return before[-1]
    return last if last in TABLES else None


def tell_no_table(shown_as: str, otherwise: str) -> Problem:
    """Return why no table is read from a file of this name: a code of its own where more can be said of it."""
    *before, last = ("", *(ending.lower() for ending in Path(shown_as).suffixes))
    where = Where(shown_as)
    if last == PACKED:
        return _tell_packed(before[-1], where)
    if last in WORKBOOKS:
        return Problem.at(where, "G335.xlsx")
    if last in OTHER_PACKED:
        return Problem.at(where, "G335.packed")
    if last in _OTHER_NAMES:
        return Problem.at(where, "G335.ending", ending=_OTHER_NAMES[last])
    return Problem.at(where, otherwise)


def _tell_packed(ending: str, where: Where) -> Problem:
    """Return why no table is read from what gzip has packed, by the ending that the file had before."""
    kind = _OTHER_NAMES.get(ending, ending)
    if kind in _MAY_BE_PACKED:
        return Problem.at(where, "G335.ending", ending=f"{kind}{PACKED}")
    if kind in WORKBOOKS:
        return Problem.at(where, "G335.xlsx")
    return Problem.at(where, "G335.packed" if kind in {PARQUET, *OTHER_PACKED} else "G335.gzip")
