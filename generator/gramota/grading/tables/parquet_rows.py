"""Parquet files of answers, read in pieces; needs pyarrow, the extra `gramota[parquet]`."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gramota.errors import Problem, Where, reason_of
from gramota.grading.files.strict_json import Json
from gramota.grading.tables.limits import MAX_LINE_BYTES, MOST_BYTES, MOST_ROWS
from gramota.grading.tables.parquet_columns import (
    find_unfit,
    is_text,
    lacking_keys,
    named_columns,
    usual_batch,
    with_keys,
)
from gramota.grading.tables.part_names import Key
from gramota.grading.tables.readable import beginning_of, readable
from gramota.grading.tables.rows_aside import SetAside
from gramota.grading.tables.table import REQUIRED, Row

if TYPE_CHECKING:
    import pyarrow as pa
    import pyarrow.parquet as pq

_BUFFER = 1 << 20
"""Bytes of a column that are read ahead; without it a column of a row group is read as a whole."""


def find_lacking(shown_as: str) -> Problem | None:
    """Return the problem that Parquet cannot be read or written here, for pyarrow is not installed."""
    return Problem.at(Where(shown_as, 0), "G328") if find_spec("pyarrow") is None else None


def read_parquet_rows(path: Path, shown_as: str) -> Iterator[Row]:
    """Yield the columns of each row with its number, or what keeps the file or the row from being read."""
    first = 1
    for batch in read_batches(path, shown_as):
        if isinstance(batch, Problem):
            yield batch.where, SetAside(batch, None)
            return
        yield from batch_rows(batch, Where(shown_as, first))
        first += batch.num_rows


def batch_rows(batch: "pa.RecordBatch", begin: Where) -> Iterator[Row]:
    """Yield the columns of each row of a batch, whose first row is the one of this place."""
    from gramota.grading.tables.plain_columns import plain_column, texts  # noqa: PLC0415 - pyarrow is large

    columns = {
        name: texts(column) if name in REQUIRED else plain_column(column) for name, column in named_columns(batch)
    }
    undecoded = find_undecoded(batch)
    for number in range(batch.num_rows):
        where = Where(begin.path, begin.line + number)
        row = {name: column[number] for name, column in columns.items()}
        problem = Problem.at(where, "G329.cell") if number in undecoded else _find_bad_cell(row, where)
        yield where, SetAside(problem, {name: _shown(value) for name, value in row.items()}) if problem else row


def _find_bad_cell(row: Mapping[str, object], where: Where) -> Problem | None:
    if any(isinstance(row[name], bytes) for name in REQUIRED):
        return Problem.at(where, "G329.cell")
    return Problem.at(where, "G330.cell", limit=MAX_LINE_BYTES) if is_too_long(row["answer"]) else None


def _shown(value: Any) -> Json:  # noqa: ANN401 - whatever a column can hold
    """What a cell holds, as far as it can be read."""
    text = readable(value) if isinstance(value, bytes) else value
    return beginning_of(text) if is_too_long(text) else text


def is_too_long(answer: object) -> bool:
    """Whether an answer is longer than a row of any file may be."""
    return isinstance(answer, str) and len(answer) > MAX_LINE_BYTES


def find_undecoded(batch: "pa.RecordBatch") -> set[int]:
    """Return the numbers of rows that have text which is not UTF-8 in a column that is carried along."""
    import pyarrow as pa  # noqa: PLC0415 - large, and not always there

    found: set[int] = set()
    for name, column in named_columns(batch):
        if name not in REQUIRED and _holds_text(column.type) and not _is_valid(column):
            # A slice of lists still has the values of all of them.
            found.update(number for number in range(len(column)) if not _is_valid(column.take(pa.array([number]))))
    return found


def _holds_text(kind: "pa.DataType") -> bool:
    return is_text(kind) or any(_holds_text(kind.field(number).type) for number in range(kind.num_fields))


def _is_valid(column: "pa.Array") -> bool:
    import pyarrow as pa  # noqa: PLC0415 - large, and not always there

    try:
        column.validate(full=True)
    except pa.ArrowInvalid:
        return False
    return True


def count_rows(path: Path) -> int:
    """Return how many rows the file says that it has; 0 where it cannot be asked."""
    import pyarrow as pa  # noqa: PLC0415 - large, and not always there
    import pyarrow.parquet as pq  # noqa: PLC0415 - large, and not always there

    try:
        return int(pq.read_metadata(path).num_rows)
    except (OSError, pa.ArrowException):
        return 0


def read_batches(path: Path, shown_as: str, keys: Sequence[Key] = ()) -> Iterator["pa.RecordBatch | Problem"]:
    """Yield the file's rows in batches of a bounded size: id, question, answer, then the other columns.

    Columns that only the names of folders say have these values. A file that is no table of answers, or breaks off, is
    told as a problem, after which nothing comes.
    """
    if not_installed := find_lacking(shown_as):
        yield not_installed
        return
    import pyarrow as pa  # noqa: PLC0415 - large, and not always there

    read = rows = 0
    try:
        with _open_parquet(path) as parquet:
            rows = parquet.metadata.num_rows
            for found in _answers_in(parquet, shown_as, keys):
                yield found
                read += 0 if isinstance(found, Problem) else found.num_rows
    except (pa.ArrowException, UnicodeDecodeError, OSError) as error:
        yield _tell_break(error, path, shown_as, read, rows)


@contextmanager
def _open_parquet(path: Path) -> Iterator["pq.ParquetFile"]:
    """Hold the file open, which may be a pipe, too, where that can be read at any place."""
    import pyarrow as pa  # noqa: PLC0415 - large, and not always there
    import pyarrow.parquet as pq  # noqa: PLC0415 - large, and not always there

    with path.open("rb") as stream, pa.PythonFile(stream) if not path.is_file() else pa.OSFile(str(path)) as file:
        yield pq.ParquetFile(file, buffer_size=_BUFFER)


def _answers_in(parquet: "pq.ParquetFile", shown_as: str, keys: Sequence[Key]) -> Iterator["pa.RecordBatch | Problem"]:
    """Yield the batches, or why they are none of answers."""
    lacking = lacking_keys(parquet.schema_arrow, keys)
    unfit = next(find_unfit(with_keys(parquet.schema_arrow, lacking), Where(shown_as, 0)), None)
    yield from [unfit] if unfit else _batches(parquet, lacking)


def _tell_break(error: Exception, path: Path, shown_as: str, read: int, rows: int) -> Problem:
    """Return why no more of the file was read, where so many of its rows were."""
    # pyarrow raises OSError without a number, too, for what is damaged. Names of columns that are not UTF-8 are the
    # only texts that it reads itself.
    if isinstance(error, OSError) and error.errno is not None:
        return Problem.at(Where(shown_as, read + 1), "G001", reason=reason_of(error))
    if not rows:
        return Problem.at(Where(shown_as, 0), "G324.nothing" if _is_empty(path) else "G336")
    return Problem.at(Where(shown_as, read + 1), "G336.rest", count=rows - read)


def _is_empty(path: Path) -> bool:
    return path.is_file() and path.stat().st_size == 0


def _batches(parquet: "pq.ParquetFile", keys: Mapping[str, "pa.Scalar"]) -> Iterator["pa.RecordBatch"]:
    import pyarrow as pa  # noqa: PLC0415 - large, and not always there

    schema = with_keys(parquet.schema_arrow, keys)
    for read in parquet.iter_batches(batch_size=_rows_at_once(parquet.metadata), use_threads=False):
        repeated = (pa.repeat(value, read.num_rows) for value in keys.values())
        batch = pa.RecordBatch.from_arrays([*read.columns, *repeated], schema=schema) if keys else read
        usual = usual_batch(batch)
        rows = max(1, usual.num_rows * MOST_BYTES // max(usual.nbytes, 1))
        yield from (usual.slice(start, rows) for start in range(0, usual.num_rows, rows))


def _rows_at_once(about: "pq.FileMetaData") -> int:
    """Rows of a usual size that make one batch: a few of large ones, and never more than are graded in one go."""
    size = sum(about.row_group(number).total_byte_size for number in range(about.num_row_groups))
    return int(max(1, min(MOST_ROWS, MOST_BYTES * about.num_rows // max(size, 1))))
