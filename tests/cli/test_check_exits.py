"""`gramota check` tells every mistake of an author by its place, and never shows a traceback."""

import re
import shutil
from pathlib import Path

import pytest

from tests.answers.sheets import FILES, FOLDERS, HERE
from tests.breakages import COURSE, Breakage, load_breakages
from tests.cli.command import gramota, gramota_within

BREAKAGES = load_breakages()
BY_SYNTAX = [
    next(found for found in BREAKAGES if found.expected and code in found.expected[0])
    for code in ("G021", "G031", "G062")
]


def places(told: str) -> set[str]:
    return {f"{place} {code}" for place, code in re.findall(r"^(\S+:\d+:\d+): (G\d+)", told, re.MULTILINE)}


@pytest.mark.parametrize("breakage", BREAKAGES, ids=lambda breakage: breakage.name)
def test_every_mistake_is_told_by_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], breakage: Breakage
):
    breakage.write_course(tmp_path)
    monkeypatch.chdir(tmp_path)
    ended = gramota_within(capsys, "check")
    assert ended.code == 2
    assert ended.out == ""
    # Of a code with a part below it only the code is printed.
    assert places(ended.err) == {re.sub(r"( G\d+)\.\w+$", r"\1", expected) for expected in breakage.expected}


@pytest.mark.parametrize("lang", ["ru", "en"])
@pytest.mark.parametrize("breakage", BY_SYNTAX, ids=lambda breakage: breakage.name)
def test_a_real_run_ends_with_2_and_no_traceback(tmp_path: Path, breakage: Breakage, lang: str):
    breakage.write_course(tmp_path)
    ended = gramota("check", "--lang", lang, cwd=tmp_path)
    assert ended.code == 2
    assert "Traceback" not in ended.err
    assert places(ended.err)
    assert bool(re.search("[а-я]{4}", ended.err.splitlines()[-1])) == (lang == "ru")


@pytest.mark.parametrize("folders", [FOLDERS, ("--docs", COURSE / "docs", "--quizzes", COURSE / "quizzes")])
def test_a_right_course_ends_with_0(folders: tuple[object, ...]):
    ended = gramota("check", *folders)
    assert (ended.code, ended.out) == (0, "")
    assert "all is well" in ended.err


def test_a_raised_revision_that_tells_no_change_is_advised_of_and_is_no_mistake():
    ended = gramota("check", "--docs", COURSE / "docs", "--quizzes", COURSE / "quizzes", "--lang", "ru")
    assert ended.code == 0
    assert [place.rsplit("/", 1)[1] for place in places(ended.err)] == ["returns.yml:4:1 G094"]
    assert "changes" in ended.err


def changed_quiz(tmp_path: Path, old: str, new: str) -> tuple[str, ...]:
    shutil.copytree(HERE / "course", tmp_path / "course")
    quiz = tmp_path / "course/quizzes/returns.yml"
    text = quiz.read_text(encoding="utf-8")
    assert old in text
    quiz.write_text(text.replace(old, new, 1), encoding="utf-8")
    return ("--docs", str(tmp_path / "course/docs"), "--quizzes", str(tmp_path / "course/quizzes"))


def test_only_failing_examples_end_with_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    folders = changed_quiz(
        tmp_path, "  - id: money", "    examples:\n      - {answer: Чек, met: [days]}\n  - id: money"
    )
    ended = gramota_within(capsys, "check", *folders)
    assert ended.code == 1
    assert {place.split()[1] for place in places(ended.err)} == {"G201", "G202"}


def test_a_phrase_that_cannot_be_read_ends_with_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    ended = gramota_within(capsys, "check", *changed_quiz(tmp_path, "[кассир]", "['(кассир']"))
    assert (ended.code, [place.split(":", 1)[1] for place in places(ended.err)]) == (2, ["15:48 G102"])


def test_a_long_chain_of_synonym_groups_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    chain = "".join(f"  g{number}: [<g{number - 1}>]\n" for number in range(1, 150))
    folders = changed_quiz(tmp_path, "control:\n", f"synonyms:\n  g0: [чек]\n{chain}control:\n")
    ended = gramota_within(capsys, "check", *folders)
    assert (ended.code, [place.split()[1] for place in places(ended.err)]) == (2, ["G117"])


def test_a_broken_letter_does_not_hide_the_phrases_of_another(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    folders = changed_quiz(tmp_path, "[кассир]", "['(кассир']")
    (tmp_path / "course/docs/letters/other.yml").write_text("title: [", encoding="utf-8")
    ended = gramota_within(capsys, "check", *folders)
    assert ended.code == 2
    assert {place.split()[1] for place in places(ended.err)} == {"G025", "G102"}


def test_quizzes_that_everyone_could_read_are_told(tmp_path: Path):
    shutil.copytree(HERE / "course", tmp_path / "course")
    (tmp_path / "course/quizzes").rename(tmp_path / "course/docs/quizzes")
    ended = gramota("check", "--quizzes", "docs/quizzes", cwd=tmp_path / "course")
    assert (ended.code, ended.err.startswith("docs/quizzes: G070 ")) == (2, True)


def test_a_folder_without_letters_is_not_well(tmp_path: Path):
    ended = gramota("check", cwd=tmp_path)
    assert (ended.code, "G016" in ended.err) == (2, True)


def test_a_file_s_name_does_not_command_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    folders = changed_quiz(tmp_path, "[кассир]", '["(ка\\e[31mссир", \u202eкилс]')
    (tmp_path / "course/docs/letters/a\x1b[31m.yml").write_text("title: [", encoding="utf-8")
    told = gramota_within(capsys, "check", *folders).err
    assert not re.search("[\x00-\x09\x0b-\x1f\u202e]", told)


def test_answers_beside_the_letters_end_with_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    folders = changed_quiz(tmp_path, "pass: 60%", "pass: 60%")
    shutil.copy(FILES / "anna.json", tmp_path / "course/docs/anna.json")
    ended = gramota_within(capsys, "check", *folders)
    assert (ended.code, "docs/anna.json:1:1: G099" in ended.err) == (2, True)
