"""`gramota grade` is run by trainers and by scripts: results where they asked for them, and an exit code to rely on."""

import csv
import json
import signal
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest

from tests.answers.sheets import FILES, FOLDERS, sheet, write
from tests.cli.command import gramota, gramota_within

BULK = '{"id": "1", "question": "term", "answer": "14 дней"}\n{"id": "2", "question": "money", "answer": "Кассир"}\n'


@pytest.fixture
def bulk(tmp_path: Path) -> Path:
    return write(tmp_path / "answers.jsonl", BULK)


def test_a_folder_is_graded_and_what_cannot_be_is_told(capsys: pytest.CaptureFixture[str]):
    ended = gramota_within(capsys, "grade", FILES, *FOLDERS)
    assert ended.code == 2
    assert "Анна Иванова" in ended.out
    assert "cut-off.json:16:2: G301" in ended.err
    assert "cut-off" not in ended.out


def test_a_file_named_together_with_its_folder_is_no_second_attempt(capsys: pytest.CaptureFixture[str]):
    once, twice = (
        gramota_within(capsys, "grade", *named, "--format", "csv", *FOLDERS).out
        for named in ([FILES], [FILES, FILES / "anna.json"])
    )
    assert once == twice


@pytest.mark.parametrize(("name", "code"), [("anna", 0), ("boris-no-id", 0), ("older-revision", 1), ("cut-off", 2)])
def test_the_exit_code_tells_a_doubtful_file_from_a_broken_one(
    capsys: pytest.CaptureFixture[str], name: str, code: int
):
    assert gramota_within(capsys, "grade", FILES / f"{name}.json", *FOLDERS).code == code


def test_results_alone_go_to_stdout(bulk: Path):
    ended = gramota("grade", bulk, "--quiz", "returns", "--format", "jsonl", *FOLDERS)
    assert [json.loads(line)["id"] for line in ended.out.splitlines()] == ["1", "2"]
    assert (ended.code, ended.err) == (0, "")


def test_good_rows_are_written_though_others_are_bad(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    bulk = write(tmp_path / "a.jsonl", "not json\n" + BULK)
    ended = gramota_within(
        capsys, "grade", bulk, "--quiz", "returns", "--format", "jsonl", "-o", tmp_path / "out.jsonl", *FOLDERS
    )
    assert (ended.code, "a.jsonl:1:1: G301" in ended.err) == (2, True)
    assert len((tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()) == 2


def test_the_bulk_form_can_be_read_as_text_and_as_a_table(bulk: Path, capsys: pytest.CaptureFixture[str]):
    text = gramota_within(capsys, "grade", bulk, "--quiz", "returns", "--lang", "ru", *FOLDERS)
    assert "2 ответа: без ответа — 0" in text.out
    table = gramota_within(capsys, "grade", bulk, "--quiz", "returns", "--format", "csv", "--lang", "en", *FOLDERS)
    rows = [*csv.DictReader(StringIO(table.out.lstrip("\ufeff"), newline=""))]
    assert [row["Score"] for row in rows] == ["1.5", "1"]


def test_a_gradebook_is_a_file_that_excel_opens(tmp_path: Path):
    path = tmp_path / "grades.csv"
    ended = gramota("grade", FILES / "anna.json", "--format", "csv", "-o", path, *FOLDERS, GRAMOTA_LANG="ru")
    assert (ended.code, ended.out, ended.err) == (0, "", "")
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    assert "4711;Анна Иванова;returns;2;2026-11-23 10:20;3,5" in path.read_text(encoding="utf-8")


def test_only_answers_to_the_asked_letter_are_graded(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    ended = gramota_within(capsys, "grade", FILES / "anna.json", "--quiz", "return", *FOLDERS)
    assert (ended.code, "Did you mean “returns”?" in ended.err) == (2, True)


@pytest.mark.parametrize(
    ("told", "arguments"),
    [
        ("--quiz", ("answers.jsonl",)),
        ("G001", ("nowhere.json",)),
        ("G001", ("a" * 300 + ".json",)),
        ("G001", ("nowhere.jsonl", "--quiz", "returns")),
        ("G309", ("empty",)),
        ("G310", ("notes.txt",)),
        ("G311", ("answers.jsonl", "sheet.json", "--quiz", "returns")),
        ("answers.jsonl", ("answers.jsonl", "--quiz", "returns", "-o", "answers.jsonl")),
        ("nowhere", ("answers.jsonl", "--quiz", "returns", "-o", "nowhere/out.jsonl")),
        ("--format", ("answers.jsonl", "--format", "xlsx")),
        ("ANSWERS", ()),
    ],
)
def test_wrong_use_ends_with_2_and_changes_nothing(  # noqa: PLR0917 - the rooms it needs are pytest's fixtures
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    bulk: Path,
    told: str,
    arguments: tuple[str, ...],
):
    (tmp_path / "empty").mkdir()
    (tmp_path / "notes.txt").touch()
    write(tmp_path / "sheet.json", sheet())
    monkeypatch.chdir(tmp_path)
    ended = gramota_within(capsys, "grade", *arguments, *FOLDERS)
    assert (ended.code, ended.out) == (2, "")
    assert told in ended.err
    assert bulk.read_text(encoding="utf-8") == BULK


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path):
    bulk = write(tmp_path / "many.jsonl", BULK * 2000)
    command = [sys.executable, "-m", "gramota", "grade", str(bulk), "--quiz", "returns", "--format", "jsonl", *FOLDERS]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


# A process started in the background may have been told to ignore Ctrl-C; this one listens to it.
LISTENING = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); import gramota.__main__"


def test_ctrl_c_ends_quietly_and_leaves_the_old_results(tmp_path: Path):
    results = write(tmp_path / "results.jsonl", "old")
    pipe = tmp_path / "endless.jsonl"
    subprocess.run(["mkfifo", pipe], check=True)
    command = [sys.executable, "-c", LISTENING, "grade", pipe, "--quiz", "returns", *FOLDERS, "-o", results]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as process, pipe.open("w") as stream:
        stream.write(BULK)
        stream.flush()
        process.send_signal(signal.SIGINT)
        told = process.communicate(timeout=60)[1].decode()
    assert (process.returncode, told.strip()) == (130, "Interrupted.")
    assert results.read_text() == "old"
    assert sorted(tmp_path.iterdir()) == [pipe, results]
