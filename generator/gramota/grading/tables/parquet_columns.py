"""The columns of a Parquet file: whether they are those of answers, and how they are when they are graded."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from gramota.errors import Problem, Where
from gramota.grading.tables.carried_names import without_old_grades
from gramota.grading.tables.part_names import Key
from gramota.grading.tables.table import OF_RESULTS, REQUIRED, known_name, missing_columns, repeated_columns

if TYPE_CHECKING:
    import pyarrow as pa


def lacking_keys(schema: "pa.Schema", keys: Sequence[Key]) -> dict[str, "pa.Scalar"]:
    """Return the columns that are not in the file; what stands there is nearer to the row than a folder's name."""
    import pyarrow as pa  # noqa: PLC0415 - large, and not always there

    names = {known_name(name) for name in schema.names}
    return {
        name: pa.scalar(value, pa.int64() if isinstance(value, int) else pa.null() if value is None else pa.string())
        for name, value in keys
        if known_name(name) not in names
    }


def with_keys(schema: "pa.Schema", keys: Mapping[str, "pa.Scalar"]) -> "pa.Schema":
    """Return the file's columns with those that only the names of folders say."""
    import pyarrow as pa  # noqa: PLC0415 - large, and not always there

    return pa.schema([*schema, *(pa.field(name, value.type) for name, value in keys.items())])


def named_columns(batch: "pa.RecordBatch") -> Iterator[tuple[str, "pa.Array"]]:
    """Yield each column with its name, of which there may be two."""
    return zip(batch.schema.names, batch.columns, strict=True)


def usual_batch(batch: "pa.RecordBatch") -> "pa.RecordBatch":
    """Return the needed columns first and by their own names, texts as plain ones, and nothing in a dictionary.

    Grades of an earlier grading are left out.
    """
    import pyarrow as pa  # noqa: PLC0415 - large, and not always there

    columns = {known_name(name): _plain_texts(_looked_up(column)) for name, column in named_columns(batch)}
    kept = without_old_grades(columns)
    ordered = {name: kept[name] for name in (*REQUIRED, *kept)}
    return pa.RecordBatch.from_arrays([*ordered.values()], names=[*ordered])


def _looked_up(column: "pa.Array") -> "pa.Array":
    import pyarrow as pa  # noqa: PLC0415 - large, and not always there

    return column.dictionary_decode() if pa.types.is_dictionary(column.type) else column


def _plain_texts(column: "pa.Array") -> "pa.Array":
    import pyarrow as pa  # noqa: PLC0415 - large, and not always there

    return column.cast(pa.string()) if is_text(column.type) else column


def find_unfit(schema: "pa.Schema", where: Where) -> Iterator[Problem]:
    """Yield what keeps a table with these columns from being one of answers."""
    names = [known_name(name) for name in schema.names]
    if (missing := missing_columns(names)) == ["answer"] and {*names} >= OF_RESULTS:
        yield Problem.at(where, "G324.results")
    elif missing:
        yield Problem.at(where, "G324.parquet", columns=", ".join(missing))
    yield from (Problem.at(where, "G325", column=name) for name in repeated_columns(names))
    for name, field in zip(names, schema, strict=True):
        if name in REQUIRED and not _will_do(name, field.type):
            code = "G337.id" if name == "id" else "G337"
            yield Problem.at(where, code, column=name, type=kind_name(field.type))


def kind_name(kind: "pa.DataType") -> str:
    """Return the name under which the wording says what a column holds."""
    import pyarrow as pa  # noqa: PLC0415 - large, and not always there

    names = (
        (pa.types.is_dictionary, ""),
        (pa.types.is_boolean, "yes_no"),
        (pa.types.is_integer, "whole_numbers"),
        (lambda each: pa.types.is_floating(each) or pa.types.is_decimal(each), "numbers"),
        (pa.types.is_date, "days"),
        (pa.types.is_timestamp, "moments"),
        (pa.types.is_time, "times"),
        (pa.types.is_duration, "spans"),
        (lambda each: "binary" in str(each), "bytes"),
        (lambda each: pa.types.is_struct(each) or pa.types.is_map(each), "objects"),
        (pa.types.is_nested, "lists"),
    )
    found = next((name for is_kind, name in names if is_kind(kind)), "other")
    return found or kind_name(kind.value_type)


def _will_do(name: str, kind: "pa.DataType") -> bool:
    import pyarrow as pa  # noqa: PLC0415 - large, and not always there

    plain = kind.value_type if pa.types.is_dictionary(kind) else kind
    return is_text(plain) or pa.types.is_null(plain) or (name == "id" and pa.types.is_integer(plain))


def is_text(kind: "pa.DataType") -> bool:
    """Whether it is one of the ways in which Arrow keeps text."""
    import pyarrow as pa  # noqa: PLC0415 - large, and not always there

    return bool(pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_string_view(kind))
