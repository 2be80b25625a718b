"""`gramota status` writes names only where it is asked to, and tells whom it could not count."""

import csv
import datetime as dt
from io import StringIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from gramota.decisions.line import Finished, Subject
from tests.answers.sheets import FILES, FOLDERS, attempt_of, sheet, write
from tests.answers.texts import sheet_text
from tests.cli.command import gramota, gramota_within
from tests.unit.decisions.lines import write_log

ROSTER = "Табельный номер;ФИО;Отдел\n4711;Анна Иванова;Магазины\n12;Вера Новая;Магазины\n13;Глеб;Склад\n"
DAY = ("--on", "2026-11-25")


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    return write(tmp_path / "roster.csv", ROSTER)


def rows(text: str) -> list[dict[str, str]]:
    return [*csv.DictReader(StringIO(text.lstrip("\ufeff"), newline=""), delimiter=";")]


def test_the_report_says_who_has_passed_and_who_has_not_begun(roster: Path):
    ended = gramota("status", "--roster", roster, FILES / "anna.json", *FOLDERS, *DAY, "--lang", "ru")
    assert (ended.code, ended.err) == (0, "")
    assert "2 сотрудника: не начато — 1, сдано — 1" in ended.out
    assert ended.out.index("Вера Новая (12), Магазины") < ended.out.index("Анна Иванова (4711)")
    assert "Глеб" not in ended.out, "the letter is for the shops"


ANNA_AND_VERA = [("Анна Иванова", "сдано", "3,5"), ("Вера Новая", "не начато", "")]


@pytest.mark.parametrize(
    ("output", "written"),
    [("out", ["status.csv", "status.xlsx"]), ("out/people.csv", ["people.csv"]), ("out/people.xlsx", ["people.xlsx"])],
)
def test_tables_are_written_into_a_folder_or_a_file(tmp_path: Path, roster: Path, output: str, written: list[str]):
    (tmp_path / "out").mkdir()
    asked = ("--roster", roster, FILES / "anna.json", *FOLDERS, *DAY, "--lang", "ru", "-o", tmp_path / output)
    ended = gramota("status", *asked)
    assert (ended.code, ended.out) == (0, "")
    files = {path.name: path.read_bytes() for path in sorted((tmp_path / "out").iterdir())}
    assert [*files] == written
    for name, content in files.items():
        if name.endswith(".csv"):
            table = rows(content.decode())
            assert [(row["ФИО"], row["Состояние"], row["Баллы"]) for row in table] == ANNA_AND_VERA
    gramota("status", *asked)
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == files


def test_a_sheet_that_came_as_a_file_and_as_its_text_counts_once(tmp_path: Path, roster: Path):
    inbox = tmp_path / "in"
    (inbox / "again").mkdir(parents=True)
    known = sheet(self_check=[{"item": "first", "hash": "0123456789abcdef", "correct": True, "attempts": 1}])
    write(inbox / "a.txt", sheet_text(known))
    write(inbox / "anna.json", known)
    write(inbox / "again/anna.json", known)
    gramota("status", "--roster", roster, inbox, *FOLDERS, *DAY, "--lang", "ru", "-o", tmp_path / "people.csv")
    anna = rows((tmp_path / "people.csv").read_text(encoding="utf-8"))[0]
    assert (anna["ФИО"], anna["Попыток"]) == ("Анна Иванова", "1")


def test_dates_in_the_workbook_are_dates_and_no_cell_is_a_formula(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    hostile = "=1+1"
    roster = write(tmp_path / "r.csv", f"id,name,department\n4711,{hostile},@Магазины\n")
    book = tmp_path / "status.xlsx"
    gramota_within(capsys, "status", "--roster", roster, FILES / "anna.json", *FOLDERS, *DAY, "-o", book)
    sheet = load_workbook(book).active
    head, row = (list(sheet[number]) for number in (4, 5))
    cells = {name.value: cell for name, cell in zip(head, row, strict=True)}
    assert [cell.coordinate for cell in row if cell.data_type == "f"] == []
    assert cells["Name"].value == hostile
    assert cells["Handed in (UTC)"].value == dt.datetime(2026, 11, 23)  # noqa: DTZ001 - a workbook knows no zones


def test_no_name_reaches_the_cache_or_the_folder(tmp_path: Path, roster: Path, monkeypatch: pytest.MonkeyPatch):
    cache = tmp_path / "cache"
    ended = gramota("status", "--roster", roster, FILES, *FOLDERS, *DAY, cwd=tmp_path, GRAMOTA_CACHE=str(cache))
    assert ended.out
    kept = [path for path in tmp_path.rglob("*") if path.is_file() and path != roster]
    assert [path for path in kept if "Анна".encode() in path.read_bytes() or b"4711" in path.read_bytes()] == []
    assert {path.relative_to(tmp_path).parts[0] for path in kept} <= {"cache"}


def test_what_a_trainer_decided_counts(tmp_path: Path, roster: Path, capsys: pytest.CaptureFixture[str]):
    failed = sheet({"term": "Две недели.", "money": "?"})
    inbox = write(tmp_path / "anna.json", failed)
    out = tmp_path / "out"
    out.mkdir()
    subject = Subject(attempt=attempt_of(failed), learner="4711", letter="returns", question="term", rubric="")
    write_log(out, Finished(subject=subject, criteria={"days": True, "receipt": True}, misconceptions={}))
    asked = ("status", "--roster", roster, inbox, *FOLDERS, *DAY, "--lang", "ru")
    assert "не сдано — 1" in gramota_within(capsys, *asked).out
    for decisions in (out, out / "decisions.jsonl"):
        told = gramota_within(capsys, *asked, "--decisions", decisions).out
        assert "сдано — 1" in told
        assert "решение: Ирина" in told
    gramota_within(capsys, *asked, "-o", out)
    anna = rows((out / "status.csv").read_text(encoding="utf-8"))[0]
    assert [anna["Состояние"], anna["Решение тренера"], anna["Решено (UTC)"]] == ["сдано", "Ирина", "2026-11-25"]


def test_strangers_end_with_1_and_what_cannot_be_read_with_2(
    tmp_path: Path, roster: Path, capsys: pytest.CaptureFixture[str]
):
    inbox = tmp_path / "in"
    inbox.mkdir()
    write(inbox / "a.json", sheet(learner={"id": "99", "name": "Чужой"}))
    ended = gramota_within(capsys, "status", "--roster", roster, inbox, *FOLDERS, *DAY)
    assert (ended.code, "G397" in ended.err, "Чужой" in ended.err) == (1, True, True)
    write(inbox / "b.json", "{")
    ended = gramota_within(capsys, "status", "--roster", roster, inbox, *FOLDERS, *DAY)
    assert (ended.code, "G301" in ended.err) == (2, True)
    write(roster, ROSTER + "12;Другой;Склад\n")
    ended = gramota_within(capsys, "status", "--roster", roster, FILES / "anna.json", *FOLDERS, *DAY)
    assert (ended.code, "roster.csv:5:1: G394" in ended.err) == (2, True)


def test_today_is_the_day_where_none_is_given(roster: Path, capsys: pytest.CaptureFixture[str]):
    asked = ("status", "--roster", roster, FILES / "anna.json", *FOLDERS)
    today = dt.datetime.now().astimezone().date().isoformat()
    assert gramota_within(capsys, *asked).out == gramota_within(capsys, *asked, "--on", today).out


def test_an_audience_that_is_no_department_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    roster = write(tmp_path / "r.csv", "id,name,department\n4711,Анна,Sales\n")
    ended = gramota_within(capsys, "status", "--roster", roster, *FOLDERS, *DAY, "--lang", "ru")
    assert (ended.code, "учтено для всех: отдела «Магазины» в списке нет" in ended.err) == (0, True)


@pytest.mark.parametrize(
    ("told", "arguments"),
    [
        ("--roster", ()),
        ("G001", ("--roster", "nowhere.csv")),
        ("G331", ("--roster", "roster.csv", "--quiz", "flood")),
        ("G001", ("--roster", "roster.csv", "nowhere")),
        ("G001", ("--roster", "roster.csv", "--decisions", ".")),
        ("--on", ("--roster", "roster.csv", "--on", "25.11.2026")),
        (".csv", ("--roster", "roster.csv", "-o", "table.ods")),
        ("roster.csv", ("--roster", "roster.csv", "-o", "roster.csv")),
    ],
)
def test_wrong_use_ends_with_2(
    roster: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    told: str,
    arguments: tuple[str, ...],
):
    monkeypatch.chdir(roster.parent)
    ended = gramota_within(capsys, "status", *arguments, *FOLDERS)
    assert (ended.code, told in ended.err) == (2, True)
    assert roster.read_text(encoding="utf-8") == ROSTER


@pytest.mark.parametrize("folder", ["docs", "quizzes"])
def test_a_roster_among_what_is_published_is_refused(
    tmp_path: Path, folder: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    for name in ("docs", "quizzes"):
        (tmp_path / name).mkdir()
    write(tmp_path / folder / "people.csv", ROSTER)
    ended = gramota_within(capsys, "status", "--roster", f"{folder}/people.csv")
    assert (ended.code, f"{folder}/people.csv:1:1: G099" in ended.err) == (2, True)


def test_a_sheet_of_a_day_to_come_is_told_and_one_after_the_asked_day_is_not(tmp_path: Path, roster: Path):
    write(tmp_path / "future.json", sheet(finished="2999-11-25T10:00:00Z"))
    asked = ("status", "--roster", roster, *FOLDERS, "--lang", "en", "--on")
    ended = gramota(*asked, "2026-01-01", FILES / "anna.json", tmp_path / "future.json")
    assert (ended.code, ended.err.count("G359")) == (1, 1)
    assert "future.json:1:1: G359" in ended.err
    assert gramota(*asked, "2999-11-25", tmp_path / "future.json").code == 0
