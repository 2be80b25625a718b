"""What is known of a lesson from the last time is what would be found now, or it is found now."""

from pathlib import Path

import pytest
from tests.breakages import load_breakages

from gramota.cache import store
from gramota.grading.checking import course_check, lessons_at_once
from gramota.grading.checking.course_check import CourseFindings, check_course

LETTER = """\
title: T
date: 2026-01-31
audience: All
lang: en
revision: 2
sections:
  - {id: SECTION, title: S, body: "See [the other](other.yml#alarm) and [nothing](nothing.yml)."}
"""
QUIZ = """\
control:
  - id: money
    prompt: Who pays the money back?
    section: text
    criteria:
      - {id: cashier, title: Cashier, accept: [cashier]}
    examples:
      - {answer: The cashier pays it, met: [cashier]}
      - {answer: The guard pays it, met: [cashier]}
"""


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(store.FOLDER, str(tmp_path / "cache"))
    Path("docs/letters").mkdir(parents=True)
    Path("quizzes").mkdir()
    _put("docs/letters/new.yml", LETTER.replace("SECTION", "text"))
    _put("docs/letters/other.yml", LETTER.replace("SECTION", "alarm"))
    _put("quizzes/new.yml", QUIZ)


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the letters that were looked at and not known."""
    seen: list[str] = []
    check_lesson = lessons_at_once.check_lesson

    def noted(sources):
        seen.append(sources.letter_id)
        return check_lesson(sources)

    monkeypatch.setattr(lessons_at_once, "check_lesson", noted)
    return seen


def _put(path: str, text: str) -> None:
    Path(path).write_text(text, encoding="utf-8")


def _check() -> CourseFindings:
    return check_course(Path("docs"), Path("quizzes"))


def _codes() -> list[str]:
    return [problem.code for problem in _check().problems]


def test_lessons_that_have_not_changed_are_not_looked_at_and_all_that_is_known_of_them_is_told(checked: list[str]):
    first = _check()
    assert {problem.code for problem in first.problems} == {"G081", "G201"}
    assert {problem.code for problem in first.advice} == {"G094"}
    assert (first.letters, first.questions, first.examples) == (2, 1, 2)
    assert _check() == first
    assert checked == ["new", "other"]


@pytest.mark.parametrize(("path", "letter"), [("docs/letters/new.yml", "new"), ("quizzes/new.yml", "new")])
def test_a_changed_file_is_looked_at_and_no_other(path: str, letter: str, checked: list[str]):
    _check()
    _put(path, Path(path).read_text(encoding="utf-8") + "# a remark\n")
    _check()
    assert checked == ["new", "other", letter]


def test_a_quiz_taken_away_is_not_remembered():
    _check()
    Path("quizzes/new.yml").unlink()
    assert (_check().questions, "G201" in _codes()) == (0, False)


def test_a_link_into_a_letter_that_has_changed_is_followed_anew():
    assert "G082" not in _codes()
    _put("docs/letters/other.yml", LETTER.replace("SECTION", "fire"))
    assert "G082" in _codes()


def test_the_same_files_elsewhere_are_told_of_with_their_own_names():
    _check()
    Path("docs/letters/new.yml").rename("docs/letters/moved.yml")
    Path("quizzes/new.yml").rename("quizzes/moved.yml")
    paths = {problem.where.path for problem in _check().problems}
    assert {"docs/letters/moved.yml", "quizzes/moved.yml"} <= paths
    assert not any("new.yml" in path for path in paths)


def test_what_another_gramota_found_does_not_count(checked: list[str], monkeypatch: pytest.MonkeyPatch):
    _check()
    monkeypatch.setattr(course_check, "checkers", lambda: b"tomorrow's checks")
    _check()
    assert len(checked) == 4


def test_damaged_memory_is_no_memory():
    first = _check()
    for kept in Path("cache").rglob("*"):
        if kept.is_file():
            kept.write_bytes(b"cut off")
    assert _check() == first


def test_every_mistake_that_we_know_is_remembered_as_it_was_told(tmp_path: Path):
    for breakage in load_breakages():
        folder = tmp_path / breakage.name
        breakage.write_course(folder)
        first = check_course(folder / "docs", folder / "quizzes")
        assert first.problems
        assert check_course(folder / "docs", folder / "quizzes") == first


def test_a_learned_file_that_cannot_be_read_is_told_as_long_as_it_cannot():
    before = _codes()
    Path("quizzes/new.learned.json").mkdir()
    assert sorted(_codes()) == sorted(["G001", *before])
    Path("quizzes/new.learned.json").rmdir()
    assert _codes() == before
