"""An inbox is what people and their programs made of it: everything in it is read, set aside or passed over by name."""

import json
import os
import socket
from pathlib import Path

import pytest
from tests.answers.sheets import course, sheet, write
from tests.answers.texts import sheet_text

from gramota.errors import ContentError
from gramota.grading.inbox import found_files
from gramota.grading.inbox.inbox import Inbox, load_inbox

SHEET = json.dumps(sheet(), ensure_ascii=False)
NAMES = [".json", "1.json", "—.json", " .txt", "🙂.json", "a" * 240 + ".json", "\u202egnp.json"]


def load(*paths: Path) -> Inbox:
    return load_inbox(paths, course())


def names(inbox: Inbox, folder: Path) -> list[str]:
    return [found.file.removeprefix(f"{folder.as_posix()}/") for found in inbox.handed_in]


def told(inbox: Inbox, folder: Path) -> list[tuple[str, str]]:
    problems = (*inbox.set_aside, *inbox.passed_over)
    return [(each.code, each.where.path.removeprefix(f"{folder.as_posix()}/")) for each in problems]


def test_a_folder_is_read_in_the_order_of_names_with_its_subfolders(tmp_path: Path):
    (tmp_path / "b").mkdir()
    for name in ("c.json", "a.JSON", "b/z.Json", "b/a.txt"):
        write(tmp_path / name, SHEET)
    assert names(load(tmp_path), tmp_path) == ["a.JSON", "b/a.txt", "b/z.Json", "c.json"]


def test_what_systems_leave_in_folders_is_nobody_s_answer(tmp_path: Path):
    for name in (".DS_Store", "._a.json", ".hidden.json", "Thumbs.db", "desktop.ini", "~$a.txt", "__MACOSX/a.json"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        write(tmp_path / name, SHEET)
    assert load(tmp_path) == Inbox((), (), ())


@pytest.mark.parametrize("name", NAMES)
def test_a_sheet_may_have_any_name(tmp_path: Path, name: str):
    write(tmp_path / name, SHEET)
    assert names(load(tmp_path), tmp_path) == [name]


def test_a_name_that_is_no_text_can_be_told(tmp_path: Path):
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe.json"))
    path.write_text(SHEET, encoding="utf-8")
    assert names(load(tmp_path), tmp_path) == ["\ufffd\ufffd.json"]


def test_a_file_named_together_with_its_folder_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = write(tmp_path / "a.json", SHEET)
    (tmp_path / "link.json").symlink_to(path)
    monkeypatch.chdir(tmp_path)
    assert len(load(tmp_path, path, Path("a.json"), Path()).handed_in) == 1


def test_every_other_file_is_named(tmp_path: Path):
    for name in ("answers.CSV", "photo.jpg", "sheets.rar", "Makefile"):
        write(tmp_path / name, "")
    assert told(load(tmp_path), tmp_path) == [
        ("G317", "Makefile"),
        ("G313", "answers.CSV"),
        ("G317", "photo.jpg"),
        ("G317.archive", "sheets.rar"),
    ]


def test_what_is_no_ordinary_file_is_not_waited_for(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe.json")
    os.mkfifo(tmp_path / "pipe.zip")
    (tmp_path / "zero.txt").symlink_to("/dev/zero")
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(tmp_path / "s.json"))
        found = told(load(tmp_path), tmp_path)
    assert found == [("G316", "pipe.json"), ("G316", "pipe.zip"), ("G316", "s.json"), ("G316", "zero.txt")]


def test_links_that_lead_round_in_circles_or_nowhere_are_told(tmp_path: Path):
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep/round").symlink_to(tmp_path)
    (tmp_path / "self.json").symlink_to("self.json")
    (tmp_path / "gone.zip").symlink_to("nowhere.zip")
    write(tmp_path / "deep/a.json", SHEET)
    inbox = load(tmp_path)
    assert names(inbox, tmp_path) == ["deep/a.json"]
    assert told(inbox, tmp_path) == [("G001", "gone.zip"), ("G001", "self.json"), ("G315", "deep/round")]


def test_the_search_through_a_wrong_folder_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(found_files, "MOST_FILES", 5)
    for number in range(6):
        (tmp_path / f"{number}.jpg").touch()
    with pytest.raises(ContentError, match="G319"):
        load(tmp_path)


def test_folders_may_be_deep(tmp_path: Path):
    folder = tmp_path
    for _ in range(300):
        folder /= "a"
        folder.mkdir()
    write(folder / "a.json", SHEET)
    assert len(load(tmp_path).handed_in) == 1


def test_a_text_may_hold_the_sheets_of_several_people(tmp_path: Path):
    texts = [sheet_text(sheet(learner={"id": number})) for number in ("1", "2")]
    cut = "\n".join(texts[0].splitlines()[:4])
    chat = f"Иван, [24.11.2026 10:20]\n{texts[0]}\nСпасибо!\n{cut}\nМария:\n{texts[1]}\nУдачи [1].\n"
    write(tmp_path / "chat.txt", chat)
    inbox = load(tmp_path)
    assert [found.answers.learner.id for found in inbox.handed_in] == ["1", "2"]
    assert [found.warnings for found in inbox.handed_in] == [(), ()]
    assert told(inbox, tmp_path) == [("G318.end", "chat.txt#2")]


def test_a_text_of_nothing_but_headings_is_told_once(tmp_path: Path):
    """Five megabytes of them filled the terminal and the gradebook with 400,000 messages."""
    write(tmp_path / "chat.txt", "[1/1 a: q]\n" * 100_000)
    assert told(load(tmp_path), tmp_path) == [("G319.text", "chat.txt")]


def test_json_may_come_as_a_text_and_a_text_as_json(tmp_path: Path):
    write(tmp_path / "a.txt", f"\n{SHEET}")
    write(tmp_path / "b.json", sheet_text(sheet()))
    assert names(load(tmp_path), tmp_path) == ["a.txt", "b.json"]
