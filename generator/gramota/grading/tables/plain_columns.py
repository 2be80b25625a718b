"""What the columns of a Parquet file hold, as JSON has it; nothing is lost but what JSON has no word for.

Values are taken from Arrow as they are kept, and not from Python's dates and times, which know no nanoseconds, no year
after 9999 and not every time zone, and depend on what else is installed.
"""

import datetime as dt
from base64 import b64encode
from collections.abc import Callable, Iterator
from decimal import Decimal
from math import isfinite
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from gramota.grading.files.strict_json import Json
from gramota.grading.tables.readable import readable

_DIGITS = {"s": 0, "ms": 3, "us": 6, "ns": 9}
_SECONDS_OF_DAY = 86_400
_DAYS_OF_400_YEARS = 146_097
_FIRST_OF_1970 = dt.date(1970, 1, 1).toordinal() - 1

Plain = Callable[[Any], list[Any]]


def plain_column(column: pa.Array) -> list[Json]:
    """Return the values: moments in UTC, days and spans as ISO texts, decimals as their digits, bytes in base64.

    What is no number (NaN, infinity) is null; text that is not UTF-8 has its bytes as numbers.
    """
    plain = next((plain for is_kind, plain in _KINDS if is_kind(column.type)), _any)
    return plain(column)


def texts(column: pa.Array) -> list[Any]:
    """Return the texts of a column; one that is not UTF-8 as its bytes."""
    try:
        values: list[Any] = column.to_pylist()
    except UnicodeDecodeError:
        kept = column.cast(pa.large_string()).view(pa.large_binary())
        return [_decoded(value) for value in kept.to_pylist()]
    return values


def _decoded(value: bytes | None) -> str | bytes | None:
    try:
        return value if value is None else value.decode()
    except UnicodeDecodeError:
        return value


def _each(tell: Callable[[Any], Json]) -> Plain:
    return lambda column: [None if value is None else tell(value) for value in column.to_pylist()]


def _as_numbers(tell: Callable[[int, pa.DataType], str]) -> Plain:
    def plain(column: pa.Array) -> list[Json]:
        width = pa.int32() if column.type.bit_width == 32 else pa.int64()
        return [None if value is None else tell(value, column.type) for value in column.cast(width).to_pylist()]

    return plain


def _moment(value: int, kind: pa.TimestampType) -> str:
    days, rest = divmod(value, _SECONDS_OF_DAY * 10 ** _DIGITS[kind.unit])
    return f"{_day_of_1970(days)}T{_clock(rest, kind)}{'+00:00' if kind.tz else ''}"


def _clock(value: int, kind: pa.TimestampType | pa.Time32Type | pa.Time64Type) -> str:
    seconds, fraction = divmod(value, 10 ** _DIGITS[kind.unit])
    shown = f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    return f"{shown}.{fraction:0{_DIGITS[kind.unit]}}" if fraction else shown


def _span(value: int, kind: pa.DurationType) -> str:
    return f"PT{Decimal(value).scaleb(-_DIGITS[kind.unit]).normalize():f}S"


def _day(value: int, kind: pa.DataType) -> str:
    return _day_of_1970(value if pa.types.is_date32(kind) else value // (_SECONDS_OF_DAY * 1_000))


def _day_of_1970(days: int) -> str:
    """Return the day in ISO's calendar, which goes on in both directions and repeats itself after 400 years."""
    times, rest = divmod(days + _FIRST_OF_1970, _DAYS_OF_400_YEARS)
    found = dt.date.fromordinal(rest + 1)
    year = found.year + 400 * times
    return f"{f'{year:04}' if 0 <= year <= dt.MAXYEAR else f'{year:+05}'}-{found.month:02}-{found.day:02}"


def _text_column(column: pa.Array) -> list[Json]:
    return [readable(value) if isinstance(value, bytes) else value for value in texts(column)]


def _list_column(column: pa.Array) -> list[Json]:
    return _in_lists(column, plain_column(column.flatten()))


def _map_column(column: pa.MapArray) -> list[Json]:
    """Lists of pairs of key and value."""
    entries = column.cast(pa.list_(pa.struct([column.type.key_field, column.type.item_field])))
    pairs: list[Json] = [[*pair] for pair in zip(*map(plain_column, entries.flatten().flatten()), strict=True)]
    return _in_lists(entries, pairs)


def _in_lists(column: pa.Array, values: list[Json]) -> list[Json]:
    rest = iter(values)
    lengths = pc.list_value_length(column).to_pylist()
    return [None if length is None else _take(rest, length) for length in lengths]


def _take(values: Iterator[Json], count: int) -> list[Json]:
    return [next(values) for _ in range(count)]


def _struct_column(column: pa.StructArray) -> list[Json]:
    """Objects; pairs of name and value where two fields have one name, of which an object would lose one."""
    names = [field.name for field in column.type]
    rows = zip(*map(plain_column, column.flatten()), strict=True) if names else iter([()] * len(column))
    are_pairs = len({*names}) < len(names)
    objects = (zip(names, row, strict=True) for row in rows)
    found: list[Json] = [[[*pair] for pair in each] if are_pairs else dict(each) for each in objects]
    return [value if is_there else None for value, is_there in zip(found, column.is_valid().to_pylist(), strict=True)]


def _any(column: pa.Array) -> list[Json]:
    return [str(value) if value.is_valid else None for value in column]


_KINDS: tuple[tuple[Callable[[pa.DataType], bool], Plain], ...] = (
    (lambda kind: getattr(kind, "extension_name", "") == "arrow.uuid", _each(str)),
    (lambda kind: isinstance(kind, pa.BaseExtensionType), lambda column: plain_column(column.storage)),
    (pa.types.is_dictionary, lambda column: plain_column(column.dictionary_decode())),
    (pa.types.is_run_end_encoded, lambda column: plain_column(pc.run_end_decode(column))),
    (pa.types.is_boolean, lambda column: column.to_pylist()),
    (pa.types.is_integer, lambda column: column.to_pylist()),
    (pa.types.is_null, lambda column: column.to_pylist()),
    (pa.types.is_floating, _each(lambda value: value if isfinite(value) else None)),
    (pa.types.is_decimal, _each(lambda value: f"{value:f}")),
    (lambda kind: pa.types.is_string(kind) or pa.types.is_large_string(kind), _text_column),
    (pa.types.is_string_view, lambda column: _text_column(column.cast(pa.large_string()))),
    (lambda kind: pa.types.is_binary(kind) or pa.types.is_large_binary(kind), _each(lambda v: b64encode(v).decode())),
    (lambda k: pa.types.is_binary_view(k) or pa.types.is_fixed_size_binary(k), _each(lambda v: b64encode(v).decode())),
    (pa.types.is_timestamp, _as_numbers(_moment)),
    (pa.types.is_date, _as_numbers(_day)),
    (pa.types.is_time, _as_numbers(_clock)),
    (pa.types.is_duration, _as_numbers(_span)),
    (pa.types.is_map, _map_column),
    (pa.types.is_struct, _struct_column),
    (pa.types.is_nested, _list_column),
)
