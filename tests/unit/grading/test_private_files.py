"""Personal data in the folders of a site are found by what they say, whatever they are called."""

import datetime as dt
import gzip
import json
import zipfile
from functools import partial
from io import BytesIO
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tests.answers.sheets import compiled, course, sheet
from tests.unit.grading.test_spreadsheets import attempts

from gramota.errors import Problem, Where
from gramota.grading.bulk.chunk_grader import Work
from gramota.grading.bulk.graded import Graded
from gramota.grading.bulk.plan import plan_of
from gramota.grading.bulk.rubrics import rubrics_of
from gramota.grading.bulk.set_aside import write_aside_file
from gramota.grading.bulk.spool import begin_spool
from gramota.grading.checking.private_files import find_private_files
from gramota.grading.gradebook.gradebook import write_gradebook
from gramota.grading.gradebook.spreadsheet_cells import BOM
from gramota.grading.gradebook.workbook import write_workbook
from gramota.grading.report.feedback import render_feedback
from gramota.grading.report.report import render_report
from gramota.grading.roster.progress import find_progress
from gramota.grading.roster.roster import Person, Roster
from gramota.grading.roster.status_table import write_status
from gramota.grading.roster.status_workbook import write_status_workbook
from gramota.grading.tables.rows_aside import SetAside, write_aside
from gramota.wording import wording

# Without the time: processes of pytest-xdist give each case the same name.
gz = partial(gzip.compress, mtime=0)

GRADE = {"id": "1", "question": "q", "score": 1, "max": 1, "criteria": {}}
BULK = {"id": "1", "question": "q", "answer": "?"}


def workbook(*texts: str) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as parts:
        parts.writestr("xl/sharedStrings.xml", "".join(f"<si><t>{text}</t></si>" for text in texts))
    return made.getvalue()


def archive(text: str, name: str) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as parts:
        parts.writestr(name, text)
    return made.getvalue()


def parquet(**columns: object) -> bytes:
    made = BytesIO()
    pq.write_table(pa.table(columns), made)
    return made.getvalue()


def unfinished() -> bytes:
    made = BytesIO()
    begin_spool(made, plan_of(Work(rubrics_of(compiled()), "parquet", "en"), []))
    return made.getvalue()


def set_aside() -> bytes:
    spool, made = begin_spool(BytesIO(), {}), BytesIO()
    aside = write_aside([SetAside(Problem.at(Where("a.csv", 3), "G321", column="id"), {"answer": "?"})])
    spool.append(Graded(0, 0, {}, (), b"", b"", b"", aside))
    write_aside_file(spool, made, "en")
    return made.getvalue()


PEOPLE = Roster((Person("4711", "Анна", ("Магазины",)),))
STATUS = [*find_progress([course().lesson("returns").letter], PEOPLE, {}, dt.date(2026, 11, 25))]
PRIVATE = [
    ("sheets/anna.json", json.dumps(sheet(), indent=2), "answers"),
    ("mail.txt", "Здравствуйте!\n\ngramota-answers/1\nsha256:0", "answers"),
    ("rows.jsonl", json.dumps(BULK), "answers"),
    ("rows.csv", "id;question;answer\n1;q;?\n", "answers"),
    ("wide.csv", "id;question;answer\n1;q;Б\n".encode("utf-16"), "answers"),
    ("unmarked.tsv", "id\tquestion\tanswer\n1\tq\tБ\n".encode("utf-16-le"), "answers"),
    ("wide.jsonl", (json.dumps(BULK) + "\n{}\n").encode("utf-16-be"), "answers"),
    ("wide.csv.gz", gz("id,question,answer\n1,q,?\n".encode("utf-32")), "answers"),
    ("wide.json", json.dumps(sheet()).encode("utf-16"), "answers"),
    ("wide.txt", "Здравствуйте!\n\ngramota-answers/1\nsha256:0".encode("utf-16"), "answers"),
    ("wide-people.csv", "Таб. №;ФИО;Отдел\n1;Анна;Склад\n".encode("utf-16"), "roster"),
    ("rows.csv.gz", gz(b"id;question;answer\n1;q;?\n"), "answers"),
    ("rows.2026.JSONL.GZ", gz(json.dumps(BULK).encode()), "answers"),
    ("anna.json.gz", gz(json.dumps(sheet()).encode()), "answers"),
    ("rows.parquet", parquet(id=["1"], question=["q"], answer=["?"], shop=["Тверь"]), "answers"),
    ("other-case.parquet", parquet(ID=["1"], Question=["q"], Answer=["?"]), "answers"),
    ("grades.parquet.set-aside.jsonl", set_aside(), "answers"),
    ("grades.parquet.unfinished", unfinished(), "answers"),
    ("grades.parquet", parquet(id=["1"], question=["q"], criteria=[1]), "gradebook"),
    ("decisions.jsonl", "", "decisions"),
    ("grades.jsonl", json.dumps(GRADE), "gradebook"),
    ("book.csv", "".join(write_gradebook(attempts("anna"), wording("grading", "ru"))), "gradebook"),
    ("book.CSV", "".join(write_gradebook(attempts("anna"), wording("grading", "en"))), "gradebook"),
    ("book.xlsx", write_workbook(attempts("anna"), (), wording("grading", "ru")), "gradebook"),
    ("r/report.html", render_report(attempts("anna"), (), {}, wording("grading", "ru")), "report"),
    ("about.htm", render_feedback(attempts("anna")[0]), "feedback"),
    ("mail.zip", archive(json.dumps(sheet()), "anna.json"), "answers"),
    ("chat.ZIP", archive("Здравствуйте!\n[format: gramota-text/1]", "chat.txt"), "answers"),
    ("status.xlsx", write_status_workbook(STATUS, dt.date(2026, 11, 25), wording("status", "ru")), "roster"),
    ("status.csv", "".join(write_status(STATUS, wording("status", "en"))), "roster"),
    ("people.csv", BOM + "Таб. №;ФИО;Отдел\n1;Анна;Склад\n", "roster"),
    ("people.tsv", "Все\nid\tname\temail\n1\tAnna\ta@example.org\n", "roster"),
    ("people.xlsx", workbook("id", "name", "department"), "roster"),
]
PUBLIC = [
    ("prices.csv", "id,name,price\n1,Чай,100\n"),
    ("wide.csv", "id,name,price\n1,Чай,100\n".encode("utf-16")),
    ("odd.csv", "id,name,price\n1,Чай,100\n".encode("utf-16")[:-1]),
    ("data.json", '{"format": "geojson"}'),
    ("prices.parquet", parquet(id=["1"], name=["Чай"])),
    ("empty.parquet", ""),
    ("symphony.unfinished", "Schubert, 1822"),
    ("answers.schema.json", json.dumps({"properties": {"format": {"const": "gramota-answers/1"}}})),
    ("notes.txt", "Заметки"),
    ("log.jsonl", '{"id": 1}\nnot json'),
    ("broken.xlsx", "no zip"),
    ("empty.xlsx", workbook()),
    ("page.html", "<!doctype html><title>gramota</title>"),
    ("forms.zip", archive("{}", "form.json")),
    ("broken.zip", "no zip"),
    ("prices.csv.gz", gz("id,name,price\n1,Чай,100\n".encode())),
    ("broken.csv.gz", "no gzip"),
    ("cut-off.csv.gz", gz(b"id,question,answer\n")[:15]),
    ("damaged.csv.gz", gz(b"")[:10] + b"\xff" * 20),
    ("rows.gz", gz(b"no table")),
    ("page.md", "id,name,department\n1,Anna,Sales"),
    (".trash/anna.json", json.dumps(sheet())),
]


def put(folder: Path, name: str, content: str | bytes) -> None:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())


@pytest.mark.parametrize(("name", "content", "kind"), PRIVATE, ids=[f"{row[0]}-{row[2]}" for row in PRIVATE])
def test_a_private_file_is_found(tmp_path: Path, name: str, content: str | bytes, kind: str):
    put(tmp_path, name, content)
    [found] = find_private_files(tmp_path)
    assert (found.where.path, found.code) == ((tmp_path / name).as_posix(), f"G099.{kind}")


@pytest.mark.parametrize(("name", "content"), PUBLIC, ids=[name for name, _ in PUBLIC])
def test_an_ordinary_file_is_none(tmp_path: Path, name: str, content: str | bytes):
    put(tmp_path, name, content)
    assert [*find_private_files(tmp_path)] == []


def test_our_own_example_has_none():
    root = Path(__file__).parents[3]
    assert course().lessons
    assert [*find_private_files(root / "docs", root / "quizzes")] == []
