"""An employee's whole way through the example site, and the trainer's command at its end."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from gramota.course import Single, load_course
from tests.browser.sites import served
from tests.built_site.building import ROOT

LESSON = load_course(ROOT / "docs", ROOT / "quizzes").lesson("closer-product")
SINGLE = next(item for item in LESSON.quiz.self_check if isinstance(item, Single))
# An employee's own words; the last question stays unanswered, and one answer tries to be HTML.
ANSWERS = {
    "product": "Плановая маржа по заключенным сделкам и сделки с новыми клиентами, чтобы выполнить план.",
    "actions": 'Быстро отвечаю, выявляю потребность <img src=x onerror="document.title = 1">, веду CRM.',
    "limits": "На фактическую маржу: она зависит от технического отдела и внешних факторов.",
    "efficiency": "Иначе реклама не окупится.\n\nИ клиент уйдет недовольным.",
}


@pytest.fixture
def site(example_site: Path) -> Iterator[str]:
    with served(example_site) as address:
        yield address


def test_an_employees_work_reaches_the_trainer_whole(page: Page, site: str, tmp_path: Path):
    _open_the_letter(page, site)
    _answer_wrong_then_right(page)
    page.reload()
    _see_that_the_answer_is_kept(page)
    page.get_by_role("link", name="Заполнить контрольный лист").click()
    _fill_in_the_sheet(page)
    page.reload()
    _see_that_the_sheet_is_kept(page)
    sheet = _hand_in(page, tmp_path)
    assert page.title() != "1"
    _see_what_was_handed_in(json.loads(sheet.read_text(encoding="utf-8")))
    _grade(sheet)


def _open_the_letter(page: Page, site: str) -> None:
    page.goto(site)
    page.get_by_role("article").get_by_role("link", name=LESSON.letter.title, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(LESSON.letter.title)
    expect(page.locator(".gramota-paper:visible")).to_have_count(0)


def _item(page: Page) -> Locator:
    return page.locator(f'[data-item="{SINGLE.id}"]')


def _choose(page: Page, correct: bool) -> None:
    option = next(option for option in SINGLE.options if option.correct == correct)
    item = _item(page)
    item.get_by_label(option.text).check()
    item.get_by_role("button", name="Проверить").click()
    expect(item.get_by_text(option.why)).to_be_visible()


def _answer_wrong_then_right(page: Page) -> None:
    item = _item(page)
    _choose(page, correct=False)
    section = LESSON.letter.section(SINGLE.section)
    expect(item.get_by_role("link", name=section.title)).to_have_attribute("href", f"#{section.id}")
    item.get_by_role("button", name="Попробовать").click()
    _choose(page, correct=True)


def _see_that_the_answer_is_kept(page: Page) -> None:
    right = next(option for option in SINGLE.options if option.correct)
    expect(_item(page).get_by_label(right.text)).to_be_checked()
    expect(_item(page).get_by_text(right.why)).to_be_visible()


def _fill_in_the_sheet(page: Page) -> None:
    page.get_by_label("Фамилия и имя").fill("Анна Ёлкина")
    page.get_by_label("Табельный номер").fill("00417")
    for question, answer in ANSWERS.items():
        page.locator(f'[data-question="{question}"] textarea').fill(answer)
    page.get_by_label("Я прочитал(а) письмо").check()


def _see_that_the_sheet_is_kept(page: Page) -> None:
    for question, answer in ANSWERS.items():
        expect(page.locator(f'[data-question="{question}"] textarea')).to_have_value(answer)
    expect(page.get_by_label("Табельный номер")).to_have_value("00417")
    expect(page.get_by_text("Без ответа: 1 из 5")).to_be_visible()


def _hand_in(page: Page, folder: Path) -> Path:
    page.get_by_role("button", name="Просмотреть и сдать").click()
    review = page.locator('[data-view="review"]')
    expect(review).to_contain_text(ANSWERS["actions"])
    review.get_by_role("checkbox").check()
    with page.expect_download() as download:
        review.get_by_role("button", name="Скачать").click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def _see_what_was_handed_in(sheet: dict) -> None:
    assert sheet["format"] == "gramota-answers/1"
    assert sheet["learner"] == {"id": "00417", "name": "Анна Ёлкина"}
    assert sheet["acknowledged"]["revision"] == LESSON.letter.revision
    handed_in = {answer["question"]: answer["text"] for answer in sheet["answers"]}
    assert handed_in == {**ANSWERS, "department": ""}
    (checked,) = [item for item in sheet["self_check"] if item["item"] == SINGLE.id]
    assert (checked["attempts"], checked["correct"]) == (2, True)


def _grade(sheet: Path) -> None:
    command = [sys.executable, "-m", "gramota", "grade", sheet, "--format", "jsonl"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    rows = {row["question"]: row for row in map(json.loads, done.stdout.splitlines()) if "question" in row}
    assert set(rows) == {question.id for question in LESSON.quiz.control}
    met = {name for name, decision in rows["limits"]["criteria"].items() if decision["met"]}
    assert met == {"actual_margin", "tech_dept", "external"}
    quoted = [ANSWERS["limits"][start:end] for start, end in rows["limits"]["criteria"]["tech_dept"]["evidence"]]
    assert any("технического отдела" in quote for quote in quoted)
    assert "score" not in rows["department"] or rows["department"]["score"] is None
