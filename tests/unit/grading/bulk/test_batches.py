"""The one function that grades batches, called as Spark calls it: alone in another process, with an iterator."""

import json
import pickle
import subprocess
import sys
from collections.abc import Iterator

import pyarrow as pa
import pytest
from tests.answers.sheets import compiled

from gramota.errors import ContentError, Where
from gramota.grading.bulk.batches import grade_batches
from gramota.grading.bulk.rubrics import Rubrics, rubrics_of
from gramota.grading.grade import grade_answer
from gramota.grading.results import bulk_line
from gramota.grading.tables.rows import BulkRow

ANSWERS = [
    "14 дней, если есть чек",
    "Кассир вернет",
    "",
    "не знаю",
    "😀 и\u0306\u0000 14 дней",
    "Чек не нужен, в любое время",
]

IN_ANOTHER_PROCESS = """
import pickle, sys
import pyarrow as pa
function, content = pickle.load(sys.stdin.buffer)
batches = pa.ipc.open_stream(content)
sink = pa.BufferOutputStream()
graded = [*function(iter(batches))]
with pa.ipc.new_stream(sink, graded[0].schema) as stream:
    for batch in graded:
        stream.write_batch(batch)
loaded = {name for name in sys.modules if name.startswith(("pymorphy3", "mkdocs", "click"))}
assert not loaded, loaded
sys.stdout.buffer.write(sink.getvalue().to_pybytes())
"""


def batch(**columns: object) -> pa.RecordBatch:
    usual = {
        "id": [f"n{number}" for number in range(len(ANSWERS))],
        "question": ["term"] * len(ANSWERS),
        "answer": ANSWERS,
    }
    return pa.RecordBatch.from_pydict({**usual, **columns})


def graded(*batches: pa.RecordBatch) -> list[pa.RecordBatch]:
    return [*grade_batches(rubrics_of(compiled()))(iter(batches))]


def as_line(row: dict[str, object]) -> dict[str, object]:
    """A row of the columns as a line of JSON has it."""
    for name in ("criteria", "misconceptions"):
        row[name] = {each.pop("id"): each for each in row[name]}
        for each in row[name].values():
            each["evidence"] = [[span["start"], span["end"]] for span in each["evidence"]]
            assert each.pop("by", None) is None
    row["notices"] = [{key: value for key, value in each.items() if value is not None} for each in row["notices"]]
    assert row.pop("problem") is None
    return row


def test_the_columns_say_what_the_lines_of_json_say():
    (found,) = graded(batch(shop=["Тверь"] * len(ANSWERS)))
    rows = (BulkRow(Where(""), f"n{n}", "term", answer, {"shop": "Тверь"}) for n, answer in enumerate(ANSWERS))
    lines = [bulk_line(row, grade_answer(compiled(), "term", row.answer)) for row in rows]
    assert [as_line(row) for row in found.to_pylist()] == [json.loads(line) for line in lines]


def test_of_each_row_comes_one_row_in_the_order_of_the_input():
    rows = batch(question=["term", "terms", None, "money", "term", "term"], id=[1, 2, 3, None, 5, 6])
    assert graded(batch(id=["", " ", "0", " 1", "2", "3"]))[0]["problem"].to_pylist() == ["G322", "G322", *[None] * 4]
    found, again = graded(rows, rows.slice(1, 2))
    assert found["problem"].to_pylist() == [None, "G323", "G322", "G322", None, None]
    assert again["problem"].to_pylist() == ["G323", "G322"]
    assert (found["id"].type, found["id"].to_pylist()) == (pa.int64(), [1, 2, 3, None, 5, 6])
    assert [found[name].to_pylist()[1] for name in ("score", "criteria", "notices", "review")] == [None] * 4
    assert found.schema == again.schema


def test_another_process_grades_with_the_pickled_function_and_without_a_dictionary():
    rows = batch()
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, rows.schema) as stream:
        stream.write_batch(rows)
    sent = pickle.dumps((grade_batches(rubrics_of(compiled())), sink.getvalue().to_pybytes()))
    done = subprocess.run([sys.executable, "-c", IN_ANOTHER_PROCESS], input=sent, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert [*pa.ipc.open_stream(done.stdout)] == graded(rows)


def test_columns_that_are_taken_are_renamed_and_none_is_lost():
    (found,) = graded(batch(score=[9] * 6, **{"input.score": [8] * 6}, problem=["x"] * 6))
    assert [found[name].to_pylist()[0] for name in ("input.score", "input.input.score", "input.problem")] == [9, 8, "x"]
    assert len({*found.schema.names}) == len(found.schema.names)


@pytest.mark.parametrize("columns", [{"answer": [1] * 6}, {"id": [0.5] * 6}])
def test_a_batch_that_is_no_table_of_answers_is_refused(columns: dict[str, object]):
    with pytest.raises(ContentError):
        graded(batch(**columns))


def test_rubrics_are_what_they_were_when_they_come_back():
    rubrics = rubrics_of(compiled())
    again = Rubrics.from_json(rubrics.to_json())
    assert again.to_json() == rubrics.to_json()
    assert again.sentences == rubrics.sentences
    with pytest.raises(ValueError, match="gramota-rubrics"):
        Rubrics.from_json('{"format": "gramota-rubrics/0"}')


def test_no_batch_is_read_before_it_is_asked_for():
    def endless() -> Iterator[pa.RecordBatch]:
        while True:
            yield batch()

    results = grade_batches(rubrics_of(compiled()))(endless())
    assert next(results) == next(results)
