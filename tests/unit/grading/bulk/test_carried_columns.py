"""A column has one type for all rows, and no value fails in it or becomes another at the very end."""

import json

import pyarrow as pa
import pytest

from gramota.grading.bulk.carried_columns import as_type, column_type, json_column, kind_of

LARGE = 2**53 + 1

Piece = tuple[pa.Field, pa.Array]


def typed(kind: pa.DataType, *values: object) -> Piece:
    return pa.field("n", kind), pa.array(values, kind)


def as_json(*values: object) -> Piece:
    return json_column("n", [json.dumps(value) for value in values])


def as_plain(column: pa.Array) -> list[object]:
    return [json.loads(value) if isinstance(value, str) else value for value in column.to_pylist()]


def laid_together(*pieces: Piece) -> tuple[pa.DataType, list[object]]:
    wanted = column_type([kind_of(*piece) for piece in pieces])
    return wanted, [value for piece in pieces for value in as_type(*piece, wanted).to_pylist()]


@pytest.mark.parametrize(
    "pieces",
    [
        (typed(pa.int64(), LARGE), typed(pa.float64(), 0.5)),
        (typed(pa.uint64(), LARGE), typed(pa.float32(), 0.5)),
        (as_json(LARGE), as_json(0.5)),
        (as_json(LARGE, 0.5),),
        (as_json(LARGE), typed(pa.float64(), 0.5)),
    ],
)
def test_a_number_that_no_float_holds_stays_what_it_is_beside_fractions(pieces: tuple[Piece, ...]):
    assert laid_together(*pieces) == (pa.string(), [str(LARGE), "0.5"])


def test_whole_numbers_that_a_float_holds_go_beside_fractions():
    assert laid_together(typed(pa.int64(), 2**53, None), as_json(0.5)) == (pa.float64(), [2.0**53, None, 0.5])


@pytest.mark.parametrize(
    ("first", "second", "wanted"),
    [
        (typed(pa.int32(), 1), typed(pa.int64(), LARGE), pa.int64()),
        (typed(pa.int16(), 1), as_json(LARGE), pa.int64()),
        (typed(pa.uint8(), 1), typed(pa.uint32(), 2), pa.uint32()),
        (typed(pa.float32(), 0.5), typed(pa.float64(), 0.25), pa.float64()),
        (typed(pa.float32(), 0.5), as_json(0.25), pa.float64()),
        (typed(pa.int32(), 1), typed(pa.float32(), 0.5), pa.float64()),
    ],
)
def test_numbers_of_two_widths_stay_numbers(first: Piece, second: Piece, wanted: pa.DataType):
    assert laid_together(first, second) == (
        wanted,
        [value for _, column in (first, second) for value in as_plain(column)],
    )


def test_other_types_become_texts():
    assert laid_together(typed(pa.bool_(), True), as_json(1, "x")) == (pa.string(), ["true", "1", "x"])
