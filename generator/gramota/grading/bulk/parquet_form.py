"""Results as a Parquet file: typed, the same columns for every quiz, other columns with the type that they had."""

import json
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import BinaryIO

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from gramota.errors import Problem, Where
from gramota.grading.bulk.arrow_stream import read_stream, write_stream
from gramota.grading.bulk.batches import grade_batch
from gramota.grading.bulk.carried_columns import Kind, as_type, column_type, is_json, json_column, kind_of
from gramota.grading.bulk.chunks import Batch, Chunk
from gramota.grading.bulk.grade_columns import GRADE_FIELDS, PROBLEM, GradeColumns
from gramota.grading.bulk.graded import Graded, Places
from gramota.grading.bulk.graded_row import GradedRow, as_json
from gramota.grading.bulk.rubrics import Rubrics
from gramota.grading.bulk.spool import Frame, Spool
from gramota.grading.tables.carried_names import carried_names
from gramota.grading.tables.parquet_rows import batch_rows
from gramota.grading.tables.rows import make_row
from gramota.grading.tables.rows_aside import SetAside, write_aside

FORMAT = "gramota-grades/1"
OWN_MARK = "gramota"
"""The key of what the file says of itself."""

ROWS_OF_GROUP = 100_000
"""Rows that are written in one group, unless they are large."""
_BYTES_OF_GROUP = 64_000_000


class Parquet:
    """A Parquet file; chunks are kept as Arrow streams."""

    def pack(self, rows: Sequence[GradedRow], names: Sequence[str]) -> bytes:
        """Return rows that came from another kind of file; other columns are kept as JSON until all are known."""
        columns = GradeColumns()
        for _, grade in rows:
            columns.add(grade)
        ids = json_column("id", [as_json(row.id) for row, _ in rows])
        others = [
            json_column(shown_as, [as_json(row.others.get(name)) for row, _ in rows])
            for name, shown_as in carried_names(names).items()
        ]
        fields = [ids[0], *GRADE_FIELDS, *(field for field, _ in others)]
        arrays = [ids[1], *columns.arrays(), *(column for _, column in others)]
        return write_stream(pa.RecordBatch.from_arrays(arrays, schema=pa.schema(fields)))

    def write(self, spool: Spool, stream: BinaryIO) -> None:
        """Write the chunks in groups of rows; a column has a type that holds what all chunks have in it."""
        schema = _common_schema(spool)
        with pq.ParquetWriter(stream, schema, compression="zstd", compression_level=1) as writer:
            for table in filter(len, _groups(spool, schema)):
                writer.write_table(table, row_group_size=table.num_rows)


def grade_stream(rubrics: Rubrics, chunk: Chunk, rows: Batch) -> Graded:
    """Grade rows of a Parquet file, column by column."""
    batch = read_stream(rows.stream)
    graded = grade_batch(rubrics, batch)
    aside = [*_set_aside(rubrics, batch, graded, rows)] if graded.column(PROBLEM.name).null_count < len(graded) else []
    lines = pa.array(range(rows.begin.line, rows.begin.line + len(graded)), pa.int64())
    if aside:
        lines = lines.filter(pc.is_null(graded.column(PROBLEM.name)))
        graded = _without_problems(graded)
    results = graded.drop_columns([PROBLEM.name])
    columns = (lines, results.column("id"), results.column("question"))
    places = Places(rows.begin.path, *(column.to_pylist() for column in columns))
    return Graded(
        number=chunk.number,
        behind=chunk.behind,
        counts=_count(results),
        names=tuple(results.schema.names[len(GRADE_FIELDS) + 1 :]),
        results=write_stream(results),
        prints=places.prints(),
        places=places.to_json(),
        aside=write_aside(aside),
    )


def _without_problems(graded: pa.RecordBatch) -> pa.RecordBatch:
    """Return the rows that were graded, put together of slices: Arrow cannot filter columns of every type."""
    runs = groupby(enumerate(graded.column(PROBLEM.name).to_pylist()), key=lambda each: each[1] is None)
    numbers = [[number for number, _ in run] for is_graded, run in runs if is_graded]
    slices = [graded.slice(run[0], len(run)) for run in numbers]
    return pa.Table.from_batches(slices).combine_chunks().to_batches()[0] if slices else graded.slice(0, 0)


def _set_aside(rubrics: Rubrics, batch: pa.RecordBatch, graded: pa.RecordBatch, rows: Batch) -> Iterator[SetAside]:
    """Yield why each row was not graded, as files of other kinds have it told."""
    problems = graded.column(PROBLEM.name).to_pylist()
    for number in (number for number, code in enumerate(problems) if code):
        place = Where(rows.begin.path, rows.begin.line + number)
        for where, found in batch_rows(batch.slice(number, 1), place):
            row = found if isinstance(found, SetAside) else make_row(where, found, rubrics.rubrics)
            if isinstance(row, SetAside):
                yield row
            elif isinstance(row, Problem) and not isinstance(found, SetAside):
                yield SetAside(row, {**found})


def _count(results: pa.RecordBatch) -> dict[str, int]:
    unanswered = results.column("score").null_count
    counts = {"graded": len(results) - unanswered, "not_answered": unanswered}
    counts["review"] = pc.sum(results.column("review")).as_py() or 0
    return {name: count for name, count in sorted(counts.items()) if count}


def _common_schema(spool: Spool) -> pa.Schema:
    """Return the columns of all chunks in the order in which they first come."""
    kinds: dict[str, dict[Kind, None]] = {"id": {}}
    for batch in map(_batch, spool.frames()):
        for field, column in zip(batch.schema, batch.columns, strict=True):
            kinds.setdefault(field.name, {})[kind_of(field, column)] = None
    own = {field.name for field in GRADE_FIELDS}
    ids = pa.field("id", column_type([*kinds.pop("id")]))
    others = [pa.field(name, column_type([*found])) for name, found in kinds.items() if name not in own]
    return pa.schema([ids, *GRADE_FIELDS, *others], metadata={OWN_MARK: json.dumps({"format": FORMAT})})


def _groups(spool: Spool, schema: pa.Schema) -> Iterator[pa.Table]:
    held: list[pa.RecordBatch] = []
    for frame in spool.frames():
        held.append(_as_schema(_batch(frame), schema))
        if sum(map(len, held)) >= ROWS_OF_GROUP or sum(batch.nbytes for batch in held) >= _BYTES_OF_GROUP:
            yield pa.Table.from_batches(held, schema)
            held = []
    if held:
        yield pa.Table.from_batches(held, schema)


def _batch(frame: Frame) -> pa.RecordBatch:
    return read_stream(frame.read("results"))


def _as_schema(batch: pa.RecordBatch, schema: pa.Schema) -> pa.RecordBatch:
    if batch.schema.equals(schema) and not any(map(is_json, batch.schema)):
        return batch
    present = {field.name: (field, column) for field, column in zip(batch.schema, batch.columns, strict=True)}
    columns = [
        as_type(*present[field.name], field.type) if field.name in present else pa.nulls(len(batch), field.type)
        for field in schema
    ]
    return pa.RecordBatch.from_arrays(columns, schema=schema)
