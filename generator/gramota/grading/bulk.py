"""The bulk form, one answer a row, read as a stream in its order; a row that cannot be graded is set aside."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from gramota.course.folder import shown_path
from gramota.course.names import suggestion
from gramota.errors import Problem, Where
from gramota.grading.bulk_csv import Row, parse_csv
from gramota.grading.bulk_lines import TableLines, read_lines
from gramota.grading.strict_json import Json, JsonError, parse_json

BULK_SUFFIXES = frozenset({".jsonl", ".csv", ".parquet"})
_COLUMNS = ("id", "question", "answer")
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
    if path.suffix.lower() == ".parquet":
        yield Problem.at(whole, "G328")
        return
    try:
        with path.open("rb") as stream:
            for where, columns in _parse_lines(stream, path, whole):
                yield columns if isinstance(columns, Problem) else _make_row(where, columns, questions)
    except OSError as error:
        yield Problem.at(whole, "G001", reason=error.strerror or error)


def _parse_lines(stream: IO[bytes], path: Path, whole: Where) -> Iterator[Row]:
    if path.suffix.lower() != ".csv":
        yield from _parse_jsonl(read_lines(stream, whole.path))
        return
    lines = TableLines(stream, whole.path)
    yield from parse_csv(lines, whole.path)
    if lines.problem:
        yield lines.problem.where, lines.problem


def _parse_jsonl(lines: Iterable[tuple[Where, str | Problem]]) -> Iterator[Row]:
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


def _make_row(where: Where, columns: Mapping[str, Json], questions: tuple[str, ...]) -> BulkRow | Problem:
    missing = [name for name in _COLUMNS if name not in columns]
    if missing:
        return Problem.at(where, "G321", column=missing[0])
    row_id, question = columns["id"], columns["question"]
    question = question.strip() if isinstance(question, str) else question
    answer = "" if columns["answer"] is None else columns["answer"]
    if not isinstance(row_id, str | int) or isinstance(row_id, bool) or row_id == "":
        return Problem.at(where, "G322", column="id")
    if not isinstance(answer, str):
        return Problem.at(where, "G322", column="answer")
    if not isinstance(question, str) or question not in questions:
        said = str(question)[:60]
        values = {"question": said, "suggestion": suggestion(said, list(questions)), "known": ", ".join(questions)}
        return Problem.at(where, "G323", **values)
    others = {name: value for name, value in columns.items() if name not in _COLUMNS}
    return BulkRow(where, row_id, question, answer, others)
