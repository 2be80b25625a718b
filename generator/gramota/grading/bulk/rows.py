"""The bulk form, one answer a row, read as a stream in its order; a row that cannot be graded is set aside."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from gramota.course.folder import shown_path
from gramota.course.names import suggestion
from gramota.errors import Problem, Where, reason_of
from gramota.grading.bulk.lines import TableLines, read_lines
from gramota.grading.bulk.table import REQUIRED, Row, missing_columns, parse_csv
from gramota.grading.strict_json import Json, JsonError, parse_json

PARQUET = ".parquet"
BULK_SUFFIXES = frozenset({".jsonl", ".csv", PARQUET})
# A bad line is its writer's fault, and not that of an employee who could send the file again.
_OF_ROW = {"G301": "G301.row", "G302": "G302.row", "G303": "G303.row", "G304": "G304.row"}


@dataclass(frozen=True, slots=True)
class BulkRow:
    """An answer to grade; `others` are the input's other columns, carried along."""

    where: Where
    id: str | int
    question: str
    answer: str
    others: Mapping[str, Json]


def read_bulk(path: Path, questions: tuple[str, ...]) -> Iterator[BulkRow | Problem]:
    """Yield each row of the file, or what keeps it from being graded with one of these questions."""
    whole = Where(shown_path(path))
    if path.suffix.lower() == PARQUET:
        from gramota.grading.bulk.parquet_rows import read_parquet_rows  # noqa: PLC0415 - pyarrow is large

        rows = read_parquet_rows(path, whole.path)
    else:
        rows = _read_text_rows(path, whole)
    for where, columns in rows:
        yield columns if isinstance(columns, Problem) else make_row(where, columns, questions)


def _read_text_rows(path: Path, whole: Where) -> Iterator[Row]:
    try:
        with path.open("rb") as stream:
            yield from _parse_lines(stream, path, whole)
    except OSError as error:
        yield whole, Problem.at(whole, "G001", reason=reason_of(error))


def _parse_lines(stream: IO[bytes], path: Path, whole: Where) -> Iterator[Row]:
    if path.suffix.lower() == ".csv":
        yield from read_csv(stream, whole.path)
    else:
        yield from parse_jsonl(read_lines(stream, whole.path))


def read_csv(stream: IO[bytes], shown_as: str) -> Iterator[Row]:
    """Yield each row of a table, and at the end what has kept the rest from being read."""
    lines = TableLines(stream, shown_as)
    yield from parse_csv(lines, shown_as)
    if lines.problem:
        yield lines.problem.where, lines.problem


def parse_jsonl(lines: Iterable[tuple[Where, str | Problem]]) -> Iterator[Row]:
    """Yield the columns of each line that is not empty, or why it cannot be read."""
    for where, line in lines:
        if isinstance(line, Problem):
            yield where, line
        elif line.strip():
            yield where, _parse_object(line, where)


def _parse_object(line: str, where: Where) -> dict[str, Json] | Problem:
    try:
        parsed = parse_json(line)
    except JsonError as error:
        return Problem.at(Where(where.path, where.line, error.column), _OF_ROW[error.code], said=error.said)
    return parsed if isinstance(parsed, dict) else Problem.at(where, "G320")


def make_row(where: Where, columns: Mapping[str, Json], questions: Iterable[str]) -> BulkRow | Problem:
    """Return the row that these columns make, or what keeps it from being graded with one of these questions."""
    if missing := missing_columns(columns):
        return Problem.at(where, "G321", column=missing[0])
    row_id, question = columns["id"], columns["question"]
    question = question.strip() if isinstance(question, str) else question
    answer = "" if columns["answer"] is None else columns["answer"]
    if not isinstance(row_id, str | int) or isinstance(row_id, bool) or row_id == "":
        return Problem.at(where, "G322", column="id")
    if not isinstance(answer, str):
        return Problem.at(where, "G322", column="answer")
    if not isinstance(question, str) or question not in questions:
        return _unknown_question(where, str(question)[:60], [*questions])
    others = {name: value for name, value in columns.items() if name not in REQUIRED}
    return BulkRow(where, row_id, question, answer, others)


def _unknown_question(where: Where, said: str, known: list[str]) -> Problem:
    values = {"question": said, "suggestion": suggestion(said, known), "known": ", ".join(known)}
    return Problem.at(where, "G323", **values)
