"""The lines of results are a contract that other programs read."""

import json
from pathlib import Path

from tests.answers.sheets import FILES, compiled, course

from gramota.errors import Where
from gramota.grading.files.strict_json import Json
from gramota.grading.grade import grade_answer, grade_attempt
from gramota.grading.inbox.answer_files import HandedIn, load_answer_file
from gramota.grading.results import attempt_lines, bulk_line, plain_number
from gramota.grading.tables.rows import BulkRow

KEYS = ["id", "question", "score", "max", "criteria", "misconceptions", "notices", "review"]


def line(answer: str, others: dict[str, Json] | None = None) -> str:
    row = BulkRow(Where("a.jsonl"), "7", "term", answer, others or {})
    return bulk_line(row, grade_answer(compiled(), "term", answer))


def test_a_line_has_the_keys_of_the_contract_in_its_order():
    found = json.loads(line("14 дней"))
    assert [*found] == KEYS
    assert [*found["criteria"]["days"]] == ["met", "confidence", "evidence", "phrase"]
    assert [*found["misconceptions"]["any_time"]] == ["held", "confidence", "evidence"]


def test_columns_that_are_taken_are_renamed_and_none_is_lost():
    """The names are those that the same columns have in a Parquet file."""
    found = json.loads(line("14 дней", {"score": 9, "input.score": 8, "problem": "x"}))
    assert [found[name] for name in ("input.score", "input.input.score", "input.problem")] == [9, 8, "x"]
    assert [*found][: len(KEYS)] == KEYS


def test_notices_are_a_list_whose_entries_say_whether_the_answer_was_refused():
    empty, other, copied = (
        json.loads(line(answer))["notices"]
        for answer in ("не знаю", "Кассир вернет", "Товар принимаем в течение 14 дней, если есть чек")
    )
    assert empty == [{"kind": "empty", "refused": False}]
    assert other == [{"kind": "other_question", "question": "money", "refused": False}]
    assert copied == [{"kind": "copied", "refused": False}]
    assert json.loads(line("14 дней"))["notices"] == []


def test_evidence_counts_code_points_of_the_answer_as_given():
    answer = "😀 и\u0306\u0000 14 дней"
    (start, end), *_ = json.loads(line(answer))["criteria"]["days"]["evidence"]
    assert answer[start:end] == "14 дней"


def test_an_unanswered_question_is_null_and_not_zero():
    found = json.loads(line("  "))
    assert (found["score"], found["max"], found["criteria"]["days"]["met"]) == (None, 2.5, False)


def test_other_columns_are_carried_along_and_never_replace_the_results():
    found = json.loads(line("14 дней", {"shop": "Тверь", "score": 100, "criteria": {"days": 0}}))
    assert (found["shop"], found["score"], found["input.score"]) == ("Тверь", 1.5, 100)
    assert found["input.criteria"] == {"days": 0}


def test_no_answer_breaks_a_line():
    assert line("14 дней", {"note": "a\u2028b\u2029c\x85d\re\nf"}).splitlines()[1:] == []


def test_whole_points_are_whole_numbers():
    assert [plain_number(points) for points in (2.0, 2.5, 0.1 + 0.2, 0, None)] == [2, 2.5, 0.3, 0, None]
    assert '"score": 1.5' in line("14 дней")


def test_lines_of_an_attempt_say_whose_it_is():
    found = load_answer_file(FILES / "changed-by-hand.json", course())
    assert isinstance(found, HandedIn)
    lines = [json.loads(text) for text in attempt_lines(grade_attempt(found, compiled()))]
    assert [(each["id"], each["state"]) for each in lines] == [("4711", "graded")] * 2 + [("4711", "not_answered")]
    assert [*lines[0]] == [*KEYS, "state", "attempt"]
    assert lines[0]["attempt"]["warnings"] == ["G350"]
    assert Path(lines[0]["attempt"]["file"]).name == "changed-by-hand.json"
