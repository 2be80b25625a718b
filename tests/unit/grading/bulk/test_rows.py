"""The bulk form comes from spreadsheets and scripts: its order is kept, and a bad row costs only itself."""

import gzip
import io
import re
import tarfile
import time
import tracemalloc
from functools import partial
from pathlib import Path

import pytest

from gramota.errors import Problem
from gramota.grading.tables.limits import MAX_LINE_BYTES
from gramota.grading.tables.rows import BulkRow, read_bulk
from gramota.grading.tables.table import Header
from gramota.wording import LANGUAGES
from gramota.wording.problems import tell

# Without the time: processes of pytest-xdist give each case the same name.
gz = partial(gzip.compress, mtime=0)

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
        ("G324.empty", 1, ""),
        ("G324.empty", 1, "\ufeff\n \n"),
        ("G325", 3, "\n\nid,question,answer,id\n"),
        ("G324", 1, "id,answer\n1,x\n"),
        ("G325", 1, "id,question,answer,id\n1,term,x,2\n"),
        ("G324.quote", 1, 'id,question,answer,"\n1,term,x,\n'),
        ("G324.quote", 1, 'id,question,answer,"\n1,term,"x",\n2,term,y,\n'),
        ("G324.quote", 2, '\n"id,question,answer\n1,term,x\n'),
        ("G324.quote", 1, 'id,"question,answer\n1,term,x\n'),
        ("G324.quote", 1, 'id,question,answer,"\n' + f"1,term,{'x' * 80},\n" * 65_000),
        ("G327", 2, 'id,question,answer\n1,term,"never closed\n'),
        ("G327", 2, 'id,question,answer\n1,term,"closed" early\n'),
        ("G327", 2, 'id,question,answer\n1,term,"' + f"{'x' * 80}\n" * 65_000),
        ("G330.row", 2, "id,question,answer\n1,term," + "x" * MAX_LINE_BYTES),
        ("G330.table", 1, "id,question," + "x" * MAX_LINE_BYTES + "\n1,term,x\n"),
        ("G322.empty", 2, "id,question,answer\n,term,x\n"),
        ("G322.empty", 2, "id,question,answer\n1,,x\n"),
    ],
)
def test_a_malformed_table_is_told_by_line(tmp_path: Path, code: str, line: int, text: str):
    assert [told(found) for found in read(tmp_path, "a.csv", text)] == [(code, line)]


OLD = "id;question;answer\n1;term;да\n" + "2;term;Кассир\n" * 50
ENCODINGS = (
    *("utf-8-sig", "utf-8 2", "utf-16", "utf-16-le", "utf-16-be", "utf-16-be 1", "utf-16-le 2"),
    *("utf-32", "utf-32-le", "utf-32-be", "utf-32-be 1"),
)
LINES = '{"id": 1, "question": "term", "answer": "Кассир"}\n' * 3


def archive_of(table: str) -> bytes:
    made, about = io.BytesIO(), tarfile.TarInfo("a.csv")
    about.size = len(table.encode())
    with tarfile.open(fileobj=made, mode="w") as archive:
        archive.addfile(about, io.BytesIO(table.encode()))
    return made.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.csv", OLD.encode("cp1251"), "G329.windows"),
        ("a.csv", ("\n" * 9 + OLD.replace("answer", "answer;отдел")).encode("cp1251"), "G329.windows"),
        ("a.csv", OLD.replace("answer", "answer;отдел").encode("cp866"), "G329.file"),
        ("a.csv", "id;question;ответ\n".encode("cp1251"), "G329.windows"),
        ("a.jsonl", LINES.encode("cp1251"), "G329.windows"),
        ("a.csv", b"PK\x03\x04\x14\x00\x06\x00" + b"\xff" * 99, "G335.workbook"),
        ("a.jsonl", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 99, "G335.workbook"),
        ("a.csv", b"PAR1\x15\x04\x15", "G335.parquet"),
        ("a.csv", b"BZh91AY&SY" + b"\xff" * 99, "G335.packed"),
        ("a.jsonl", b"\x28\xb5\x2f\xfd" + b"\xff" * 99, "G335.packed"),
        ("a.csv.gz", gz(b"PK\x03\x04" + b"\xff" * 99), "G335.workbook"),
        ("a.csv.gz", gz(gz(OLD.encode())), "G335.twice"),
        ("a.jsonl.gz", gz(gz(LINES.encode())), "G335.twice"),
        ("a.csv.gz", gz(archive_of(OLD)), "G335.archive"),
        ("a.csv", archive_of(OLD), "G335.archive"),
        ("a.jsonl", b"", "G324.no_lines"),
        ("a.jsonl", b"\xef\xbb\xbf\r\n \n", "G324.no_lines"),
        ("a.csv.gz", gz(b""), "G324.empty"),
    ],
)
def test_a_file_of_another_kind_is_told_once_with_its_true_name(tmp_path: Path, name: str, content: bytes, code: str):
    assert [told(row) for row in read(tmp_path, name, content)] == [(code, 1)]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize(("name", "content"), [("a.csv", OLD), ("a.jsonl", LINES + LINES)])
def test_a_file_that_says_how_it_is_written_is_read(tmp_path: Path, name: str, content: str, encoding: str):
    usual = answers(read(tmp_path, name, content))
    assert len(usual) >= 6
    assert answers(read(tmp_path, name, written(content.replace("\n", "\r\n"), encoding))) == usual


def written(content: str, encoding: str) -> bytes:
    """The content with a mark where the encoding's name says so, or with two."""
    name, _, marks = encoding.partition(" ")
    return ("\ufeff" * int(marks or 0) + content).encode(name)


def test_wide_characters_are_told_where_the_first_column_has_none_of_ascii(tmp_path: Path):
    content = OLD.replace("id;", "Отдел;id;").replace("\n1;", "\nСклад;1;").replace("\n2;", "\nСклад;2;")
    for encoding in ENCODINGS:
        assert len(answers(read(tmp_path, "a.csv", written(content, encoding)))) == 51, encoding


def test_a_zero_byte_makes_no_wide_characters(tmp_path: Path):
    found = read(tmp_path, "a.csv", "id;question;answer\n1;term;a\0b\n2;term;\0\n")
    assert answers(found) == [("1", "term", "a\0b"), ("2", "term", "\0")]


def test_a_utf_16_file_that_breaks_off_costs_its_last_row_only(tmp_path: Path):
    found = read(tmp_path, "a.csv", (OLD + "3;term;ещё").encode("utf-16")[:-1])
    assert (len(answers(found)), told(found[-1])) == (51, ("G329.cell", 53))


def test_what_is_no_character_of_a_wide_file_costs_its_row_only(tmp_path: Path):
    content = OLD.replace("1;term;да", "1;term;№").encode("utf-32")
    found = read(tmp_path, "a.csv", content.replace("№".encode("utf-32-le"), b"\xff\xff\xff\x7f"))
    assert (told(found[0]), len(answers(found))) == (("G329.cell", 2), 50)


@pytest.mark.parametrize("name", ["a.csv.gz", "a.CSV.GZ", "a.csv"])
def test_what_gzip_has_packed_is_read_whatever_its_name(tmp_path: Path, name: str):
    usual = answers(read(tmp_path, "b.csv", OLD))
    assert answers(read(tmp_path, name, gz(OLD.encode()))) == usual
    in_two = gz(OLD[:40].encode()) + gz(OLD[40:].encode())
    assert answers(read(tmp_path, name, in_two)) == usual
    assert answers(read(tmp_path, "a.jsonl.gz", gz(LINES.encode()))) == answers(read(tmp_path, "b.jsonl", LINES))


@pytest.mark.parametrize("torn", [slice(-9), slice(-1_000)])
def test_a_packed_file_that_breaks_off_gives_what_it_has(tmp_path: Path, torn: slice):
    rows = [f"{number};term;{hash((number, 'x'))}\n" for number in range(3_000)]
    content = gz(("id;question;answer\n" + "".join(rows)).encode())
    found = read(tmp_path, "a.csv.gz", content[torn])
    assert isinstance(found[-1], Problem)
    assert found[-1].code == "G336.packed"
    count = len(answers(found))
    assert 2_500 < count <= 3_000
    assert answers(found) == [(str(number), "term", rows[number].split(";")[2].strip()) for number in range(count)]
    assert told(read(tmp_path, "a.csv.gz", content[:5])[0]) == ("G336.packed", 1)


def test_lines_of_an_old_macintosh_are_lines(tmp_path: Path):
    usual = answers(read(tmp_path, "b.csv", OLD))
    assert answers(read(tmp_path, "a.csv", OLD.replace("\n", "\r"))) == usual
    for encoding in ENCODINGS:
        assert answers(read(tmp_path, "a.csv", written(OLD.replace("\n", "\r"), encoding))) == usual, encoding
    both = written(OLD.replace("да", '"да\rнет"'), "utf-16")
    assert ("1", "term", "да\rнет") in answers(read(tmp_path, "a.csv", both))


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
        ('3,term,"' + "x" * MAX_LINE_BYTES + "\n4,term,x\n", "G327", 2),
        ('3,term,"\n' + "x" * 2 * MAX_LINE_BYTES + '"y\n4,term,x\n', "G327", 3),
        ('3,term,"open' + "\n4,term,x" * 600_000 + '\n5,term,"x"\n6,term,x\n', "G327", 600_003),
    ],
)
def test_how_much_of_a_table_was_not_read_is_told(tmp_path: Path, rest: str, code: str, count: int):
    found = read(tmp_path, "a.csv", "id,question,answer\n1,term,x\n2,term,x\n" + rest)
    assert len(answers(found)) == 2
    assert isinstance(found[-1], Problem)
    assert (told(found[-1]), dict(found[-1].values)["count"]) == ((code, 4), str(count))


LONG = "x" * MAX_LINE_BYTES


@pytest.mark.parametrize(
    ("code", "row", "lines"),
    [
        ("G330.row", f"3,term,{LONG}", 1),
        ("G330.row", f'3,term,"{LONG}"', 1),
        ("G330.row", f'3,term,"say ""{LONG}"" now"', 1),
        ("G330.row", f'3,term,"two\nlines ""{LONG}""\nof it"', 3),
        ("G330.row", f'3,"term","{LONG}\n",', 2),
        ("G330.row", f'3,term,"{LONG}{LONG}\n{LONG}"', 2),
        ("G330.row", f'3,term,in "{LONG}" words', 1),
        ("G330.row", "3,term,14" + ',""' * 1_700_000, 1),
        ("G327.long", '3,term,"' + "fifty letters of a letter to nobody in particular\n" * 110_000 + '"', 110_001),
        ("G327.long", '3,term,"' + 'a "" quote\n' * 600_000 + '"', 600_001),
    ],
    ids=range(10),
)
def test_a_row_that_is_too_long_costs_only_itself(tmp_path: Path, code: str, row: str, lines: int):
    before, behind = "id,question,answer\n1,term,x\n", "4,term,x\n\n5,term,x\n"
    found = read(tmp_path, "a.csv", f"{before}{row}\n{behind}" + f"{row}\n6,terms,x\n7,term,x")
    assert [each for each, _, _ in answers(found)] == ["1", "4", "5", "7"]
    again = 3 + lines + 3
    assert [told(each) for each in found if isinstance(each, Problem)] == [
        (code, 3),
        (code, again),
        ("G323", again + lines),
    ]


def test_an_endless_row_does_not_fill_the_memory(tmp_path: Path):
    path = tmp_path / "a.csv"
    with path.open("wb") as stream:
        stream.write(b'id,question,answer\n1,term,"')
        stream.truncate(100_000_000)
        stream.seek(100_000_000)
        stream.write(b'"\n2,term,x\n')
    tracemalloc.start()
    found = [*read_bulk(path, QUESTIONS)]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (told(found[0]), answers(found)) == (("G330.row", 2), [("2", "term", "x")])
    assert peak < 60_000_000


def test_a_name_in_the_header_may_have_two_lines(tmp_path: Path):
    found = read(tmp_path, "a.csv", 'id,question,"How was it?\nIn your words",answer\n1,term,well,x\n2,terms,,\n')
    assert isinstance(found[0], BulkRow)
    assert (found[0].others, told(found[1])) == ({"How was it?\nIn your words": "well"}, ("G323", 4))


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("G301.row", "{'id': 1}"),
        ("G302.row", '{"id": "1", "id": "2", "question": "term", "answer": ""}'),
        ("G303.row", "[" * 50_000),
        ("G320", '["1", "term", "x"]'),
        ("G321", '{"id": "1", "question": "term"}'),
        ("G322", '{"id": true, "question": "term", "answer": "x"}'),
        ("G322.empty", '{"id": null, "question": "term", "answer": "x"}'),
        ("G322.empty", '{"id": " ", "question": "term", "answer": "x"}'),
        ("G322.empty", '{"id": 1, "question": null, "answer": "x"}'),
        ("G322", '{"id": "1", "question": "term", "answer": 14}'),
        ("G304.row", '{"id": "1", "question": "term", "answer": NaN}'),
        ("G304.row_large", '{"id": "1", "question": "term", "answer": "x", "weight": -1e400}'),
        ("G304.row_large", '{"question": "term", "answer": "x", "id": ' + "9" * 5_000 + "}"),
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


@pytest.mark.parametrize(
    ("question", "shown"), [("[null, true]", "[null, true]"), ('{"a": "да"}', '{"a": "да"}'), ("1.50", "1.5")]
)
def test_a_question_that_is_no_text_is_shown_as_json(tmp_path: Path, question: str, shown: str):
    (found,) = read(tmp_path, "a.jsonl", f'{{"id": 1, "question": {question}, "answer": "x"}}\n')
    assert isinstance(found, Problem)
    assert (found.code, dict(found.values)["question"]) == ("G323", shown)


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


def test_thousands_of_columns_without_a_name_are_named_at_once_and_none_twice():
    begun = time.process_time()
    names = Header(["id", "question", "answer", "column_4", *[""] * 60_000]).names
    assert len({*names}) == len(names)
    assert names[4:6] == ["column_5", "column_6"]
    assert time.process_time() - begun < 5
    assert Header(["column_2", "", "column_2_"]).names == ["column_2", "column_2__", "column_2_"]
