"""Columns whose type is known only when all rows have been seen: kept as JSON meanwhile, or typed as they came."""

import json
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from gramota.grading.tables.plain_columns import plain_column

_IS_JSON = {"gramota": "json"}
_LARGEST = 2**63
_LARGEST_IN_FLOAT = 2**53
"""Whole numbers up to here are in a float what they are."""
_TYPES = {bool: pa.bool_(), float: pa.float64(), str: pa.string()}


def json_column(name: str, values: Sequence[str | None]) -> tuple[pa.Field, pa.Array]:
    """Return a column of values in JSON, marked as such."""
    return pa.field(name, pa.string(), metadata=_IS_JSON), pa.array(values, pa.string())


class Kind(NamedTuple):
    """The type of values, and whether each of them is in a float what it is."""

    type: pa.DataType
    fits_float: bool = True


def kind_of(field: pa.Field, column: pa.Array) -> Kind:
    """Return the kind of the column's values; its type is null where there are none."""
    if is_json(field):
        return common_kind([_kind_of_value(json.loads(value)) for value in pc.unique(column).to_pylist() if value])
    if not pa.types.is_integer(field.type):
        return Kind(field.type)
    return Kind(field.type, all(_fits_float(each) for each in pc.min_max(column).as_py().values() if each is not None))


def common_kind(kinds: Iterable[Kind]) -> Kind:
    """Return the one kind that holds values of all of these; texts hold everything."""
    some = [kind for kind in kinds if not pa.types.is_null(kind.type)]
    fits_float = all(kind.fits_float for kind in some)
    return Kind(_common_type([*dict.fromkeys(kind.type for kind in some)], fits_float), fits_float)


def _common_type(types: Sequence[pa.DataType], fits_float: bool) -> pa.DataType:  # noqa: FBT001 - of all the values
    if len(types) < 2:
        return types[0] if types else pa.null()
    for is_alike in (pa.types.is_signed_integer, pa.types.is_unsigned_integer, pa.types.is_floating):
        if all(map(is_alike, types)):
            return max(types, key=lambda each: each.bit_width)
    are_numbers = all(pa.types.is_integer(each) or pa.types.is_floating(each) for each in types)
    return pa.float64() if are_numbers and fits_float and any(map(pa.types.is_floating, types)) else pa.string()


def column_type(kinds: Iterable[Kind]) -> pa.DataType:
    """Return the type of a column; one without any value is of texts, for not every program reads columns of nulls."""
    found = common_kind(kinds).type
    return pa.string() if pa.types.is_null(found) else found


def as_type(field: pa.Field, column: pa.Array, wanted: pa.DataType) -> pa.Array:
    """Return the column with the wanted type."""
    if not is_json(field):
        return column if column.type == wanted else _cast(column, wanted)
    values = [None if value is None else json.loads(value) for value in column.to_pylist()]
    if wanted == pa.string():
        values = [value if value is None or isinstance(value, str) else _text(value) for value in values]
    return pa.array(values, wanted)


def _cast(column: pa.Array, wanted: pa.DataType) -> pa.Array:
    if wanted != pa.string():
        return column.cast(wanted)
    plain = plain_column(column)
    return pa.array([each if each is None or isinstance(each, str) else _text(each) for each in plain], wanted)


def _text(value: Any) -> str:  # noqa: ANN401 - whatever JSON can hold
    return json.dumps(value, ensure_ascii=False)


def is_json(field: pa.Field) -> bool:
    """Whether the column is one that json_column made."""
    return bool(field.metadata and field.metadata.get(b"gramota") == b"json")


def _kind_of_value(value: object) -> Kind:
    if isinstance(value, int) and not isinstance(value, bool):
        return Kind(pa.int64() if abs(value) < _LARGEST else pa.string(), _fits_float(value))
    return Kind(pa.null() if value is None else _TYPES.get(type(value), pa.string()))


def _fits_float(value: int) -> bool:
    return abs(value) <= _LARGEST_IN_FLOAT
