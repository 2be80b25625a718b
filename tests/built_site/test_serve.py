"""`mkdocs serve` shows what authors change: the letter, the quiz, and a mistake that was mended."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.built_site.building import ROOT
from tests.built_site.serving import Served, serve, wait_until


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    with serve(shutil.copytree(ROOT / "tests/sites/canary", tmp_path / "course")) as course:
        yield course


def test_letters_without_a_quizzes_folder_are_served(tmp_path: Path):
    project = shutil.copytree(ROOT / "tests/sites/canary", tmp_path / "course")
    shutil.rmtree(project / "quizzes")
    with serve(project) as course:
        assert "Only the prompts" in course.page("letters/border/")


def test_a_changed_letter_or_quiz_is_shown_and_a_mistake_does_not_end_serving(served: Served):
    served.replace("docs/letters/border.yml", "Only the prompts", "Nothing but the prompts")
    wait_until(lambda: "Nothing but the prompts" in served.page("letters/border/"), "the changed letter is served")

    served.replace("quizzes/border.yml", "publicpromptone", "publicpromptnew")
    wait_until(lambda: "publicpromptnew" in served.page("letters/border/control/"), "the changed quiz is served")

    served.replace("quizzes/border.yml", "section: text\n    criteria", "section: txet\n    criteria")
    wait_until(lambda: any("G062" in line for line in served.said), "the mistake is told")
    told = "".join(served.said)
    assert re.search(r"quizzes/border\.yml:\d+:\d+: G062", told)
    assert "Traceback" not in told

    shown = served.page("letters/border/")
    assert ("G062" in shown, "<mark>txet</mark>" in shown, "Only the prompts" in shown) == (True, True, False)

    served.replace("quizzes/border.yml", "section: txet", "section: text")
    served.replace("quizzes/border.yml", "publicprompttwo", "publicpromptmended")
    wait_until(lambda: "publicpromptmended" in served.page("letters/border/control/"), "the mended quiz is served")


def test_a_folder_of_quizzes_made_while_serving_is_noticed_and_so_is_one_made_anew(tmp_path: Path):
    project = shutil.copytree(ROOT / "tests/sites/canary", tmp_path / "course")
    quizzes = shutil.move(project / "quizzes", tmp_path / "quizzes")
    with serve(project) as course:
        assert "404" in course.page("letters/border/control/")
        shutil.copytree(quizzes, project / "quizzes")
        wait_until(lambda: "publicpromptone" in course.page("letters/border/control/"), "the new folder is noticed")

        shutil.rmtree(project / "quizzes")
        wait_until(lambda: "publicpromptone" not in course.page("letters/border/control/"), "its end is noticed")
        shutil.copytree(quizzes, project / "quizzes")
        wait_until(lambda: "publicpromptone" in course.page("letters/border/control/"), "its return is noticed")
        course.replace("quizzes/border.yml", "publicpromptone", "publicpromptnew")
        wait_until(lambda: "publicpromptnew" in course.page("letters/border/control/"), "a change in it is noticed")


def test_a_server_that_begins_with_a_mistake_shows_it_and_then_the_mended_site(tmp_path: Path):
    project = shutil.copytree(ROOT / "tests/sites/canary", tmp_path / "course")
    config = project / "mkdocs.yml"
    config.write_text(f"{config.read_text(encoding='utf-8')}\nstrict: true\n", encoding="utf-8")
    quiz = project / "quizzes/border.yml"
    right = quiz.read_text(encoding="utf-8")
    quiz.write_text(right.replace("section: text\n    criteria", "section: <b>txet\n    criteria", 1), encoding="utf-8")
    with serve(project) as course:
        shown = course.page("letters/border/")
        assert "G035" in shown
        assert "<mark>&lt;b&gt;txet</mark>" in shown
        quiz.write_text(right, encoding="utf-8")
        wait_until(lambda: "Only the prompts" in course.page("letters/border/"), "the mended site is served")


@pytest.mark.parametrize("is_there_at_first", [True, False])
def test_a_page_that_takes_a_letter_s_address_is_told_like_any_mistake(tmp_path: Path, is_there_at_first: bool):
    """It is told when the search is in the theme already: without its texts no page could be made."""
    project = shutil.copytree(ROOT / "tests/sites/canary", tmp_path / "course")
    taken = project / "docs/letters/border/index.md"
    taken.parent.mkdir()
    if is_there_at_first:
        taken.write_text("Taken.\n", encoding="utf-8")
    with serve(project) as course:
        taken.write_text("Taken.\n", encoding="utf-8")
        wait_until(lambda: "G084" in course.page("letters/border/"), "the mistake is shown")
        assert "G084" in course.page("no/such/page/")
        taken.unlink()
        wait_until(lambda: "Only the prompts" in course.page("letters/border/"), "the mended site is served")
        assert "Traceback" not in "".join(course.said)


def test_a_shared_file_is_noticed_when_it_changes_and_when_it_comes_though_its_folder_is_new(tmp_path: Path):
    project = shutil.copytree(ROOT / "tests/sites/canary", tmp_path / "course")
    letter = project / "docs/letters/border.yml"
    letter.write_text(f"include: ../../shared/terms.yml\n{letter.read_text(encoding='utf-8')}", encoding="utf-8")
    terms = project / "shared/terms.yml"
    with serve(project) as course:
        assert "G130" in course.page("letters/border/")
        terms.parent.mkdir()
        terms.write_text("terms: {Only: Firstmeaning}\n", encoding="utf-8")
        wait_until(lambda: "Firstmeaning" in course.page("letters/border/"), "the new file is noticed")
        course.replace("shared/terms.yml", "Firstmeaning", "Secondmeaning")
        wait_until(lambda: "Secondmeaning" in course.page("letters/border/"), "a change in it is noticed")
        course.replace("shared/terms.yml", "terms:", "term:")
        wait_until(lambda: "G031" in course.page("letters/border/"), "a mistake in it is told")
        course.replace("shared/terms.yml", "term:", "terms:")
        wait_until(lambda: "Secondmeaning" in course.page("letters/border/"), "its mending is noticed")


@pytest.mark.parametrize("is_missed", [True, False])
def test_a_shared_folder_that_is_made_anew_is_not_lost_sight_of(tmp_path: Path, is_missed: bool):
    """With `git checkout` it is there again before anyone looks."""
    project = shutil.copytree(ROOT / "tests/sites/canary", tmp_path / "course")
    letter = project / "docs/letters/border.yml"
    letter.write_text(f"include: ../../shared/terms.yml\n{letter.read_text(encoding='utf-8')}", encoding="utf-8")
    terms = project / "shared/terms.yml"
    terms.parent.mkdir()
    terms.write_text("terms: {Only: Firstmeaning}\n", encoding="utf-8")
    with serve(project) as course:
        assert "Firstmeaning" in course.page("letters/border/")
        shutil.rmtree(terms.parent)
        if is_missed:
            wait_until(lambda: "G130" in course.page("letters/border/"), "the end of the folder is noticed")
        terms.parent.mkdir()
        terms.write_text("terms: {Only: Secondmeaning}\n", encoding="utf-8")
        wait_until(lambda: "Secondmeaning" in course.page("letters/border/"), "its return is noticed")
        course.replace("shared/terms.yml", "Secondmeaning", "Thirdmeaning")
        wait_until(lambda: "Thirdmeaning" in course.page("letters/border/"), "a change in it is noticed")
