"""Whatever number of processes checks the lessons, the same is found in the same order."""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.built_site.building import ROOT

from gramota.cache import store
from gramota.course.files.shared_files import SharedFiles
from gramota.course.load import LessonSources, find_lessons
from gramota.grading import worker_processes
from gramota.grading.checking import lessons_at_once
from gramota.grading.checking.course_check import check_course
from gramota.grading.checking.lessons_at_once import check_at_once, check_one

SITE = ROOT / "tests/sites/anywhere"
COPIES = 6
COUNT = "from gramota.grading.checking.lessons_at_once import count_cores; print(count_cores())"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A course of some lessons, one of them with a mistake, for which two processes are enough reason."""
    monkeypatch.setenv(store.FOLDER, str(tmp_path / "cache"))
    monkeypatch.setattr(lessons_at_once, "ENOUGH", 2)
    monkeypatch.setattr(lessons_at_once, "count_cores", lambda: 2)
    for part in ("docs/letters", "quizzes"):
        (tmp_path / part).mkdir(parents=True)
        for number in range(COPIES):
            shutil.copy(SITE / part / "russian.yml", tmp_path / part / f"letter-{number}.yml")
    with (tmp_path / "docs/letters/letter-3.yml").open("a", encoding="utf-8") as letter:
        letter.write("unknown: 1\n")
    return tmp_path


def _lessons(folder: Path) -> Sequence[LessonSources]:
    docs, quizzes = folder / "docs", folder / "quizzes"
    return [each.sources() for each in find_lessons(docs, quizzes, SharedFiles(docs, quizzes))[0]]


def test_two_processes_find_what_one_does(folder: Path):
    lessons = _lessons(folder)
    found = [*check_at_once(lessons)]
    assert found == [*map(check_one, lessons)]
    assert ["G0" in text for text in found] == [number == 3 for number in range(COPIES)]


def test_a_machine_that_forbids_processes_checks_all_the_same(folder: Path, monkeypatch: pytest.MonkeyPatch):
    class Forbidden:
        def __init__(self, *_: object) -> None:
            raise PermissionError

    monkeypatch.setattr(worker_processes, "_Worker", Forbidden)
    lessons = _lessons(folder)
    assert [*check_at_once(lessons)] == [*map(check_one, lessons)]


def test_only_lessons_that_have_changed_are_checked_again(folder: Path, monkeypatch: pytest.MonkeyPatch):
    first = check_course(folder / "docs", folder / "quizzes")
    seen: list[str] = []

    def noted(lessons: Sequence[LessonSources]):
        seen.extend(lesson.letter_id for lesson in lessons)
        yield from map(check_one, lessons)

    monkeypatch.setattr(lessons_at_once, "check_at_once", noted)
    assert check_course(folder / "docs", folder / "quizzes") == first
    with (folder / "quizzes/letter-5.yml").open("a", encoding="utf-8") as quiz:
        quiz.write("# changed\n")
    assert check_course(folder / "docs", folder / "quizzes") == first
    assert seen == ["letter-5"]


def test_findings_are_of_the_texts_that_were_read_and_not_of_what_the_files_say_by_now(folder: Path):
    lessons = _lessons(folder)
    before = [*map(check_one, lessons)]
    for letter in (folder / "docs/letters").iterdir():
        letter.write_text("title: Changed meanwhile", encoding="utf-8")
    assert [*check_at_once(lessons)] == [*map(check_one, lessons)] == before


def test_what_is_found_while_a_file_changes_is_never_kept_for_its_old_text(
    folder: Path, monkeypatch: pytest.MonkeyPatch
):
    letter = folder / "docs/letters/letter-3.yml"
    text, first = letter.read_text(encoding="utf-8"), check_course(folder / "docs", folder / "quizzes")
    letter.write_text(f"{text}# not seen before\n", encoding="utf-8")

    def change_first(lessons: Sequence[LessonSources]):
        letter.write_text("title: Changed meanwhile", encoding="utf-8")
        return check_at_once(lessons)

    with monkeypatch.context() as patched:
        patched.setattr(lessons_at_once, "check_at_once", change_first)
        assert check_course(folder / "docs", folder / "quizzes") == first
    letter.write_text(f"{text}# not seen before\n", encoding="utf-8")
    assert check_course(folder / "docs", folder / "quizzes") == first


def test_windows_is_asked_for_no_more_processes_than_it_can_wait_for():
    assert [worker_processes.count_possible(96, system) for system in ("win32", "linux")] == [61, 96]


def test_in_a_container_no_more_processes_are_begun_than_it_may_use():
    asked = f"import os; os.sched_setaffinity(0, {{min(os.sched_getaffinity(0))}}); {COUNT}"
    assert subprocess.run([sys.executable, "-c", asked], capture_output=True, check=True).stdout.split() == [b"1"]
