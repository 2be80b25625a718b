"""The bulk form, one answer a row, read as a stream in its order; a row that cannot be graded is set aside."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from gramota.course.folder import shown_path
from gramota.course.names import suggestion
from gramota.errors import Problem, Where, reason_of
from gramota.grading.bulk.graded import SetAside, same_id
from gramota.grading.bulk.lines import Line, TableLines, read_lines
from gramota.grading.bulk.own_files import is_line_of_set_aside
from gramota.grading.bulk.part_names import PARQUET
from gramota.grading.bulk.readable import readable, readable_text
from gramota.grading.bulk.table import OF_RESULTS, REQUIRED, Row, missing_columns, parse_csv
from gramota.grading.bulk.text_encoding import Text, find_other_kind, open_text
from gramota.grading.strict_json import Json, JsonError, parse_json

CSV = ".csv"
BULK_SUFFIXES = frozenset({".jsonl", CSV, PARQUET})
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
    shown_as = shown_path(path)
    if path.suffix.lower() == PARQUET:
        from gramota.grading.bulk.parquet_rows import read_parquet_rows  # noqa: PLC0415 - pyarrow is large

        rows = read_parquet_rows(path, shown_as)
    else:
        rows = _read_text_rows(path, shown_as)
    for where, columns in rows:
        yield columns.problem if isinstance(columns, SetAside) else make_row(where, columns, questions)


def _read_text_rows(path: Path, shown_as: str) -> Iterator[Row]:
    try:
        with open_text(path) as text:
            if path.suffix.lower() == CSV:
                yield from read_csv(text, shown_as)
            else:
                yield from parse_jsonl(read_jsonl(text, shown_as))
    except OSError as error:
        whole = Where(shown_as)
        yield whole, SetAside(Problem.at(whole, "G001", reason=reason_of(error)), None)


def read_csv(text: Text, shown_as: str) -> Iterator[Row]:
    """Yield each row of a table, and at the end what has kept the rest from being read."""
    where = Where(shown_as)
    if other := find_other_kind(text.beginning, where, has_header=True):
        yield where, SetAside(other, None)
    else:
        yield from parse_csv(TableLines(text.in_utf_8(), shown_as), shown_as)


def read_jsonl(text: Text, shown_as: str) -> Iterator[Line]:
    """Yield each line of the file, not yet parsed."""
    where = Where(shown_as)
    if other := find_other_kind(text.beginning, where, has_header=False) or _find_own_results(text.beginning, where):
        yield where, SetAside(other, None)
    else:
        yield from read_lines(text.in_utf_8(), shown_as)


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
