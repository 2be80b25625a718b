"""A lesson out of the cache is the very lesson that would be made, or it is made."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.built_site.building import ROOT

from gramota.cache import store
from gramota.course.files.shared_files import SharedFiles
from gramota.course.load import LessonFiles, LessonSources, find_lessons
from gramota.site import site_lesson
from gramota.site.site_lesson import SiteLesson, site_lesson_once

HANDBOOK = ROOT / "tests/sites/handbook"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(store.FOLDER, str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The letters of the lessons that were made and not read."""
    seen: list[str] = []
    make = site_lesson._make

    def noted(sources: LessonSources, site: str, email: str) -> SiteLesson:
        seen.append(sources.letter_id)
        return make(sources, site, email)

    monkeypatch.setattr(site_lesson, "_make", noted)
    return seen


def _lessons(*folders: Path) -> list[LessonFiles]:
    docs, quizzes = folders or (HANDBOOK / "docs", HANDBOOK / "quizzes")
    return find_lessons(docs, quizzes, SharedFiles(docs, quizzes))[0]


def test_kept_lessons_are_those_that_were_made(made: list[str]):
    lessons = [*_lessons(), *_lessons(ROOT / "docs", ROOT / "quizzes")]
    first = [site_lesson_once(each.sources(), "site", "") for each in lessons]
    again = [site_lesson_once(each.sources(), "site", "") for each in lessons]
    assert again == first
    assert len(made) == len(lessons)
    assert all(lesson.card and lesson.pages for lesson in first)


def test_lessons_with_mistakes_tell_them_again(made: list[str], tmp_path: Path):
    (tmp_path / "docs/letters").mkdir(parents=True)
    (tmp_path / "quizzes").mkdir()
    (tmp_path / "docs/letters/wrong.yml").write_text("title: Без всего\n", encoding="utf-8")
    (lesson,) = _lessons(tmp_path / "docs", tmp_path / "quizzes")
    first, again = (site_lesson_once(lesson.sources(), "site", "") for _ in range(2))
    assert first.findings.problems
    assert again == first
    assert len(made) == 1


@pytest.mark.parametrize("named", [("other site", ""), ("site", "trainer@example.org")])
def test_another_site_or_address_makes_other_pages(made: list[str], named: tuple[str, str]):
    lesson = _lessons()[0]
    for site, email in (("site", ""), named):
        assert site_lesson_once(lesson.sources(), site, email) == site_lesson._make(lesson.sources(), site, email)
    assert len(made) == 4


@pytest.mark.parametrize("part", ["letter", "quiz"])
def test_a_changed_file_is_read_anew(made: list[str], part: str):
    sources = next(each.sources() for each in _lessons() if each.quiz)
    source = getattr(sources, part)
    site_lesson_once(sources, "site", "")
    changed = type(source)(source.path, f"{source.text}\n# changed\n")
    site_lesson_once(sources._replace(**{part: changed}), "site", "")
    assert len(made) == 2


@pytest.mark.parametrize("damage", [lambda data: data[: len(data) // 2], lambda data: b"", lambda data: b"x" + data])
def test_a_damaged_entry_is_no_entry(made: list[str], folder: Path, damage: Callable[[bytes], bytes]):
    lesson = _lessons()[0]
    first = site_lesson_once(lesson.sources(), "site", "")
    for path in folder.glob("??/*"):
        path.write_bytes(damage(path.read_bytes()))
    assert site_lesson_once(lesson.sources(), "site", "") == first
    assert len(made) == 2


def test_other_sources_of_ours_make_other_pages(made: list[str], monkeypatch: pytest.MonkeyPatch):
    lesson = _lessons()[0]
    site_lesson_once(lesson.sources(), "site", "")
    monkeypatch.setattr(site_lesson, "builders", lambda: b"another version")
    site_lesson_once(lesson.sources(), "site", "")
    assert len(made) == 2


def test_what_is_kept_is_json_and_nothing_that_runs():
    lesson = site_lesson_once(_lessons()[0].sources(), "site", "")
    assert json.loads(lesson.to_json()).keys() == {"findings", "card", "pages"}
