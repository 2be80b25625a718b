"""Parquet files of answers, read in pieces; needs pyarrow, the extra `gramota[parquet]`."""

from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gramota.errors import Problem, Where, reason_of
from gramota.grading.bulk.graded import SetAside
from gramota.grading.bulk.limits import MAX_LINE_BYTES, MOST_BYTES, MOST_ROWS
from gramota.grading.bulk.plain_values import plain_value
from gramota.grading.bulk.readable import beginning_of, readable
from gramota.grading.bulk.table import REQUIRED, Row, known_name, missing_columns, repeated_columns
from gramota.grading.strict_json import Json

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
    columns = {name: _plain_column(name, column) for name, column in _named(batch)}
    for number in range(batch.num_rows):
        where = Where(begin.path, begin.line + number)
        row = {name: column[number] for name, column in columns.items()}
        problem = _find_bad_cell(row, where)
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


def texts(column: "pa.Array") -> list[Any]:
    """Return the texts of a column; one that is not UTF-8 as its bytes."""
    try:
        values: list[Any] = column.to_pylist()
    except UnicodeDecodeError:
        return [_decoded(value) for value in column.view("binary").to_pylist()]
    return values


def _decoded(value: bytes | None) -> str | bytes | None:
    try:
        return value if value is None else value.decode()
    except UnicodeDecodeError:
        return value


def _plain_column(name: str, column: "pa.Array") -> list[Any]:
    if name in REQUIRED:
        return texts(column)
    try:
        return [plain_value(value) for value in column.to_pylist()]
    except (UnicodeDecodeError, ValueError, OverflowError):
        # Texts that are none, and moments that no calendar has: told as well as they can be.
        return [_told(column, number) for number in range(len(column))]


def _told(column: "pa.Array", number: int) -> Json:
    try:
        return plain_value(column[number].as_py())
    except UnicodeDecodeError:
        return str(column[number].as_buffer().to_pybytes(), "utf-8", "replace")
    except (ValueError, OverflowError):
        return str(column[number])


def _named(batch: "pa.RecordBatch") -> Iterator[tuple[str, "pa.Array"]]:
    return zip(batch.schema.names, batch.columns, strict=True)


def count_rows(path: Path) -> int:
    """Return how many rows the file says that it has; 0 where it cannot be asked."""
    import pyarrow as pa  # noqa: PLC0415 - large, and not always there
    import pyarrow.parquet as pq  # noqa: PLC0415 - large, and not always there

    try:
        return int(pq.read_metadata(path).num_rows)
    except (OSError, pa.ArrowException):
        return 0


def read_batches(path: Path, shown_as: str) -> Iterator["pa.RecordBatch | Problem"]:
    """Yield the file's rows in batches of a bounded size: id, question, answer, then the other columns.

    A file that is no table of answers, or breaks off, is told as a problem, after which nothing comes.
    """
    if lacking := find_lacking(shown_as):
        yield lacking
        return
    import pyarrow as pa  # noqa: PLC0415 - large, and not always there
    import pyarrow.parquet as pq  # noqa: PLC0415 - large, and not always there

    read = rows = 0
    try:
        with path.open("rb") as stream, pa.PythonFile(stream) if not path.is_file() else pa.OSFile(str(path)) as file:
            parquet = pq.ParquetFile(file, buffer_size=_BUFFER)
            rows = parquet.metadata.num_rows
            problems = [*find_unfit(parquet.schema_arrow, Where(shown_as, 0))]
            yield from problems[:1]
            for batch in _batches(parquet) if not problems else ():
                yield batch
                read += batch.num_rows
    except pa.ArrowException:
        yield _damaged(shown_as, read, rows)
    except OSError as error:
        # pyarrow raises it, too, without a number, for what is damaged.
        told = (
            Problem.at(Where(shown_as, read + 1), "G001", reason=reason_of(error)) if error.errno is not None else None
        )
        yield told or _damaged(shown_as, read, rows)


def _damaged(shown_as: str, read: int, rows: int) -> Problem:
    if not rows:
        return Problem.at(Where(shown_as, 0), "G336")
    return Problem.at(Where(shown_as, read + 1), "G336.rest", count=rows - read)


def _batches(parquet: "pq.ParquetFile") -> Iterator["pa.RecordBatch"]:
    for batch in parquet.iter_batches(batch_size=_rows_at_once(parquet.metadata), use_threads=False):
        usual = usual_batch(batch)
        rows = max(1, usual.num_rows * MOST_BYTES // max(usual.nbytes, 1))
        yield from (usual.slice(start, rows) for start in range(0, usual.num_rows, rows))


def _rows_at_once(about: "pq.FileMetaData") -> int:
    """Rows of a usual size that make one batch: a few of large ones, and never more than are graded in one go."""
    size = sum(about.row_group(number).total_byte_size for number in range(about.num_row_groups))
    return int(max(1, min(MOST_ROWS, MOST_BYTES * about.num_rows // max(size, 1))))


def usual_batch(batch: "pa.RecordBatch") -> "pa.RecordBatch":
    """Return the needed columns first and by their own names, texts as plain ones, and nothing in a dictionary."""
    import pyarrow as pa  # noqa: PLC0415 - large, and not always there

    columns = {known_name(name): _plain_texts(_looked_up(column)) for name, column in _named(batch)}
    ordered = {name: columns[name] for name in (*REQUIRED, *columns)}
    return pa.RecordBatch.from_arrays([*ordered.values()], names=[*ordered])


def _looked_up(column: "pa.Array") -> "pa.Array":
    import pyarrow as pa  # noqa: PLC0415 - large, and not always there

    return column.dictionary_decode() if pa.types.is_dictionary(column.type) else column


def _plain_texts(column: "pa.Array") -> "pa.Array":
    import pyarrow as pa  # noqa: PLC0415 - large, and not always there

    return column.cast(pa.string()) if _is_text(column.type) else column


def find_unfit(schema: "pa.Schema", where: Where) -> Iterator[Problem]:
    """Yield what keeps a table with these columns from being one of answers."""
    names = [known_name(name) for name in schema.names]
    if missing := missing_columns(names):
        yield Problem.at(where, "G324.parquet", columns=", ".join(missing))
    yield from (Problem.at(where, "G325", column=name) for name in repeated_columns(names))
    for name, field in zip(names, schema, strict=True):
        if name in REQUIRED and not _will_do(name, field.type):
            code = "G337.id" if name == "id" else "G337"
            yield Problem.at(where, code, column=name, type=field.type)


def _will_do(name: str, kind: "pa.DataType") -> bool:
    import pyarrow as pa  # noqa: PLC0415 - large, and not always there

    plain = kind.value_type if pa.types.is_dictionary(kind) else kind
    return _is_text(plain) or pa.types.is_null(plain) or (name == "id" and pa.types.is_integer(plain))


def _is_text(kind: "pa.DataType") -> bool:
    import pyarrow as pa  # noqa: PLC0415 - large, and not always there

    return bool(pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_string_view(kind))
