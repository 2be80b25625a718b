"""Columns whose type is known only when all rows have been seen: kept as JSON meanwhile, or typed as they came."""

import json
from collections.abc import Sequence
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from gramota.grading.bulk.plain_values import plain_value

_IS_JSON = {"gramota": "json"}
_LARGEST = 2**63
_TYPES = {bool: pa.bool_(), int: pa.int64(), float: pa.float64(), str: pa.string()}


def json_column(name: str, values: Sequence[str | None]) -> tuple[pa.Field, pa.Array]:
    """Return a column of values in JSON, marked as such."""
    return pa.field(name, pa.string(), metadata=_IS_JSON), pa.array(values, pa.string())


def type_of(field: pa.Field, column: pa.Array) -> pa.DataType:
    """Return the type that holds the column's values; null where there are none."""
    if not is_json(field):
        return field.type
    return common_type([_type_of_value(json.loads(value)) for value in pc.unique(column).to_pylist() if value])


def common_type(kinds: Sequence[pa.DataType]) -> pa.DataType:
    """Return the one type that holds values of all of these; texts hold everything."""
    some = dict.fromkeys(kind for kind in kinds if not pa.types.is_null(kind))
    if not some:
        return pa.null()
    if len(some) == 1:
        return next(iter(some))
    return pa.float64() if {*some} == {pa.int64(), pa.float64()} else pa.string()


def column_type(kinds: Sequence[pa.DataType]) -> pa.DataType:
    """Return the type of a column; one without any value is of texts, for not every program reads columns of nulls."""
    found = common_type(kinds)
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
    plain = map(plain_value, column.to_pylist())
    return pa.array([each if each is None or isinstance(each, str) else _text(each) for each in plain], wanted)


def _text(value: Any) -> str:  # noqa: ANN401 - whatever JSON can hold
    return json.dumps(value, ensure_ascii=False)


def is_json(field: pa.Field) -> bool:
    """Whether the column is one that json_column made."""
    return bool(field.metadata and field.metadata.get(b"gramota") == b"json")


def _type_of_value(value: object) -> pa.DataType:
    if value is None:
        return pa.null()
    if isinstance(value, int) and abs(value) >= _LARGEST:
        return pa.string()
    return _TYPES.get(type(value), pa.string())
