"""Grades as Arrow columns: the contract of the bulk form, typed, the same for every quiz."""

from collections.abc import Iterable, Mapping

import pyarrow as pa

from gramota.grading.grade import Grade
from gramota.grading.results import CONFIDENCE_DIGITS, LEARNED, POINTS_DIGITS
from gramota.grading.tables import carried_names
from gramota.rubric import Decision

SPAN = pa.struct([pa.field("start", pa.int32(), nullable=False), pa.field("end", pa.int32(), nullable=False)])


def _judged(met: str, *more: pa.Field) -> pa.DataType:
    """The type of decisions, one after another in the rubric's order; `met` names what was decided."""
    about = [
        pa.field("id", pa.string(), nullable=False),
        pa.field(met, pa.bool_(), nullable=False),
        pa.field("confidence", pa.float64(), nullable=False),
        pa.field("evidence", pa.list_(SPAN), nullable=False),
    ]
    return pa.list_(pa.struct([*about, *more]))


CRITERIA = _judged("met", pa.field("phrase", pa.string()), pa.field("by", pa.string()))
MISCONCEPTIONS = _judged("held")
NOTICES = pa.list_(
    pa.struct(
        [
            pa.field("kind", pa.string(), nullable=False),
            pa.field("question", pa.string()),
            pa.field("refused", pa.bool_(), nullable=False),
        ]
    )
)
PROBLEM = pa.field(carried_names.PROBLEM, pa.string())
"""The code of what kept a row from being graded; null where it was graded."""

GRADE_FIELDS = (
    pa.field("question", pa.string()),
    pa.field("score", pa.float64()),
    pa.field("max", pa.float64()),
    pa.field("criteria", CRITERIA),
    pa.field("misconceptions", MISCONCEPTIONS),
    pa.field("notices", NOTICES),
    pa.field("review", pa.bool_()),
)
"""The columns after the id, which has the type that it came with."""


class _Decisions:
    """The decisions of many answers in flat lists, one for each leaf of the column."""

    def __init__(self, kind: pa.DataType) -> None:
        self._kind = kind
        self._offsets = [0]
        self._ids: list[str] = []
        self._met: list[bool] = []
        self._confidence: list[float] = []
        self._spans = [0]
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._phrases: list[str | None] = []
        self._makers: list[str | None] = []

    def add(self, decisions: Mapping[str, Decision]) -> None:
        self._ids += decisions
        for met, confidence, evidence, phrase, is_learned in decisions.values():
            self._met.append(met)
            self._confidence.append(round(confidence, CONFIDENCE_DIGITS))
            for start, end in evidence:
                self._starts.append(start)
                self._ends.append(end)
            self._spans.append(len(self._starts))
            self._phrases.append(phrase)
            self._makers.append(LEARNED if is_learned else None)
        self._offsets.append(len(self._ids))

    def array(self, missing: pa.Array | None) -> pa.Array:
        spans = _struct(SPAN, (self._starts, self._ends))
        evidence = pa.ListArray.from_arrays(pa.array(self._spans, pa.int32()), spans, type=pa.list_(SPAN))
        columns = (self._ids, self._met, self._confidence, evidence, self._phrases, self._makers)
        return _list(self._kind, self._offsets, columns, missing)


class GradeColumns:
    """Grades, put together to columns one after another; a row without a grade has nulls."""

    def __init__(self) -> None:
        self._questions: list[str | None] = []
        self._scores: list[float | None] = []
        self._most: list[float | None] = []
        self._review: list[bool | None] = []
        self._criteria = _Decisions(CRITERIA)
        self._misconceptions = _Decisions(MISCONCEPTIONS)
        self._notices = [0]
        self._notice_rows: list[tuple[str, str | None, bool]] = []

    def add(self, grade: Grade) -> None:
        """Add the grade of the next row."""
        self._questions.append(grade.question)
        self._scores.append(_points(grade.score))
        self._most.append(_points(grade.max))
        self._review.append(grade.review)
        self._criteria.add(grade.criteria)
        self._misconceptions.add(grade.misconceptions)
        self._notice_rows += [(each.kind, each.question or None, each.refused) for each in grade.notices]
        self._notices.append(len(self._notice_rows))

    def add_none(self, question: str | None) -> None:
        """Add that the next row has no grade."""
        self._questions.append(question)
        self._scores.append(None)
        self._most.append(None)
        self._review.append(None)
        self._criteria.add({})
        self._misconceptions.add({})
        self._notices.append(len(self._notice_rows))

    def arrays(self) -> list[pa.Array]:
        """Return the columns of GRADE_FIELDS."""
        missing = pa.array([each is None for each in self._review], pa.bool_()) if None in self._review else None
        notices = [*zip(*self._notice_rows, strict=True)] or [(), (), ()]
        return [
            pa.array(self._questions, pa.string()),
            pa.array(self._scores, pa.float64()),
            pa.array(self._most, pa.float64()),
            self._criteria.array(missing),
            self._misconceptions.array(missing),
            _list(NOTICES, self._notices, notices, missing),
            pa.array(self._review, pa.bool_()),
        ]


def _points(points: float | None) -> float | None:
    return points if points is None else round(points, POINTS_DIGITS)


def _list(
    kind: pa.DataType, offsets: list[int], columns: Iterable[Iterable[object]], missing: pa.Array | None
) -> pa.Array:
    """A column of lists of structs; a row that is missing is null, and not empty."""
    rows = _struct(kind.value_type, columns)
    return pa.ListArray.from_arrays(pa.array(offsets, pa.int32()), rows, type=kind, mask=missing)


def _struct(kind: pa.DataType, columns: Iterable[Iterable[object]]) -> pa.Array:
    """A column of structs; columns beyond the type's fields are left out."""
    fields = [kind.field(number) for number in range(kind.num_fields)]
    arrays = [
        column if isinstance(column, pa.Array) else pa.array(column, field.type)
        for column, field in zip(columns, fields, strict=False)
    ]
    return pa.StructArray.from_arrays(arrays, fields=fields)
