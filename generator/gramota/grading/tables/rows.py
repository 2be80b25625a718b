"""The bulk form, one answer a row, read as a stream in its order; a row that cannot be graded is set aside."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from gramota.course.files.folder import shown_path
from gramota.course.names import suggestion
from gramota.errors import Problem, Where
from gramota.grading.files.strict_json import Json, JsonError, parse_json
from gramota.grading.inbox.table_kinds import CSV, PARQUET, table_kind
from gramota.grading.tables.lines import Line, TableLines, read_lines
from gramota.grading.tables.readable import readable, readable_text
from gramota.grading.tables.row_ids import same_id
from gramota.grading.tables.rows_aside import SetAside, is_line_of_set_aside
from gramota.grading.tables.table import OF_RESULTS, REQUIRED, Row, missing_columns, parse_csv
from gramota.grading.tables.text_encoding import find_other_kind
from gramota.grading.tables.text_file import BROKEN, Text, open_text, tell_broken

_MOST_SHOWN = 60
"""Characters of a question that the quiz does not have."""

# A bad line is its writer's fault, and not that of an employee who could send the file again.
_OF_ROW = {
    "G301": "G301.row",
    "G302": "G302.row",
    "G303": "G303.row",
    "G304": "G304.row",
    "G304.large": "G304.row_large",
}


Item = TypeVar("Item", Line, Row)


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
    shown_as = shown_path(path)
    if table_kind(path.name) == PARQUET:
        from gramota.grading.tables.parquet_rows import read_parquet_rows  # noqa: PLC0415 - pyarrow is large

        rows = read_parquet_rows(path, shown_as)
    else:
        rows = _read_text_rows(path, shown_as)
    for where, columns in rows:
        yield columns.problem if isinstance(columns, SetAside) else make_row(where, columns, questions)


def _read_text_rows(path: Path, shown_as: str) -> Iterator[Row]:
    try:
        with open_text(path) as text:
            if table_kind(path.name) == CSV:
                yield from read_csv(text, shown_as)
            else:
                yield from parse_jsonl(read_jsonl(text, shown_as))
    except BROKEN as error:
        yield _broken(error, Where(shown_as))


def read_csv(text: Text, shown_as: str) -> Iterator[Row]:
    """Yield each row of a table, and at the end what has kept the rest from being read."""
    where = Where(shown_as)
    if other := find_other_kind(text.beginning, where, has_header=True):
        yield where, SetAside(other, None)
    else:
        yield from _to_the_break(parse_csv(TableLines(text.in_utf_8()), shown_as), where)


def read_jsonl(text: Text, shown_as: str) -> Iterator[Line]:
    """Yield each line of the file, not yet parsed."""
    where = Where(shown_as)
    if other := find_other_kind(text.beginning, where, has_header=False) or _find_own_results(text.beginning, where):
        yield where, SetAside(other, None)
    else:
        yield from _or_empty(_to_the_break(read_lines(text.in_utf_8(), shown_as), where), where)


def _or_empty(lines: Iterator[Line], where: Where) -> Iterator[Line]:
    """Yield the lines, or that nothing stands in any of them."""
    for line in lines:
        yield line
        if not isinstance(line[1], str) or line[1].strip():
            yield from lines
            return
    yield where, SetAside(Problem.at(where, "G324.no_lines"), None)


def _to_the_break(items: Iterator[Item], where: Where) -> Iterator[Item | tuple[Where, SetAside]]:
    """Yield what there is, and at its end what has kept the rest of the file from being read."""
    try:
        for item in items:
            where = item[0]
            yield item
    except BROKEN as error:
        yield _broken(error, where)


def _broken(error: Exception, where: Where) -> tuple[Where, SetAside]:
    return where, SetAside(tell_broken(error, where), None)


def _find_own_results(beginning: bytes, where: Where) -> Problem | None:
    """Return the problem of a file that gramota wrote itself, and that has no answers to grade."""
    line = beginning.partition(b"\n")[0]
    if is_line_of_set_aside(line):
        return Problem.at(where, "G324.set_aside")
    try:
        first = parse_json(line.decode("utf-8-sig"))
    except (JsonError, UnicodeDecodeError):
        return None
    names = first.keys() if isinstance(first, dict) else ()
    is_results = "answer" not in names and {*names} >= OF_RESULTS
    return Problem.at(where, "G324.results") if is_results else None


def parse_jsonl(lines: Iterable[Line]) -> Iterator[Row]:
    """Yield the columns of each line that is not empty, or why it cannot be read."""
    for where, line in lines:
        if isinstance(line, bytes):
            yield where, SetAside(Problem.at(where, "G329"), _read_bytes(line))
        elif isinstance(line, SetAside):
            yield where, line
        elif line.strip():
            yield where, _parse_object(line, where)


def _parse_object(line: str, where: Where) -> dict[str, Json] | SetAside:
    try:
        parsed = parse_json(line)
    except JsonError as error:
        problem = Problem.at(Where(where.path, where.line, error.column), _OF_ROW[error.code], said=error.said)
        return SetAside(problem, line.rstrip("\r\n"))
    return parsed if isinstance(parsed, dict) else SetAside(Problem.at(where, "G320"), parsed)


def _read_bytes(line: bytes) -> Json:
    """Return what a line that is not UTF-8 says, as far as it can be read."""
    try:
        return parse_json(readable_text(line.decode("utf-8", "surrogateescape"), before=r"\\"))
    except JsonError:
        return readable(line).rstrip("\r\n")


def make_row(where: Where, columns: Mapping[str, Json], questions: Iterable[str]) -> BulkRow | Problem:
    """Return the row that these columns make, or what keeps it from being graded with one of these questions."""
    if missing := missing_columns(columns):
        return Problem.at(where, "G321", column=missing[0])
    row_id, question = columns["id"], columns["question"]
    question = question.strip() if isinstance(question, str) else question
    answer = "" if columns["answer"] is None else columns["answer"]
    if not isinstance(row_id, str | int) or isinstance(row_id, bool) or not same_id(row_id):
        return _bad_id(where, row_id)
    if not isinstance(answer, str):
        return Problem.at(where, "G322", column="answer")
    if not isinstance(question, str) or question not in questions:
        return _bad_question(where, question, [*questions])
    others = {name: value for name, value in columns.items() if name not in REQUIRED}
    return BulkRow(where, row_id, question, answer, others)


def _bad_id(where: Where, row_id: Json) -> Problem:
    is_empty = row_id is None or isinstance(row_id, str)
    return Problem.at(where, "G322.empty" if is_empty else "G322", column="id")


def _bad_question(where: Where, question: Json, known: list[str]) -> Problem:
    if question is None or question == "":
        return Problem.at(where, "G322.empty", column="question")
    said = (question if isinstance(question, str) else json.dumps(question, ensure_ascii=False))[:_MOST_SHOWN]
    values = {"question": said, "suggestion": suggestion(said, known), "known": ", ".join(known)}
    return Problem.at(where, "G323", **values)
