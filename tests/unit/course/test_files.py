"""Which files are read, under which ids, and what is told of those that cannot be."""

import os
from pathlib import Path

import pytest
from tests.breakages import COURSE

from gramota.course import Course, load_course
from gramota.course.yaml_files.source import MAX_BYTES
from gramota.errors import ContentError

LETTER = (COURSE / "docs/letters/returns.yml").read_bytes()
QUIZ = (COURSE / "quizzes/returns.yml").read_bytes()


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    put("docs/letters/returns.yml", LETTER)


def put(path: str, data: bytes) -> Path:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(data)
    return Path(path)


def load() -> Course:
    return load_course(Path("docs"), Path("quizzes"))


def told() -> list[str]:
    with pytest.raises(ContentError) as caught:
        load()
    return [f"{problem.where} {problem.code}" for problem in caught.value.problems]


def ids() -> list[str]:
    return [lesson.letter.id for lesson in load().lessons]


def test_letter_without_a_quiz_is_a_lesson() -> None:
    assert [lesson.quiz for lesson in load().lessons] == [None]


def test_subfolder_is_part_of_the_id() -> None:
    put("docs/letters/sales/new-clients.yml", LETTER)
    put("quizzes/sales/new-clients.yml", QUIZ)
    assert ids() == ["returns", "sales/new-clients"]
    assert load().lesson("sales/new-clients").quiz is not None


def test_order_does_not_depend_on_the_disk() -> None:
    for name in ("b", "a-z", "a/z", "z", "a/b"):
        put(f"docs/letters/{name}.yml", LETTER)
    assert ids() == ["a/b", "a/z", "a-z", "b", "returns", "z"]


def test_unknown_lesson_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        load().lesson("nowhere")


@pytest.mark.parametrize(
    "data", [b"\xef\xbb\xbf" + LETTER, LETTER.replace(b"\n", b"\r\n"), LETTER.replace(b"\n", b"\r")]
)
def test_byte_order_mark_and_line_ends_of_other_systems_do_not_matter(data: bytes) -> None:
    here = load().lessons[0].letter
    put("docs/letters/returns.yml", data)
    assert load().lessons[0].letter == here


@pytest.mark.parametrize("start", [b"\xef\xbb\xbf", b""])
def test_columns_are_right_after_a_byte_order_mark_and_windows_line_ends(start: bytes) -> None:
    put("docs/letters/returns.yml", start + LETTER.replace(b"\n", b"\r\n").replace(b"2021-03-15", b"soon"))
    assert told() == ["docs/letters/returns.yml:2:7 G033"]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (LETTER.decode().encode("cp1251"), "1:8 G002"),
        (LETTER.decode().encode("utf-16"), "1:1 G002"),
        (LETTER.decode().encode("utf-16-le"), "1:2 G004"),
        ("title: «Акт».\nlang: \0\n".encode(), "2:7 G004"),
        ("# 😀😀\n# ё \x1b[31m\n".encode(), "2:5 G004"),
        ("# é\n".encode() + b"# ok \xff\n", "2:6 G002"),
        (b"\xef\xbb\xbf", "1:1 G011"),
        (b" \n\n", "1:1 G011"),
        (b"---\n", "1:1 G011"),
        (b"''", "1:1 G011"),
        (b"42", "1:1 G012"),
        (b"# " + b"x" * MAX_BYTES, "1:1 G003"),
    ],
    ids=[
        "windows-1251",
        "utf-16",
        "utf-16 without mark",
        "nul",
        "escape",
        "latin-1",
        "bom",
        "blank",
        "dashes",
        "quotes",
        "number",
        "size",
    ],
)
def test_unreadable_file_is_told_where_it_stops_being_readable(data: bytes, expected: str) -> None:
    put("docs/letters/returns.yml", data)
    assert told() == [f"docs/letters/returns.yml:{expected}"]


def test_largest_file_allowed_is_read() -> None:
    put("docs/letters/returns.yml", LETTER + b"# " + b"x" * (MAX_BYTES - len(LETTER) - 2))
    assert ids() == ["returns"]


def test_link_to_nowhere_is_told_and_not_passed_over() -> None:
    Path("docs/letters/lost.yml").symlink_to("nowhere.yml")
    assert told() == ["docs/letters/lost.yml:1:1 G001"]


def test_link_to_itself_is_told() -> None:
    Path("docs/letters/loop.yml").symlink_to("loop.yml")
    assert told() == ["docs/letters/loop.yml:1:1 G001"]


@pytest.mark.parametrize("path", ["docs/letters/endless.yml", "quizzes/endless.yml"])
def test_what_is_no_file_is_told_and_not_read_without_end(path: str) -> None:
    os.mkfifo("pipe")
    Path("quizzes").mkdir()
    Path(path).symlink_to(Path("pipe").absolute())
    assert f"{path}:1:1 G001.no_file" in told()


def test_folder_with_a_files_name_is_a_folder() -> None:
    Path("docs/letters/folder.yml").mkdir()
    Path("quizzes/returns.yml").mkdir(parents=True)
    assert ids() == ["returns"]


def test_hidden_files_are_other_programs_business() -> None:
    put("docs/letters/.#returns.yml", b"title: [")
    put("docs/letters/.trash/old.yml", b"title: [")
    assert ids() == ["returns"]


def test_other_files_among_the_letters_do_no_harm() -> None:
    put("docs/letters/scheme.png", b"\x89PNG")
    put("docs/letters/notes.md", b"# Notes")
    assert ids() == ["returns"]


@pytest.mark.parametrize("name", ["other.yaml", "other.YML", "other.yml.txt"])
def test_file_that_would_be_passed_over_for_its_ending_is_told(name: str) -> None:
    put(f"docs/letters/{name}", LETTER)
    put("quizzes/other.yml", QUIZ)
    assert told() == [f"docs/letters/{name}:1:1 G013"]


@pytest.mark.parametrize("name", ["returns.yaml", "returns.YML", "returns.yml.txt"])
def test_second_file_of_a_letter_is_told_and_not_passed_over(name: str) -> None:
    put(f"docs/letters/{name}", LETTER)
    put("quizzes/returns.yml", QUIZ)
    put("quizzes/returns.yaml", QUIZ)
    assert told() == [f"docs/letters/{name}:1:1 G013", "quizzes/returns.yaml:1:1 G013"]


@pytest.mark.parametrize("folder", ["docs", "docs/quizzes", "docs/letters/../quizzes", "link/quizzes"])
def test_quizzes_that_everyone_could_read_are_refused(folder: str) -> None:
    Path("link").symlink_to("docs")
    put("docs/quizzes/returns.yml", QUIZ)
    with pytest.raises(ContentError) as caught:
        load_course(Path("docs"), Path(folder))
    assert [str(problem.where) + " " + problem.code for problem in caught.value.problems] == [f"{folder} G070"]


@pytest.mark.parametrize("name", ["Возврат", "Returns", "the returns", "returns.v2", "Склад/returns", "-returns"])
def test_name_that_no_web_address_should_hold_is_told(name: str) -> None:
    put(f"docs/letters/{name}.yml", LETTER)
    assert told() == [f"docs/letters/{name}.yml:1:1 G015"]


def test_project_without_letters_is_told_and_not_taken_for_a_good_one() -> None:
    Path("docs/letters/returns.yml").unlink()
    assert told() == ["docs/letters G016"]
    Path("docs/letters").rmdir()
    assert told() == ["docs/letters G016"]


def test_quiz_without_a_letter_is_told_with_the_letter_that_was_meant() -> None:
    put("quizzes/return.yml", QUIZ)
    with pytest.raises(ContentError) as caught:
        load()
    [problem] = caught.value.problems
    assert str(problem.where) == "quizzes/return.yml:1:1"
    assert (problem.code, dict(problem.values)) == ("G061", {"id": "return", "suggestion": "returns"})


def test_problems_of_a_quiz_are_told_though_its_letter_is_missing_or_broken() -> None:
    put("quizzes/orphan.yml", QUIZ.replace(b"answer: 10", b"answer: ten"))
    put("quizzes/returns.yml", QUIZ.replace(b"answer: 10", b"answer: ten"))
    put("docs/letters/returns.yml", b"title: [")
    assert told() == [
        "docs/letters/returns.yml:1:8 G025",
        "quizzes/orphan.yml:1:1 G061",
        "quizzes/orphan.yml:32:13 G042.number",
        "quizzes/returns.yml:32:13 G042.number",
    ]


def test_paths_are_told_as_people_stand_to_them(monkeypatch: pytest.MonkeyPatch) -> None:
    put("docs/letters/returns.yml", b"")
    here = Path.cwd()
    with pytest.raises(ContentError, match=r"^docs/letters/returns\.yml:1:1"):
        load_course(here / "docs", here / "quizzes")
    Path("elsewhere").mkdir()
    monkeypatch.chdir("elsewhere")
    with pytest.raises(ContentError, match=r"^\.\./docs/letters/returns\.yml:1:1"):
        load_course(Path("../docs"), Path("../quizzes"))


@pytest.mark.parametrize("folder", ["", "safety/"])
def test_letter_with_the_address_of_a_control_sheet_is_told(folder: str) -> None:
    put(f"docs/letters/{folder}fire.yml", LETTER)
    put(f"docs/letters/{folder}fire/control.yml", LETTER)
    put("docs/letters/control.yml", LETTER)
    assert told() == [f"docs/letters/{folder}fire/control.yml:1:1 G080"]
