"""What learners type ends in a trainer's spreadsheet and must stay text there."""

import csv
import dataclasses
from io import StringIO
from pathlib import Path

import pytest
from tests.answers.sheets import FILES, compiled, course

from gramota.grading.grade import Attempt, Grade, grade_answer, grade_attempt
from gramota.grading.gradebook.gradebook import bulk_cells, bulk_header, write_gradebook
from gramota.grading.gradebook.spreadsheet_cells import safe_text, write_csv
from gramota.grading.inbox.answer_files import HandedIn, load_answer_file
from gramota.grading.tables.rows import BulkRow, read_bulk
from gramota.wording import wording

# OWASP, "CSV Injection": what spreadsheets take for the beginning of a formula, with the full-width forms.
BEGINNINGS = "=+-@＝＋－＠"


def bulk_table(graded: list[tuple[BulkRow, Grade]]) -> list[dict[str, str]]:
    t = wording("grading", "en")
    names = [*graded[0][0].others]
    rows = (bulk_cells(row, grade, names, t) for row, grade in graded)
    return table("".join(write_csv([*bulk_header(t), *names], rows, t)), ",")


def attempts(*names: str) -> list[Attempt]:
    loaded = [load_answer_file(FILES / f"{name}.json", course()) for name in names]
    return [grade_attempt(found, compiled()) for found in loaded if isinstance(found, HandedIn)]


def table(text: str, delimiter: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff"), "Excel would take it for the old code page"
    return [*csv.DictReader(StringIO(text[1:], newline=""), delimiter=delimiter)]


@pytest.mark.parametrize("beginning", BEGINNINGS)
@pytest.mark.parametrize("before", ["", " ", "\t", "\r", "\n", "\u00a0", "\u200b", "\x00", "\ufeff", "\x1b[1m"])
def test_no_text_begins_like_a_formula(beginning: str, before: str):
    assert safe_text(f"{before}{beginning}1+1") == f"'{beginning}1+1"


@pytest.mark.parametrize("delimiter", [",", ";"])
def test_no_formula_begins_where_another_delimiter_would_split(delimiter: str):
    assert safe_text(f"a{delimiter}=1+1") == f"a{delimiter}'=1+1"


@pytest.mark.parametrize("text", ["Маржа, план; новые — все", "14-20 дней", "a@b.ru", "конверсия 20 %", "1 + 1 = 2"])
def test_ordinary_text_stays_as_it_is(text: str):
    assert safe_text(text) == text


@pytest.mark.parametrize("text", ["-5", "+7", "-5.25", "-5,25", "+79001234567"])
def test_a_number_is_no_formula_and_an_id_stays_what_it_is(text: str):
    assert safe_text(f" {text} ") == text


@pytest.mark.parametrize("text", ["-5+1", "--5", "-5,=1", "-1,5,6", "-", "-٥", "-5e3", "=5"])
def test_what_is_more_than_a_number_may_be_a_formula(text: str):
    assert safe_text(text).startswith("'")


def test_control_characters_and_lines_do_not_reach_a_cell():
    assert safe_text("a\x00b\x07\r\nc\u202ed\x1b[31me") == "ab cde"


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_no_cell_of_a_hostile_sheet_is_a_formula(lang: str):
    text = "".join(write_gradebook(attempts("hostile", "anna"), wording("grading", lang)))
    for delimiter in ",;\t":
        for row in csv.reader(StringIO(text.lstrip("\ufeff"), newline=""), delimiter=delimiter):
            assert not [cell for cell in row if cell.strip()[:1] in [*BEGINNINGS]]


def test_a_gradebook_has_a_row_for_each_attempt_and_leaves_unanswered_questions_empty():
    rows = table("".join(write_gradebook(attempts("anna", "boris-no-id"), wording("grading", "en"))), ",")
    anna, boris = rows
    assert (anna["Learner"], anna["Name"], anna["Score"], anna["Maximum"]) == ("4711", "Анна Иванова", "3.5", "3.5")
    assert (anna["Result"], anna["term: days"], anna["term: any_time (misconception)"]) == ("passed", "1", "0")
    assert anna["term: Evidence"] == "days «14 дней»; receipt «чек»"
    assert (boris["Handed in (UTC)"], boris["Result"]) == ("2026-11-23 10:05", "not passed")
    assert (boris["term"], boris["term: days"], boris["money"], boris["money: cashier"]) == ("0", "0", "", "")


def test_russian_excel_gets_semicolons_and_decimal_commas():
    rows = table("".join(write_gradebook(attempts("anna"), wording("grading", "ru"))), ";")
    assert rows[0]["Баллы"] == "3,5"


def test_a_warning_stands_in_its_row():
    rows = table("".join(write_gradebook(attempts("changed-by-hand"), wording("grading", "en"))), ",")
    assert "checksum" in rows[0]["Warnings"]


def test_the_bulk_table_carries_other_columns_along(tmp_path: Path):
    path = tmp_path / "a.jsonl"
    account = "1" * 40
    row = '{"id": "-1", "question": "term", "answer": "=чек", "shop": "+7", "share": 0.5, "account": %s, "tags": %s}\n'
    path.write_text(row % (account, '["да", {"n": null}]'), encoding="utf-8")
    graded = [
        (row, grade_answer(compiled(), row.question, row.answer))
        for row in read_bulk(path, ("term",))
        if isinstance(row, BulkRow)
    ]
    rows = bulk_table(graded)
    assert [rows[0][name] for name in ("id", "answer", "shop")] == ["-1", "'=чек", "+7"]
    assert [rows[0][name] for name in ("share", "account")] == ["0.5", account]
    assert rows[0]["tags"] == '["да", {"n": null}]', "nested values are JSON and not Python"
    assert [rows[0][name] for name in ("Score", "Met", "Not met")] == ["1", "receipt", "days"]


def test_what_an_answer_is_as_a_whole_has_a_column(tmp_path: Path):
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "1", "question": "term", "answer": "Кассир вернет"}\n', encoding="utf-8")
    graded = [
        (row, grade_answer(compiled(), row.question, row.answer))
        for row in read_bulk(path, ("term",))
        if isinstance(row, BulkRow)
    ]
    rows = bulk_table(graded)
    assert rows[0]["Notices"] == "looks like an answer to another question, “money”"
    copied = "Товар принимаем в течение 14 дней, если есть чек."
    sheets = [replace_answer(attempts("anna")[0], copied)]
    rows = table("".join(write_gradebook(sheets, wording("grading", "en"))), ",")
    assert rows[0]["Notices"] == "term: copied from the letter word for word"


def replace_answer(attempt: Attempt, answer: str) -> Attempt:
    grades = (grade_answer(compiled(), "term", answer), *attempt.grades[1:])
    return dataclasses.replace(attempt, grades=grades)
