"""`gramota grade` is run by trainers and by scripts: results where they asked for them, and an exit code to rely on."""

import csv
import json
import os
import re
import shutil
import signal
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest

from tests.answers.sheets import FILES, FOLDERS, HERE, sheet, write
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
    assert "4711;Анна Иванова;returns;2;;2026-11-23 10:20;3,5" in path.read_text(encoding="utf-8")


def test_only_answers_to_the_asked_letter_are_graded(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    ended = gramota_within(capsys, "grade", FILES / "anna.json", "--quiz", "return", *FOLDERS)
    assert (ended.code, "Did you mean “returns”?" in ended.err) == (2, True)


def content_of(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("told", "arguments"),
    [
        ("--quiz", ("answers.jsonl",)),
        ("G001", ("nowhere.json",)),
        ("G001", ("a" * 300 + ".json",)),
        ("G001", ("nowhere.jsonl", "--quiz", "returns")),
        ("G309", ("empty",)),
        ("G310", ("notes.md",)),
        ("G311", ("answers.jsonl", "sheet.json", "--quiz", "returns")),
        ("answers.jsonl", ("answers.jsonl", "--quiz", "returns", "-o", "answers.jsonl")),
        ("nowhere", ("answers.jsonl", "--quiz", "returns", "-o", "nowhere/out.jsonl")),
        ("sheet.json", ("sheet.json", "-o", "sheet.json")),
        ("folder of answers", ("sheets", "-o", "sheets/grades.csv")),
        ("folder of answers", ("sheets", "-o", "sheets/deep/../../link/grades.csv")),
        ("ending", ("sheet.json", "-o", "quizzes/returns.yml")),
        ("ending", ("sheet.json", "-o", "grades.YAML")),
        ("folder of quizzes", ("sheet.json", "-o", "quizzes/new/grades.csv")),
        ("is published", ("sheet.json", "-o", "docs/grades.csv")),
        ("G313", ("tables",)),
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
    shutil.copytree(HERE / "course", tmp_path, dirs_exist_ok=True)
    for folder in ("empty", "sheets/deep", "tables"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "notes.md").touch()
    (tmp_path / "tables/answers.CSV").touch()
    (tmp_path / "link").symlink_to("sheets")
    write(tmp_path / "sheet.json", sheet())
    write(tmp_path / "sheets/sheet.json", sheet())
    before = content_of(tmp_path)
    monkeypatch.chdir(tmp_path)
    ended = gramota_within(capsys, "grade", *arguments)
    assert (ended.code, ended.out) == (2, "")
    assert told in ended.err
    assert content_of(tmp_path) == before


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
LISTENING = (
    "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); from gramota.cli import main; main()"
)


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


def test_terminating_leaves_no_answers_behind(tmp_path: Path):
    results = write(tmp_path / "results.jsonl", "old")
    pipe = tmp_path / "endless.jsonl"
    subprocess.run(["mkfifo", pipe], check=True)
    command = [sys.executable, "-m", "gramota", "grade", pipe, "--quiz", "returns", *FOLDERS, "-o", results]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as process, pipe.open("w") as stream:
        stream.write(BULK)
        stream.flush()
        process.terminate()
        told = process.communicate(timeout=60)[1].decode()
    assert (process.returncode, told) == (143, "")
    assert results.read_text() == "old"
    assert sorted(tmp_path.iterdir()) == [pipe, results]


def through_shell(redirected: str, bulk: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Grade the bulk file as JSON lines with the shell's redirection."""
    command = [sys.executable, "-m", "gramota", "grade", bulk, "--quiz", "returns", "--format", "jsonl", *FOLDERS]
    return subprocess.run(
        ["sh", "-c", f'"$@" {redirected}', "sh", *command, *arguments],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={**os.environ, "GRAMOTA_LANG": "en"},
    )


@pytest.mark.parametrize("given", [("-o", "-"), ("-o", "/dev/stdout"), ("-o", "/dev/fd/3")])
def test_results_go_into_a_pipe_by_any_of_its_names(bulk: Path, given: tuple[str, ...]):
    ended = through_shell("3>&1", bulk, *given)
    assert (ended.returncode, ended.stderr, len(ended.stdout.splitlines())) == (0, "", 2)
    assert not Path("-").exists()


@pytest.mark.parametrize(
    ("redirected", "arguments", "told"),
    [
        (">&-", (), "Cannot write the results: the output is closed."),
        (">/dev/full", (), "Cannot write the results: there is no room left on the disk."),
        ("", ("-o", "/dev/full"), "Cannot write “/dev/full”: there is no room left on the disk."),
    ],
)
def test_what_cannot_be_written_to_is_told_by_name(bulk: Path, redirected: str, arguments: tuple[str, ...], told: str):
    ended = through_shell(redirected, bulk, *arguments)
    assert (ended.returncode, ended.stderr.strip()) == (2, told)


def test_results_reach_their_file_though_stdout_is_closed(bulk: Path, tmp_path: Path):
    ended = through_shell(">&-", bulk, "-o", tmp_path / "results.jsonl")
    assert (ended.returncode, ended.stderr) == (0, "")


@pytest.mark.parametrize("form", ["text", "jsonl", "csv"])
def test_a_table_without_answers_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str):
    table = write(tmp_path / "a.csv", "id,question,answer\n")
    ended = gramota_within(capsys, "grade", table, "--quiz", "returns", "--format", form, *FOLDERS)
    assert ended.code == 0
    assert "0 answers" in (ended.out if form == "text" else ended.err)


def test_a_row_with_a_cell_too_few_is_told_and_is_no_fault_of_ours(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    table = write(tmp_path / "a.csv", "id,question,answer\n1,term\n2,term,чек\n")
    ended = gramota_within(capsys, "grade", table, "--quiz", "returns", "--format", "jsonl", *FOLDERS)
    assert (ended.code, len(ended.out.splitlines())) == (2, 1)
    assert "a.csv:2:1: G326 The row has 2 cells and the header 3." in ended.err


def test_a_row_answered_twice_is_graded_and_told(bulk: Path, capsys: pytest.CaptureFixture[str]):
    write(bulk, BULK * 2)
    ended = gramota_within(capsys, "grade", bulk, "--quiz", "returns", "--format", "jsonl", *FOLDERS)
    assert (ended.code, len(ended.out.splitlines()), ended.err.count("G332")) == (1, 4, 2)


def test_files_that_a_folder_holds_besides_sheets_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    write(tmp_path / "sheet.JSON", sheet())
    for name in ("answers.CSV", "answers.jsonl"):
        write(tmp_path / name, BULK)
    ended = gramota_within(capsys, "grade", tmp_path, "--format", "jsonl", *FOLDERS)
    assert (ended.code, ended.err.count("G313"), len(ended.out.splitlines())) == (1, 2, 3)


def test_a_sheet_that_comes_twice_is_marked_in_every_form(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    for name in ("a.json", "b.json"):
        write(tmp_path / name, sheet(acknowledged=None))
    for form in ("text", "jsonl", "csv"):
        ended = gramota_within(capsys, "grade", tmp_path, "--format", form, "--lang", "en", *FOLDERS)
        assert ended.code == 1
        assert {"G355", "G356"} <= set(re.findall(r"G35\d", ended.out))
