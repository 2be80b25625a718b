"""`gramota grade INBOX -o OUT` is what a trainer types on a Friday: everything is graded or named, and kept whole."""

import json
import os
import shutil
import zipfile
from pathlib import Path

import openpyxl
import pytest

from gramota.decisions.line import Marked, Subject
from gramota.grading.inbox.found_files import MAX_BYTES
from tests.answers.sheets import FILES, FOLDERS, HERE, attempt_of, sheet, write
from tests.answers.texts import sheet_text
from tests.cli.command import gramota, gramota_within
from tests.unit.decisions.lines import write_log

# openpyxl does not know bars behind numbers, and says so.
pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported")
RESULTS = ["feedback", "gradebook.csv", "gradebook.xlsx", "grades.jsonl", "report.html"]


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """Three good sheets, as a file, as a text and in an archive, one broken, and one of another kind."""
    folder = tmp_path / "inbox"
    folder.mkdir()
    write(folder / "anna.json", sheet())
    write(folder / "boris.txt", sheet_text(sheet({"term": "Когда угодно"}, learner={"name": "=Борис"})))
    with zipfile.ZipFile(folder / "mail.zip", "w") as archive:
        archive.writestr("vera.json", json.dumps(sheet(learner={"id": "3", "name": "Вера"})))
    shutil.copy(FILES / "cut-off.json", folder)
    write(folder / "photo.jpg", "")
    return folder


def content_of(folder: Path) -> dict[str, bytes]:
    """Return what lies in the folder; of a folder in it, what its files hold."""
    return {path.name: path.read_bytes() if path.is_file() else _joined(path) for path in sorted(folder.iterdir())}


def _joined(folder: Path) -> bytes:
    return b"".join(path.name.encode() + path.read_bytes() for path in sorted(folder.iterdir()))


def test_everything_is_graded_into_the_folder_and_what_is_broken_is_named(
    inbox: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    out = tmp_path / "a/out"
    ended = gramota_within(capsys, "grade", inbox, "-o", out, "--lang", "ru", *FOLDERS)
    assert (ended.code, ended.out) == (2, "")
    assert sorted(content_of(out)) == RESULTS
    assert "cut-off.json:16:2: G301" in ended.err
    assert "photo.jpg:1:1: G317" in ended.err
    assert "3 листа: сдано — 2, не сдано — 1" in ended.err
    assert f"Записано в папку «{out}»: gradebook.csv, gradebook.xlsx, grades.jsonl, report.html." in ended.err
    lines = [json.loads(line) for line in (out / "grades.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [line["attempt"]["file"].rpartition("/")[2] for line in lines[::3]] == [
        "anna.json",
        "boris.txt",
        "vera.json",
    ]
    names = [row[1] for row in openpyxl.load_workbook(out / "gradebook.xlsx")["Попытки"].iter_rows(5, values_only=True)]
    assert names == ["=Борис", "Анна Иванова", "Вера"]


def test_feedback_of_sheets_that_are_gone_goes_too_and_a_strangers_file_stays(
    inbox: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    out = tmp_path / "out"
    ended = gramota_within(capsys, "grade", inbox, "-o", out, "--lang", "en", *FOLDERS)
    assert f"3 feedback sheets are in “{out}/feedback”." in ended.err
    write(out / "feedback/returns--4711--01234567.html", "mine")
    (inbox / "anna.json").unlink()
    gramota_within(capsys, "grade", inbox, "-o", out, *FOLDERS)
    names = sorted(path.name.rpartition("--")[0] for path in (out / "feedback").iterdir())
    assert names == ["returns", "returns--3", "returns--4711"]
    assert (out / "feedback/returns--4711--01234567.html").read_text() == "mine"


def test_a_sheet_that_waits_for_the_trainer_gets_no_feedback_and_this_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    folder = tmp_path / "inbox"
    folder.mkdir()
    write(folder / "list.json", sheet({"term": "чек, касса, день, срок, товар, деньги, магазин"}))
    ended = gramota_within(capsys, "grade", folder, "-o", tmp_path / "out", "--lang", "en", *FOLDERS)
    assert "1 sheet waits for your decision and gets no feedback before it" in ended.err
    assert not (tmp_path / "out/feedback").exists()


def test_a_linked_feedback_folder_is_refused_and_nothing_is_replaced(
    inbox: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    (tmp_path / "precious").mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / "out/feedback").symlink_to(tmp_path / "precious")
    ended = gramota_within(capsys, "grade", inbox, "-o", tmp_path / "out", "--lang", "en", *FOLDERS)
    assert ended.code == 2
    assert "feedback" in ended.err
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["feedback"]
    assert [*(tmp_path / "precious").iterdir()] == []


def test_the_same_inbox_makes_the_same_bytes(inbox: Path, tmp_path: Path):
    for name in ("first", "second"):
        gramota("grade", inbox, "-o", tmp_path / name, *FOLDERS, GRAMOTA_LANG="ru", TZ=f"Etc/GMT-{len(name)}")
    assert content_of(tmp_path / "first") == content_of(tmp_path / "second")


def test_other_files_of_the_folder_stay_and_a_link_leads_nothing_out_of_it(
    inbox: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    out, precious = tmp_path / "out", write(tmp_path / "precious.txt", "mine")
    out.mkdir()
    write(out / "notes.txt", "mine, too")
    (out / "gradebook.csv").symlink_to(precious)
    gramota_within(capsys, "grade", inbox, "-o", out, *FOLDERS)
    assert precious.read_text() == "mine"
    assert sorted(content_of(out)) == sorted([*RESULTS, "notes.txt"])
    assert not (out / "gradebook.csv").is_symlink()


def test_what_cannot_be_written_leaves_the_old_results_whole(
    inbox: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    out = tmp_path / "out"
    (out / "gradebook.xlsx").mkdir(parents=True)
    write(out / "grades.jsonl", "old")
    ended = gramota_within(capsys, "grade", inbox, "-o", out, *FOLDERS)
    assert ended.code == 2
    assert "gradebook.xlsx" in ended.err
    assert sorted(path.name for path in out.iterdir()) == ["gradebook.xlsx", "grades.jsonl"]
    assert (out / "grades.jsonl").read_text() == "old"


def test_where_nothing_can_be_graded_no_results_are_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "inbox").mkdir()
    write(tmp_path / "inbox/a.json", "{")
    ended = gramota_within(capsys, "grade", tmp_path / "inbox", "-o", tmp_path / "out", *FOLDERS)
    assert (ended.code, (tmp_path / "out").exists()) == (2, False)


@pytest.mark.parametrize(
    ("told", "arguments"),
    [
        ("folder of answers", ("sheets", "-o", "sheets")),
        ("folder of answers", ("sheets", "-o", "sheets/out")),
        ("folder of answers", ("sheets", "-o", "link/new/out")),
        ("is published", ("sheets", "-o", "docs")),
        ("is published", ("sheets", "-o", "docs/guide/../out")),
        ("folder of quizzes", ("sheets", "-o", "quizzes")),
        ("is a file", ("sheets", "-o", "notes")),
        ("is a file", ("sheets", "-o", "new.xlsx")),
        ("does not end as results in the form csv", ("sheets", "--format", "csv", "-o", "new.xlsx")),
        ("does not end as results in the form text", ("sheets", "--format", "text", "-o", "new.csv")),
        ("--format parquet", ("sheets", "-o", "new.parquet")),
        ("is a file", ("sheets", "-o", "/dev/null")),
        ("Did you mean", ("sheets", "-o", "out", "--columns", "Name, Scor")),
        ("Learner, Name", ("sheets", "-o", "out", "--columns", "Nonsense")),
        ("--columns", ("sheets", "--columns", "Name")),
        ("--columns", ("sheets", "--columns", "Name", "--format", "jsonl")),
        ("--counts", ("answers.csv", "--quiz", "returns", "--counts", "best")),
        ("G310", ("notes", "-o", "out")),
        ("G309", ("empty", "-o", "out")),
    ],
)
def test_wrong_use_ends_with_2_and_changes_nothing(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    told: str,
    arguments: tuple[str, ...],
):
    shutil.copytree(HERE / "course", tmp_path, dirs_exist_ok=True)
    for folder in ("sheets", "empty"):
        (tmp_path / folder).mkdir()
    write(tmp_path / "sheets/a.json", sheet())
    write(tmp_path / "answers.csv", "id,question,answer\n")
    write(tmp_path / "notes", "mine")
    (tmp_path / "link").symlink_to("sheets")
    before = sorted(tmp_path.rglob("*"))
    monkeypatch.chdir(tmp_path)
    ended = gramota_within(capsys, "grade", *arguments, "--lang", "en")
    assert (ended.code, ended.out) == (2, "")
    assert told in ended.err
    assert sorted(tmp_path.rglob("*")) == before


def test_decisions_whose_sheets_are_not_here_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """A gradebook from half of the sheets, or beside another group's log, looked as if nobody had decided anything."""
    mine = sheet()
    file = write(tmp_path / "mine.json", mine)
    write_log(tmp_path / "out", *(marked(attempt) for attempt in (attempt_of(mine), "sha256:" + "0" * 64)))
    ended = gramota_within(capsys, "grade", file, "-o", tmp_path / "out", *FOLDERS, "--lang", "en")
    assert ended.code == 0
    assert "decisions on 1 more answer," in ended.err


def marked(attempt: str) -> Marked:
    subject = Subject(attempt=attempt, learner="4711", letter="returns", question="term", rubric="1" * 16)
    return Marked(subject=subject, kind="criteria", id="days", met=True)


def test_columns_are_chosen_for_the_workbook_and_the_table(
    inbox: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    asked = ("--columns", "Имя, Баллы, Файл", "--lang", "ru")
    gramota_within(capsys, "grade", inbox, "-o", tmp_path / "out", *asked, *FOLDERS)
    table = gramota_within(capsys, "grade", inbox, "--format", "csv", *asked, *FOLDERS)
    head = "\ufeffИмя;Баллы;Файл"
    assert (tmp_path / "out/gradebook.csv").read_text(encoding="utf-8").splitlines()[0] == head
    assert table.out.splitlines()[0] == head


@pytest.mark.parametrize(("rule", "counting"), [("latest", "b.json"), ("first", "a.json")])
def test_the_rule_says_which_attempt_counts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], rule: str, counting: str
):
    folder = tmp_path / "inbox"
    folder.mkdir()
    write(folder / "a.json", sheet())
    write(folder / "b.json", sheet(finished="2026-11-25T10:00:00Z"))
    ended = gramota_within(capsys, "grade", folder, "-o", tmp_path / "out", "--counts", rule, *FOLDERS)
    lines = [json.loads(line) for line in (tmp_path / "out/grades.jsonl").read_text(encoding="utf-8").splitlines()]
    counted = {line["attempt"]["file"] for line in lines if line["attempt"]["standing"] == "counts"}
    assert (ended.code, counted) == (1, {f"{folder}/{counting}"})


def test_a_sheet_of_a_day_to_come_is_told_and_changes_nothing_that_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    """A clock that goes wrong would let the sheet outweigh all later ones, and nobody would know."""
    folder = tmp_path / "inbox"
    folder.mkdir()
    write(folder / "a.json", sheet(finished="2999-11-25T10:00:00Z"))
    ended = gramota_within(capsys, "grade", folder, "-o", tmp_path / "out", *FOLDERS, "--lang", "en")
    assert ended.code == 1
    assert f"{folder}/a.json:1:1: G359 The sheet says that it was finished on 25 Nov 2999" in ended.err
    assert "G359" not in (tmp_path / "out/grades.jsonl").read_text(encoding="utf-8")


HOSTILE: dict[str, bytes] = {
    "huge.json": b"",
    "deep.json": b"[" * 1_000_000,
    "deep-objects.json": b'{"a":' * 1_000_000,
    "nul.json": b"\x00" * 1000,
    "utf-16.json": "{}".encode("utf-16"),
    "cp1251.txt": "Привет, это мои ответы".encode("cp1251"),
    "binary.txt": bytes(range(256)) * 100,
    "many-marks.txt": b"[1/1 a:" * 500_000,
    "many-fields.txt": b"[1/1 a: b]" + b"[id: x" * 500_000,
    "many-first.txt": b"[1/9 a: b]" * 100_000,
    "many-spaces.txt": b"[" + b" " * 4_000_000,
    "quoted.txt": b"> " * 2_000_000,
    "times.txt": b"[1/1 a: b]\n" + b"10:20\n" * 700_000,
    "bomb.zip": b"PK\x05\x06" + b"\xff" * 18,
    "empty.json": b"",
    "script.json": b"<script>alert(1)</script>",
}


def test_nothing_in_an_inbox_stops_the_others_or_takes_long(tmp_path: Path):
    folder = tmp_path / "inbox"
    folder.mkdir()
    for name, content in HOSTILE.items():
        (folder / name).write_bytes(content)
    with (folder / "huge.json").open("wb") as stream:
        stream.truncate(100 * MAX_BYTES)
    os.mkfifo(folder / "pipe.json")
    (folder / "round").symlink_to(folder)
    write(folder / "\u202egood.json", sheet({"term": "14 дней\x00\u202e<script>"}, learner={"name": "Ан\u202eна\x07"}))
    ended = gramota("grade", folder, "-o", tmp_path / "out", *FOLDERS)
    assert (ended.code, "Traceback" in ended.err, "\u202e" in ended.err) == (2, False, False)
    assert len((tmp_path / "out/grades.jsonl").read_text(encoding="utf-8").splitlines()) == 3
    for name in HOSTILE:
        assert name in ended.err
    table = (tmp_path / "out/gradebook.csv").read_text(encoding="utf-8")
    assert not {"\u202e", "\x07", "\x00"} & {*table}
