"""Grading keeps files of its own beside the results; files of other people that have their names stay as they are."""

from itertools import product
from pathlib import Path

import pytest

from tests.answers.sheets import FOLDERS, write
from tests.cli.command import gramota_within

GOOD = "id,question,answer\n1,term,14 дней\n"
BAD = GOOD + "2,terms,да\n"
MINE = '{"id": "1", "question": "term", "answer": "14 дней"}\n'
BESIDE = ("out.csv.set-aside.jsonl", "out.csv.unfinished", ".out.csv.gramota-lock")


def ended(capsys: pytest.CaptureFixture[str], folder: Path, *more: str) -> tuple[int, str]:
    run = gramota_within(
        capsys, "grade", "a.csv", *more, "--quiz", "returns", "-o", "out.csv", "--lang", "en", *FOLDERS
    )
    return run.code, run.err


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "out.csv", "old")
    return tmp_path


@pytest.mark.parametrize(
    ("name", "content"),
    [
        *product(BESIDE, [MINE, '{"format": "something/1"}\n', "notes\n", "folder", "link"]),
        (BESIDE[0], ""),  # the others are so when they are begun
    ],
)
@pytest.mark.parametrize(("table", "more"), [*product([GOOD, BAD], [(), ("--resume",)])])
def test_a_strangers_file_is_neither_replaced_nor_emptied_nor_deleted(
    folder: Path, capsys: pytest.CaptureFixture[str], *, name: str, content: str, table: str, more: tuple[str, ...]
):
    write(folder / "a.csv", table)
    write(folder / "mine.txt", MINE)
    match content:
        case "folder":
            (folder / name).mkdir()
        case "link":
            (folder / name).symlink_to(folder / "mine.txt")
        case _:
            write(folder / name, content)
    code, told = ended(capsys, folder, *more)
    assert (code, f"{name}: G339" in told) == (2, True), told
    assert (folder / "out.csv").read_text() == "old"
    assert (folder / "mine.txt").read_text(encoding="utf-8") == MINE
    assert content in {"folder", "link"} or (folder / name).read_text(encoding="utf-8") == content


@pytest.mark.parametrize("name", BESIDE[:2])
def test_answers_that_have_the_name_of_one_are_not_written_over(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str
):
    write(folder / "a.csv", BAD)
    write(folder / name, MINE)
    table = folder / "b.jsonl"
    table.symlink_to(folder / name)
    code, told = ended(capsys, folder, "b.jsonl")
    assert (code, "cannot be written over" in told) == (2, True), told
    assert (folder / name).read_text(encoding="utf-8") == MINE


def test_files_of_our_own_are_replaced_and_deleted(folder: Path, capsys: pytest.CaptureFixture[str]):
    write(folder / "a.csv", BAD)
    assert ended(capsys, folder)[0] == 2
    assert (folder / BESIDE[0]).exists()
    assert ended(capsys, folder)[0] == 2
    write(folder / "a.csv", GOOD)
    write(folder / BESIDE[1], '{"format": "gramota-unf')
    assert ended(capsys, folder, "--resume")[0] == 0
    assert sorted(path.name for path in folder.iterdir()) == ["a.csv", "out.csv"]


def test_the_beginning_of_a_strangers_download_stays(folder: Path, capsys: pytest.CaptureFixture[str]):
    write(folder / "a.csv", GOOD)
    write(folder / ".out.csv.backup.part", "mine")
    write(folder / ".out.csv.4711.part", "ours")
    assert ended(capsys, folder)[0] == 0
    assert sorted(path.name for path in folder.glob(".*")) == [".out.csv.backup.part"]
