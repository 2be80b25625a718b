"""A chunk of rows graded, with nothing but the rubrics: the work of one process, whichever it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gramota.errors import Problem
from gramota.grading.bulk.chunks import Batch, Chunk
from gramota.grading.bulk.forms import TableForm, form_of
from gramota.grading.bulk.graded import Graded, Places, count_states
from gramota.grading.bulk.graded_row import GradedRow, names_of
from gramota.grading.bulk.rubrics import Rubrics
from gramota.grading.grade import grade_answer
from gramota.grading.tables.carried_names import without_old_grades
from gramota.grading.tables.rows import make_row
from gramota.grading.tables.rows_aside import SetAside, write_aside

if TYPE_CHECKING:
    from gramota.grading.bulk.text_form import Page


@dataclass(frozen=True)
class Work:
    """What is done with each chunk; any process can read it."""

    rubrics: Rubrics
    form: TableForm
    lang: str
    page: "Page | None" = None
    """Of a report."""


class ChunkGrader:
    """Grades chunks; made once in each process, which compiles nothing and parses the rubrics once."""

    def __init__(self, work: Work) -> None:
        self._rubrics = work.rubrics
        self._form = form_of(work.form, work.lang, work.page)
        self._name = work.form

    def grade(self, chunk: Chunk) -> Graded:
        """Return what comes of a chunk; the same chunk always gives the same bytes."""
        if isinstance(chunk.rows, Batch) and self._name == "parquet":
            from gramota.grading.bulk.parquet_form import grade_stream  # noqa: PLC0415 - pyarrow is large

            return grade_stream(self._rubrics, chunk, chunk.rows)
        rows: list[GradedRow] = []
        aside: list[SetAside] = []
        for found in self._judge(chunk):
            if isinstance(found, SetAside):
                aside.append(found)
            else:
                rows.append(found)
        return self._graded(chunk, rows, aside)

    def _judge(self, chunk: Chunk) -> Iterator[GradedRow | SetAside]:
        for where, columns in chunk.rows.rows():
            if isinstance(columns, SetAside):
                yield columns
                continue
            row = make_row(where, without_old_grades(columns), self._rubrics.rubrics)
            if isinstance(row, Problem):
                yield SetAside(row, columns)
            else:
                yield row, grade_answer(self._rubrics, row.question, row.answer)

    def _graded(self, chunk: Chunk, rows: list[GradedRow], aside: list[SetAside]) -> Graded:
        names = names_of(rows)
        places = Places(
            rows[0][0].where.path if rows else "",
            [row.where.line for row, _ in rows],
            [row.id for row, _ in rows],
            [row.question for row, _ in rows],
        )
        return Graded(
            number=chunk.number,
            behind=chunk.behind,
            counts=count_states(state for _, grade in rows for state in grade.tallied_as()),
            names=names,
            results=self._form.pack(rows, names),
            prints=places.prints(),
            places=places.to_json(),
            aside=write_aside(aside),
        )
