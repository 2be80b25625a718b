"""Archives come from strangers: what is in them is read in memory, in bounds, or told; nothing is ever unpacked."""

import json
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.answers.sheets import course, sheet
from tests.answers.texts import sheet_text

from gramota.grading.inbox import archives
from gramota.grading.inbox.found_files import MAX_BYTES
from gramota.grading.inbox.inbox import Inbox, load_inbox

SHEET = json.dumps(sheet(), ensure_ascii=False)


def pack(path: Path, entries: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, content in entries.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 11, 25, 12, 0, 0)), content, method)
    return path


def load(path: Path) -> Inbox:
    return load_inbox([path], course())


def told(path: Path) -> list[tuple[str, str]]:
    found = load(path)
    return [
        (each.code, each.where.path.partition(f"/{path.name}")[2]) for each in (*found.set_aside, *found.passed_over)
    ]


def test_files_and_texts_are_read_in_the_order_of_names(tmp_path: Path):
    entries = {"Отдел/b.json": SHEET, "a.txt": sheet_text(sheet()), "Отдел/": "", "c.json": "{"}
    found = load(pack(tmp_path / "mail.ZIP", entries))
    assert [each.file.partition("mail.ZIP/")[2] for each in found.handed_in] == ["a.txt", "Отдел/b.json"]
    assert [each.where.path.partition("mail.ZIP/")[2] for each in found.set_aside] == ["c.json"]


def test_what_systems_pack_along_is_nobody_s_answer(tmp_path: Path):
    path = pack(tmp_path / "mac.zip", {"__MACOSX/._a.json": SHEET, ".DS_Store": "", "a/Thumbs.db": "", "a.json": SHEET})
    found = load(path)
    assert (len(found.handed_in), told(path)) == (1, [])


OUTSIDE = ["../evil.json", "a/../../evil.json", "/etc/evil.json", "..\\evil.json", "C:\\evil.json"]


@pytest.mark.parametrize("name", OUTSIDE)
def test_a_name_that_leads_out_is_refused_and_nothing_is_written(tmp_path: Path, name: str):
    folder = tmp_path / "inbox"
    folder.mkdir()
    path = pack(folder / "a.zip", {name: SHEET, "good.json": SHEET})
    before = sorted(tmp_path.rglob("*"))
    assert len(load(path).handed_in) == 1
    assert [code for code, _ in told(path)] == ["G341"]
    assert sorted(tmp_path.rglob("*")) == before


def test_a_link_in_an_archive_is_refused(tmp_path: Path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        link = zipfile.ZipInfo("passwd.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    assert told(tmp_path / "a.zip") == [("G342", "/passwd.txt")]


def test_an_archive_in_an_archive_is_not_opened(tmp_path: Path):
    inner = pack(tmp_path / "inner.zip", {"a.json": SHEET}).read_bytes()
    assert told(pack(tmp_path / "a.zip", {"deep/inner.zip": inner})) == [("G344", "/deep/inner.zip")]


def test_files_of_other_kinds_are_named(tmp_path: Path):
    path = pack(tmp_path / "a.zip", {"photo.jpg": "", "answers.csv": "", "more.rar": ""})
    assert told(path) == [("G313", "/answers.csv"), ("G317.archive", "/more.rar"), ("G317", "/photo.jpg")]


def test_a_file_that_swells_is_refused_by_the_size_that_it_states(tmp_path: Path):
    path = pack(tmp_path / "a.zip", {"bomb.json": b" " * (MAX_BYTES + 1), "good.json": SHEET})
    assert path.stat().st_size < 20_000
    assert told(path) == [("G300", "/bomb.json")]


def test_a_file_that_lies_about_its_size_gives_no_more_than_it_states(tmp_path: Path):
    path = pack(tmp_path / "a.zip", {"bomb.json": b" " * 50_000_000})
    data = path.read_bytes().replace(struct.pack("<I", 50_000_000), struct.pack("<I", 100))
    path.write_bytes(data)
    assert told(path) == [("G347", "/bomb.json")]


def test_all_files_together_have_a_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(archives, "MAX_UNPACKED", len(SHEET.encode()) * 2)
    path = pack(tmp_path / "a.zip", {f"{number}.json": SHEET for number in range(4)})
    assert (len(load(path).handed_in), told(path)) == (2, [("G346", "/2.json")])


def test_a_directory_that_would_fill_the_memory_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = pack(tmp_path / "a.zip", {f"{number}.json": "" for number in range(100)})
    monkeypatch.setattr(archives, "_LONGEST_DIRECTORY", 1000)
    assert told(path) == [("G345", "")]


def test_ten_thousand_files_are_read(tmp_path: Path):
    path = pack(tmp_path / "a.zip", {f"{number:05}.json": "{}" for number in range(10_000)})
    assert len(load(path).set_aside) == 10_000


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_methods_that_take_much_memory_are_not_used(tmp_path: Path, method: int):
    assert told(pack(tmp_path / "a.zip", {"a.json": SHEET}, method)) == [("G347.method", "/a.json")]


def locked(data: bytes) -> bytes:
    """Set the sign of a password in the entry and in the directory."""
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.index(mark) + at
        data = data[:place] + bytes([data[place] | 1]) + data[place + 1 :]
    return data


DAMAGES: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "cut off": (lambda data: data[: len(data) // 2], "G340"),
    "no archive": (lambda _: b"hello", "G340"),
    "empty": (lambda _: b"", "G340"),
    "zeros": (lambda data: bytes(len(data)), "G340"),
    "a wrong checksum": (lambda data: data.replace(struct.pack("<I", zlib.crc32(SHEET.encode())), b"\0\0\0\0"), "G347"),
    "spoilt inside": (lambda data: data[:60] + bytes(20) + data[80:], "G347"),
    "a directory that points nowhere": (lambda data: data[:-6] + b"\xff\xff\xff\x7f" + data[-2:], "G347"),
    "sizes beyond 32 bits": (lambda data: data[:-22] + b"PK\x06\x07" + bytes(16) + data[-22:], "G345"),
    "a password": (locked, "G343"),
}


@pytest.mark.parametrize(("damage", "code"), DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_archive_is_told(tmp_path: Path, damage: Callable[[bytes], bytes], code: str):
    path = pack(tmp_path / "a.zip", {"a.json": SHEET})
    path.write_bytes(damage(path.read_bytes()))
    assert [found for found, _ in told(path)] == [code]


@pytest.mark.parametrize("encoding", ["cp866", "utf-8"])
def test_russian_names_are_readable_though_the_archive_does_not_say_how_they_are_written(tmp_path: Path, encoding: str):
    name = "Лист Анны.json".encode(encoding)
    placeholder = b"x" * (len(name) - 5) + b".json"
    path = pack(tmp_path / "a.zip", {placeholder.decode(): SHEET})
    path.write_bytes(path.read_bytes().replace(placeholder, name))
    assert [each.file.partition("a.zip/")[2] for each in load(path).handed_in] == ["Лист Анны.json"]
