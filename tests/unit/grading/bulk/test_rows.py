"""The bulk form comes from spreadsheets and scripts: its order is kept, and a bad row costs only itself."""

import re
from pathlib import Path

import pytest

from gramota.errors import Problem
from gramota.grading.bulk.limits import MAX_LINE_BYTES
from gramota.grading.bulk.rows import BulkRow, read_bulk
from gramota.wording import LANGUAGES
from gramota.wording.problems import tell

QUESTIONS = ("term", "money")


def read(tmp_path: Path, name: str, content: str | bytes) -> list[BulkRow | Problem]:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return [*read_bulk(path, QUESTIONS)]


def told(found: BulkRow | Problem) -> tuple[str, int]:
    assert isinstance(found, Problem), f"accepted: {found}"
    return found.code, found.where.line


def answers(found: list[BulkRow | Problem]) -> list[tuple[str | int, str, str]]:
    return [(row.id, row.question, row.answer) for row in found if isinstance(row, BulkRow)]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_csv_is_read_as_any_spreadsheet_writes_it(tmp_path: Path, delimiter: str, bom: str, newline: str):
    rows = [["id", "question", "answer", "shop"], ["1", "term", '"14 дней, чек; да\t«""ага""»"', "Тверь"]]
    text = bom + newline.join(delimiter.join(row) for row in rows) + newline
    found = read(tmp_path, "a.csv", text)
    assert answers(found) == [("1", "term", '14 дней, чек; да\t«"ага"»')]
    assert isinstance(found[0], BulkRow)
    assert found[0].others == {"shop": "Тверь"}


def test_order_is_kept_and_bad_rows_are_told_where_they_begin(tmp_path: Path):
    text = 'question,id,answer\nterm,1,"two\nlines"\nterm,2\n,,\n\nwhere,3,x\nmoney,4,кассир\n'
    found = read(tmp_path, "a.csv", text)
    assert answers(found) == [("1", "term", "two\nlines"), ("4", "money", "кассир")]
    assert [told(row) for row in found[1:3]] == [("G326", 4), ("G323", 7)]


@pytest.mark.parametrize(
    ("code", "line", "text"),
    [
        ("G324", 1, ""),
        ("G324", 1, "id,answer\n1,x\n"),
        ("G325", 1, "id,question,answer,id\n1,term,x,2\n"),
        ("G327", 2, 'id,question,answer\n1,term,"never closed\n'),
        ("G327", 2, 'id,question,answer\n1,term,"closed" early\n'),
        ("G327.long", 2, 'id,question,answer\n1,term,"' + f"{'x' * 80}\n" * 65_000),
        ("G330.table", 2, "id,question,answer\n1,term," + "x" * MAX_LINE_BYTES),
        ("G322", 2, "id,question,answer\n,term,x\n"),
    ],
)
def test_a_malformed_table_is_told_by_line(tmp_path: Path, code: str, line: int, text: str):
    assert [told(found) for found in read(tmp_path, "a.csv", text)] == [(code, line)]


OLD = "id;question;answer\n1;term;да\n" + "2;term;Кассир\n" * 50
LINES = '{"id": 1, "question": "term", "answer": "Кассир"}\n' * 3


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.csv", OLD.encode("cp1251"), "G329.windows"),
        ("a.csv", ("\n" * 9 + OLD.replace("answer", "answer;отдел")).encode("cp1251"), "G329.windows"),
        ("a.csv", OLD.replace("answer", "answer;отдел").encode("cp866"), "G329.file"),
        ("a.csv", "id;question;ответ\n".encode("cp1251"), "G329.windows"),
        ("a.jsonl", LINES.encode("cp1251"), "G329.windows"),
        ("a.jsonl", LINES.encode("utf-16-le"), "G329.file"),
        ("a.csv", OLD.encode("utf-16-be"), "G329.file"),
        ("a.csv", b"PK\x03\x04\x14\x00\x06\x00" + b"\xff" * 99, "G335.workbook"),
        ("a.jsonl", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 99, "G335.workbook"),
        ("a.csv", b"PAR1\x15\x04\x15", "G335.parquet"),
    ],
)
def test_a_file_of_another_kind_is_told_once_with_its_true_name(tmp_path: Path, name: str, content: bytes, code: str):
    assert [told(row) for row in read(tmp_path, name, content)] == [(code, 1)]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
@pytest.mark.parametrize(("name", "content"), [("a.csv", OLD), ("a.jsonl", LINES + LINES)])
def test_a_file_that_says_how_it_is_written_is_read(tmp_path: Path, name: str, content: str, encoding: str):
    usual = answers(read(tmp_path, name, content))
    assert len(usual) >= 6
    assert answers(read(tmp_path, name, content.replace("\n", "\r\n").encode(encoding))) == usual


def test_a_utf_16_file_that_breaks_off_costs_its_last_row_only(tmp_path: Path):
    found = read(tmp_path, "a.csv", (OLD + "3;term;ещё").encode("utf-16")[:-1])
    assert (len(answers(found)), told(found[-1])) == (51, ("G329.cell", 53))


def test_lines_of_an_old_macintosh_are_lines(tmp_path: Path):
    assert answers(read(tmp_path, "a.csv", OLD.replace("\n", "\r"))) == answers(read(tmp_path, "b.csv", OLD))


def test_a_row_in_another_encoding_costs_only_itself(tmp_path: Path):
    content = OLD.encode().replace(b"1;term;" + "да".encode(), b"1;term;" + "да".encode("cp1251"))
    found = read(tmp_path, "a.csv", content)
    assert (told(found[0]), len(answers(found))) == (("G329.cell", 2), 50)


def test_columns_without_a_heading_go_along_where_they_hold_something(tmp_path: Path):
    found = read(tmp_path, "a.csv", "id,question,answer,,column_5,\n1,term,x,,y,z\n2,term,x,да,,\n")
    others = [row.others for row in found if isinstance(row, BulkRow)]
    assert others == [{"column_5": "y", "column_6": "z"}, {"column_4": "да", "column_5": ""}]
    taken = read(tmp_path, "b.csv", "id,question,answer,column_5,\n1,term,x,y,z\n")
    assert [row.others for row in taken if isinstance(row, BulkRow)] == [{"column_5": "y", "column_5_": "z"}]


@pytest.mark.parametrize(
    ("rest", "code", "count"),
    [
        ('3,term,"open\n4,term,x\n5,term,x\n', "G327", 3),
        ('3,term,"x" y\n4,term,x\n5,term,x', "G327", 3),
        ("3,term," + "x" * MAX_LINE_BYTES + "\n4,term,x\n", "G330.table", 2),
        ('3,term,"\n' + "x" * MAX_LINE_BYTES + '"\n4,term,x\n', "G330.table", 3),
    ],
)
def test_how_much_of_a_table_was_not_read_is_told(tmp_path: Path, rest: str, code: str, count: int):
    found = read(tmp_path, "a.csv", "id,question,answer\n1,term,x\n2,term,x\n" + rest)
    assert len(answers(found)) == 2
    assert isinstance(found[-1], Problem)
    assert (told(found[-1]), dict(found[-1].values)["count"]) == ((code, 4), str(count))


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("G301.row", "{'id': 1}"),
        ("G302.row", '{"id": "1", "id": "2", "question": "term", "answer": ""}'),
        ("G303.row", "[" * 50_000),
        ("G320", '["1", "term", "x"]'),
        ("G321", '{"id": "1", "question": "term"}'),
        ("G322", '{"id": true, "question": "term", "answer": "x"}'),
        ("G322", '{"id": null, "question": "term", "answer": "x"}'),
        ("G322", '{"id": "1", "question": "term", "answer": 14}'),
        ("G304.row", '{"id": "1", "question": "term", "answer": NaN}'),
        ("G304.row", '{"id": "1", "question": "term", "answer": "x", "weight": 1e400}'),
        ("G323", '{"id": "1", "question": "terms", "answer": "x"}'),
        ("G323", '{"id": "1", "question": ["term"], "answer": "x"}'),
        ("G330", '{"id": "1", "question": "term", "answer": "' + "x" * 2 * MAX_LINE_BYTES + '"}'),
    ],
    ids=lambda value: str(value)[:40],
)
def test_a_bad_line_costs_only_itself(tmp_path: Path, code: str, line: str):
    good = '{"id": "9", "question": "term", "answer": "x"}'
    found = read(tmp_path, "a.jsonl", f"\n{line}\n{good}\n")
    assert told(found[0]) == (code, 2)
    assert answers(found) == [("9", "term", "x")]


def test_ids_come_back_as_they_were_and_no_answer_is_an_empty_one(tmp_path: Path):
    lines = '{"id": 7, "question": "term", "answer": null}\n{"id": "007", "question": "term", "answer": "\\ud800"}'
    assert answers(read(tmp_path, "a.jsonl", lines)) == [(7, "term", ""), ("007", "term", "\ufffd")]


def test_what_cannot_be_read_at_all_is_told(tmp_path: Path):
    assert told(read(tmp_path, "a.parquet", b"PAR1")[0])[0] == "G336"
    assert told(next(read_bulk(tmp_path / "none.csv", QUESTIONS)))[0] == "G001"


def test_a_line_in_another_encoding_costs_only_itself(tmp_path: Path):
    good = b'{"id": "9", "question": "term", "answer": "x"}\n'
    found = read(tmp_path, "a.jsonl", good + '{"id": "да"}\n'.encode("cp1251") + good)
    assert told(found[1]) == ("G329", 2)
    assert len(answers(found)) == 2


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nobody_is_asked_for_the_original_file_of_a_table(tmp_path: Path, lang: str):
    bad = "no\n" + '{"id": 1, "id": 2}\n' + "[" * 99 + "\n" + '{"id": NaN}\n'
    for found in read(tmp_path, "a.jsonl", bad):
        assert isinstance(found, Problem)
        assert not re.search("original file|исходный файл", tell(found, lang))


def test_a_cell_may_be_as_long_as_a_line(tmp_path: Path):
    found = read(tmp_path, "a.csv", "id,question,answer\n1,term," + "x" * 200_000)
    assert [len(answer) for _, _, answer in answers(found)] == [200_000]


@pytest.mark.parametrize("header", ["ID;Question;ANSWER", " Id ; question;Answer "])
@pytest.mark.parametrize("before", ["", "sep=;\n", '\ufeff"sep=;"\r\n'])
def test_headers_are_read_as_excel_and_people_write_them(tmp_path: Path, header: str, before: str):
    found = read(tmp_path, "a.csv", f"{before}{header}\n1; term ;14, дней\nbad\n")
    assert answers(found) == [("1", "term", "14, дней")]
    assert told(found[1]) == ("G326", 4 if before else 3)


def test_the_same_column_in_two_cases_is_told(tmp_path: Path):
    assert [told(found) for found in read(tmp_path, "a.csv", "id,ID,question,answer\n")] == [("G325", 1)]


def test_an_endless_line_does_not_fill_the_memory(tmp_path: Path):
    path = tmp_path / "a.jsonl"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)
    assert [told(found) for found in read_bulk(path, QUESTIONS)] == [("G330", 1)]
