"""Batches of answers in, batches of grades out: one pure function, for this machine, for Dask and for Spark."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

import pyarrow as pa

from gramota.errors import Problem, Where, refuse
from gramota.grading.bulk.grade_columns import GRADE_FIELDS, PROBLEM, GradeColumns
from gramota.grading.bulk.rubrics import Rubrics
from gramota.grading.grade import grade_answer
from gramota.grading.tables.carried_names import carried_names
from gramota.grading.tables.parquet_columns import find_unfit, usual_batch
from gramota.grading.tables.parquet_rows import find_undecoded, is_too_long
from gramota.grading.tables.plain_columns import texts
from gramota.grading.tables.rows import make_row
from gramota.grading.tables.table import REQUIRED

GradeBatches = Callable[[Iterable[pa.RecordBatch]], Iterator[pa.RecordBatch]]


def grade_batches(rubrics: Rubrics) -> GradeBatches:
    """Return the function that grades batches with these rubrics; it can be pickled, and needs nothing else.

    A batch has the columns id (text or whole number), question and answer (text); of each row comes one row, in the
    order of the input: the id, GRADE_FIELDS, `problem` (the code of what keeps the row from being graded, null where it
    was graded) and the other columns (`input.` before a name that is taken). Raises ContentError where columns lack or
    are of another type.
    """
    return partial(_grade_all, rubrics)


def _grade_all(rubrics: Rubrics, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        yield grade_batch(rubrics, batch)


def grade_batch(rubrics: Rubrics, batch: pa.RecordBatch) -> pa.RecordBatch:
    """Grade one batch, as the function that grade_batches returns does; raise ContentError where columns are unfit."""
    refuse(find_unfit(batch.schema, Where("", 0)))
    batch = usual_batch(batch)
    ids = batch.column("id")
    columns, problems = GradeColumns(), []
    rows = zip(texts(ids), texts(batch.column("question")), texts(batch.column("answer")), strict=True)
    known, undecoded = rubrics.rubrics, find_undecoded(batch)
    for number, (row_id, asked, answer) in enumerate(rows):
        question = asked.strip() if isinstance(asked, str) else asked
        problem = "G329" if number in undecoded else find_problem(known, row_id, question, answer)
        problems.append(problem)
        if problem:
            columns.add_none(question if isinstance(question, str) else None)
        else:
            columns.add(grade_answer(rubrics, question, answer or ""))
    return _joined(batch, ids, columns, problems)


def find_problem(known: Iterable[str], row_id: object, question: object, answer: object) -> str | None:
    """Return the code of what keeps a row from being graded."""
    if isinstance(row_id, bytes) or isinstance(question, bytes) or isinstance(answer, bytes):
        return "G329"
    is_named = row_id.strip() if isinstance(row_id, str) else row_id
    if is_named and isinstance(question, str) and question in known and (not answer or not is_too_long(answer)):
        return None
    if is_too_long(answer):
        return "G330"
    columns = {"id": row_id, "question": question, "answer": answer}
    found = make_row(Where(""), columns, known)  # type: ignore[arg-type]  # of any type, which is what it looks at
    return found.code.partition(".")[0] if isinstance(found, Problem) else None


def _joined(batch: pa.RecordBatch, ids: pa.Array, columns: GradeColumns, problems: list[str | None]) -> pa.RecordBatch:
    arrays = [ids, *columns.arrays(), pa.array(problems, PROBLEM.type)]
    fields = [pa.field("id", ids.type), *GRADE_FIELDS, PROBLEM]
    carried = carried_names(name for name in batch.schema.names if name not in REQUIRED)
    for name, shown_as in carried.items():
        fields.append(batch.schema.field(name).with_name(shown_as))
        arrays.append(batch.column(name))
    return pa.RecordBatch.from_arrays(arrays, schema=pa.schema(fields))
