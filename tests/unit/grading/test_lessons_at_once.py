"""Whatever number of processes checks the lessons, the same is found in the same order."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.built_site.building import ROOT

from gramota.cache import store
from gramota.course.load import LessonFiles, find_lessons
from gramota.course.shared_files import SharedFiles
from gramota.grading import lessons_at_once
from gramota.grading.course_check import check_course
from gramota.grading.lessons_at_once import check_at_once, check_files

SITE = ROOT / "tests/sites/anywhere"
COPIES = 6


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A course of some lessons, one of them with a mistake, for which two processes are enough reason."""
    monkeypatch.setenv(store.FOLDER, str(tmp_path / "cache"))
    monkeypatch.setattr(lessons_at_once, "ENOUGH", 2)
    monkeypatch.setattr(lessons_at_once.os, "cpu_count", lambda: 2)
    for part in ("docs/letters", "quizzes"):
        (tmp_path / part).mkdir(parents=True)
        for number in range(COPIES):
            shutil.copy(SITE / part / "russian.yml", tmp_path / part / f"letter-{number}.yml")
    with (tmp_path / "docs/letters/letter-3.yml").open("a", encoding="utf-8") as letter:
        letter.write("unknown: 1\n")
    return tmp_path


def _lessons(folder: Path) -> Sequence[LessonFiles]:
    docs, quizzes = folder / "docs", folder / "quizzes"
    return find_lessons(docs, quizzes, SharedFiles(docs, quizzes))[0]


def test_two_processes_find_what_one_does(folder: Path):
    lessons = _lessons(folder)
    found = [*check_at_once(lessons)]
    assert found == [*map(check_files, lessons)]
    assert ["G0" in text for text in found] == [number == 3 for number in range(COPIES)]


def test_a_machine_that_forbids_processes_checks_all_the_same(folder: Path, monkeypatch: pytest.MonkeyPatch):
    class Forbidden:
        def __init__(self, *_: object) -> None:
            raise PermissionError

    monkeypatch.setattr(lessons_at_once, "ProcessPoolExecutor", Forbidden)
    lessons = _lessons(folder)
    assert [*check_at_once(lessons)] == [*map(check_files, lessons)]


def test_only_lessons_that_have_changed_are_checked_again(folder: Path, monkeypatch: pytest.MonkeyPatch):
    first = check_course(folder / "docs", folder / "quizzes")
    seen: list[str] = []

    def noted(lessons: Sequence[LessonFiles]):
        seen.extend(lesson.letter_id for lesson in lessons)
        return map(check_files, lessons)

    monkeypatch.setattr(lessons_at_once, "check_at_once", noted)
    assert check_course(folder / "docs", folder / "quizzes") == first
    with (folder / "quizzes/letter-5.yml").open("a", encoding="utf-8") as quiz:
        quiz.write("# changed\n")
    assert check_course(folder / "docs", folder / "quizzes") == first
    assert seen == ["letter-5"]
