"""Parquet files made of their columns, and how they are shown."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from tests.docs.situations.place import Place


def parquet_file(place: Place, made: Mapping[str, Any]) -> bytes:
    """Return the file; `long` letters stand for the word “long”, and bytes that are no UTF-8 for ÿ."""
    columns = {
        name: pa.array([_value(place, each, made.get("long", 0)) for each in column])
        for name, column in made["parquet"].items()
    }
    written = BytesIO()
    # Rows in groups of a thousand, so that the first are whole where a later one is spoilt.
    table = pa.concat_tables([pa.table(columns)] * made.get("times", 1))
    pq.write_table(table, written, row_group_size=1_000, compression="zstd")
    content = written.getvalue().replace("ÿ".encode(), b"\xff\xff")
    return _spoilt(content) if made.get("spoilt") else content


def _spoilt(content: bytes) -> bytes:
    begin = pq.read_metadata(BytesIO(content)).row_group(3).column(2).dictionary_page_offset
    return content[:begin] + b"\xff" * 20 + content[begin + 20 :]


def _value(place: Place, value: object, long: int) -> object:
    if value == "long" and long:
        return "A" * long
    return place.text(value) if isinstance(value, str) else value


def shown_columns(columns: Mapping[str, Sequence[Any]]) -> list[str]:
    """Return the lines of a table with these columns."""
    rows = zip(*columns.values(), strict=True)
    return [" | ".join(columns), *(" | ".join(map(str, row)) for row in rows)]
