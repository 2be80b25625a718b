"""The pages work however they are opened, and never take what is typed for HTML."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.blocks import COURSE, PREFIX
from tests.browser.reader import RIGHT, answer, item, press

HOSTILE = '<img src=x onerror="window.hit=1"><svg onload="window.hit=1">\'"&amp;'


def test_typed_html_is_never_html_in_the_check(page: Page, url: str):
    """mkdocs-quiz runs a typed <img onerror>."""
    page.goto(f"{url}/check.html")
    answer(page, "gap", HOSTILE)
    press(item(page, "gap"), "Попробовать еще раз")
    answer(page, "gap", HOSTILE)
    answer(page, "degrees", HOSTILE)
    answer(page, "words", f"Вода кипит {HOSTILE} от соли, её греет тепло.")
    expect(item(page, "words").locator("[data-idea]")).to_contain_text("от соли")
    page.reload()
    expect(item(page, "gap").get_by_role("textbox")).to_have_value(HOSTILE)
    assert page.locator("img, svg").count() == 0
    assert page.evaluate("window.hit") is None


def test_typed_html_is_never_html_in_the_sheet(page: Page, url: str):
    page.goto(f"{url}/sheet.html")
    for field in page.locator("input[type=text]:visible, textarea:visible").all():
        field.fill(HOSTILE)
    page.get_by_role("button", name="Просмотреть и сдать").click()
    expect(page.locator("[data-review-learner]")).to_contain_text("<img src=x")
    expect(page.locator(".gramota-review-answer").first).to_have_text(HOSTILE)
    with page.expect_download():
        page.get_by_role("button", name="Скачать файл").click()
    page.get_by_role("button", name="Скопировать текстом").click()
    expect(page.locator("[data-copied]")).to_be_visible()
    assert page.locator("img, svg").count() == 0
    assert page.evaluate("window.hit") is None


def hand_in(page: Page) -> None:
    page.get_by_label("Табельный номер").fill("4711")
    page.get_by_label("Что такое вода?").fill("Жидкость")
    page.get_by_label("Почему вода кипит?").fill("Нагрели")
    page.reload()
    page.get_by_role("button", name="Просмотреть и сдать").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Скачать файл").click()
    assert '"text": "Нагрели"' in download.value.path().read_text(encoding="utf-8")
    page.get_by_role("button", name="Скопировать текстом").click()
    expect(page.locator("[data-review-said]")).to_contain_text("Текст скопирован")


def test_both_work_from_a_folder(page: Page, pages: Path):
    page.goto((pages / "check.html").as_uri())
    for name, given in RIGHT.items():
        answer(page, name, given)
    page.reload()
    expect(page.locator("[data-progress-line]")).to_have_text("Верно 7 из 7 · проверено 7")
    page.goto((pages / "sheet.html").as_uri())
    hand_in(page)


def test_both_work_on_a_plain_http_intranet(page: Page, intranet: str):
    page.goto(f"{intranet}/sheet.html")
    assert page.evaluate("[isSecureContext, typeof navigator.clipboard, typeof crypto.subtle]") == [
        False,
        "undefined",
        "undefined",
    ]
    hand_in(page)
    page.goto(f"{intranet}/check.html")
    answer(page, "one", RIGHT["one"])
    expect(item(page, "one").locator("[data-verdict]")).to_have_text("Верно")


@pytest.fixture
def without_script(browser: Browser):
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_without_script_the_questions_read_well(without_script: Page, url: str):
    without_script.goto(f"{url}/check.html")
    text = without_script.locator("gramota-self-check").inner_text()
    for said in ("Что такое лёд?", "Твёрдая вода", "Расставьте", "Кипяток", "включите JavaScript"):
        assert said in text
    for unsaid in ("Да, твёрдая.", "Проверить", "Верно", "Начать заново"):
        assert unsaid not in text
    assert without_script.locator("button:visible").count() == 0


def test_without_script_the_sheet_says_what_to_do(without_script: Page, url: str):
    without_script.goto(f"{url}/sheet.html")
    text = without_script.locator("gramota-control-sheet").inner_text()
    assert "попросить бумажный лист" in text
    assert "Почему вода кипит?" in text
    assert without_script.locator("button:visible").count() == 0


def test_the_script_may_run_twice_and_the_blocks_move(page: Page, url: str):
    """A theme with instant navigation does both."""
    page.goto(f"{url}/check.html")
    page.add_script_tag(url="gramota.js")
    page.evaluate("document.body.append(document.querySelector('gramota-self-check').parentNode)")
    answer(page, "some", ["Лёд"])
    expect(page.locator("[data-progress-line]")).to_have_text("Верно 0 из 7 · проверено 1")
    names = page.evaluate("Object.keys(localStorage)")
    assert sorted(name.removeprefix(PREFIX) for name in names) == ["check/some", "run"]
    assert json.loads(page.evaluate("name => localStorage[name]", f"{PREFIX}check/some"))["attempts"] == 1


@pytest.mark.parametrize("name", ["check", "sheet"])
@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_scrolls_sideways(page: Page, url: str, name: str, width: int):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{url}/{name}.html")
    if name == "sheet":
        page.get_by_label("Табельный номер").fill("4" * 200)
        page.get_by_label("Что такое вода?").fill("ж" * 3000)
        page.get_by_role("button", name="Просмотреть и сдать").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_no_private_word_is_in_the_page(page: Page, url: str):
    """What the course of these tests keeps for trainers."""
    quiz = (COURSE / "quizzes/every-type.yml").read_text(encoding="utf-8")
    page.goto(f"{url}/sheet.html")
    for private in ("liquid", "Нагрев", "Что-нибудь"):
        assert private in quiz
        assert private not in page.content()


def test_on_paper_there_are_lines_to_write_on_and_no_buttons(page: Page, url: str):
    page.goto(f"{url}/sheet.html")
    page.get_by_label("Что такое вода?").fill("Жидкость")
    page.emulate_media(media="print")
    assert page.locator("button:visible").count() == 0
    expect(page.locator('[data-question="what"] [data-mirror]')).to_have_css("visibility", "visible")
    expect(page.locator('[data-question="what"] [data-rules]')).to_be_hidden()
    expect(page.locator('[data-question="why"] [data-rules]')).to_be_visible()
    expect(page.locator("textarea:visible")).to_have_count(0)
