"""`gramota check --coverage` tells what neither questions nor examples try, and fails for none of it."""

import json
import shutil
from pathlib import Path

import pytest

from tests.breakages import COURSE
from tests.cli.command import Ended, gramota_within

EXTRA_SECTION = "  - id: spare\n    title: Запасной\n    body: О нем никто не спросит.\n"
QUESTION = """
control:
  - id: why-act
    prompt: Зачем нужен акт?
    section: [accept, money]
    criteria:
      - {id: state, title: Состояние, accept: [состояние товара, дефект товара], reject: [состояние клиента]}
      - {id: goods, title: Товар, accept: [товар, дефекты]}
      - {id: never, title: Никогда, accept: [(дефект|брак) сильный]}
    misconceptions:
      - {id: tax, title: Для налоговой, accept: [налоговая]}
    examples:
      - {answer: Чтобы записать состояние товара, met: [state, goods]}
"""


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for folder in ("docs", "quizzes"):
        shutil.copytree(COURSE / folder, tmp_path / folder)
    letter, quiz = tmp_path / "docs/letters/returns.yml", tmp_path / "quizzes/returns.yml"
    letter.write_text(letter.read_text(encoding="utf-8") + EXTRA_SECTION, encoding="utf-8")
    written = quiz.read_text(encoding="utf-8")
    quiz.write_text(written[: written.index("control:")] + QUESTION.lstrip(), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def covered(capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    ended = gramota_within(capsys, "check", "--coverage", "--format", "json")
    assert ended.code == 0, ended.err
    return json.loads(ended.out)


def test_sections_that_no_question_cites_are_told_with_their_place(course: Path, capsys: pytest.CaptureFixture[str]):
    [letter] = covered(capsys)["letters"]
    sections = {section["id"]: (section["questions"], section["line"]) for section in letter["sections"]}
    assert sections["spare"] == ([], 20)
    assert "why-act" in sections["money"][0]


def test_criteria_and_misconceptions_have_the_examples_that_show_both(course: Path, capsys: pytest.CaptureFixture[str]):
    [question] = covered(capsys)["letters"][0]["questions"]
    examples = {meaning["id"]: (meaning["met"], meaning["not_met"]) for meaning in question["meanings"]}
    assert examples == {"state": (1, 0), "goods": (1, 0), "never": (0, 1), "tax": (0, 1)}


def test_a_phrase_counts_as_used_though_another_one_decided(course: Path, capsys: pytest.CaptureFixture[str]):
    quiz = course / "quizzes/returns.yml"
    written = quiz.read_text(encoding="utf-8")
    quiz.write_text(
        written.replace("[состояние товара, дефект товара]", "[состояние товара, состояние]"), encoding="utf-8"
    )
    [question] = covered(capsys)["letters"][0]["questions"]
    unused = {meaning["id"]: [each["phrase"] for each in meaning["unused"]] for meaning in question["meanings"]}
    assert unused["state"] == ["состояние клиента"]


def test_a_phrase_with_all_of_another_meaning_s_is_told_whatever_its_forms(
    course: Path, capsys: pytest.CaptureFixture[str]
):
    [question] = covered(capsys)["letters"][0]["questions"]
    overlaps = [(each["phrase"], each["other"]["phrase"], each["same"]) for each in question["overlaps"]]
    assert overlaps == [
        ("состояние товара", "товар", False),
        ("дефект товара", "товар", False),
    ]
    quiz = course / "quizzes/returns.yml"
    written = quiz.read_text(encoding="utf-8")
    quiz.write_text(written.replace("[налоговая]", "[товаров, налоговая]"), encoding="utf-8")
    [question] = covered(capsys)["letters"][0]["questions"]
    assert ("товаров", "товар", True) in [
        (each["phrase"], each["other"]["phrase"], each["same"]) for each in question["overlaps"]
    ]


def test_the_report_is_read_in_both_languages_and_ends_with_counts(course: Path, capsys: pytest.CaptureFixture[str]):
    def report(lang: str) -> Ended:
        return gramota_within(capsys, "check", "--coverage", "--lang", lang)

    russian, english = report("ru"), report("en")
    assert (russian.code, english.code) == (0, 0)
    assert "docs/letters/returns.yml:20  spare — Запасной" in russian.out
    assert "критерий never: нет примера, где это есть" in russian.out
    assert russian.out.rstrip().splitlines()[-1].startswith("Итого: 1 раздел без вопросов из 3")
    assert english.out.rstrip().splitlines()[-1].startswith("In all: 1 section of 3 without questions")


def test_a_course_that_cannot_be_used_is_told_instead(course: Path, capsys: pytest.CaptureFixture[str]):
    quiz = course / "quizzes/returns.yml"
    quiz.write_text(quiz.read_text(encoding="utf-8").replace("[налоговая]", "[(налоговая]"), encoding="utf-8")
    ended = gramota_within(capsys, "check", "--coverage")
    assert (ended.code, ended.out, "G102" in ended.err) == (2, "", True)


@pytest.mark.parametrize("arguments", [("--format", "github"), ("--explain", "x", "--question", "why-act")])
def test_wrong_use_ends_with_2(course: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]):
    assert gramota_within(capsys, "check", "--coverage", *arguments).code == 2
