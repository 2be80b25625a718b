"""The site's search: every form of a word, in the reader's browser, wherever the site is opened."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.sites import KINDS

RUSSIAN = "letters/russian/index.html"
FORMS = {
    "инструкциями": "инструкции",
    "аттестацией": "аттестации",
    "сделок": "сделка",
    "маржой": "маржу",
    "МАРЖА": "маржу",
    "заключённых": "Заключенные",
    "отчётами": "Отчет",
    "человек": "люди",
    "deliveries": "delivery",
    "promises": "promise",
    "ЦКП": "ЦКП",
}
"""What people type, and what stands in the letter."""


def search(page: Page, text: str) -> None:
    page.locator("gramota-search input").fill(text)


def titles(page: Page):
    return page.locator(".gramota-found-title")


def marks(page: Page):
    return page.locator(".gramota-found mark")


@pytest.mark.parametrize(("typed", "found"), FORMS.items())
def test_a_word_is_found_in_whatever_form_it_is_typed(page: Page, anywhere_url: str, typed: str, found: str):
    page.goto(anywhere_url + RUSSIAN)
    search(page, typed)
    expect(marks(page).filter(has_text=re.compile(f"^{found}$")).first).to_be_visible()


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "nothing found"])
def test_it_works_on_every_page_opened_from_a_folder(page: Page, anywhere_site: Path, kind: str):
    page.goto((anywhere_site / KINDS[kind]).as_uri())
    search(page, "сделок")
    expect(titles(page).first).to_have_text("Работа с инструкцией")
    titles(page).first.click()
    expect(page).to_have_url(re.compile("letters/russian/index.html#deals$"))
    expect(page.locator("article mark")).to_have_text(["Сделка", "сделка"])


def test_it_works_on_a_plain_http_intranet(page: Page, anywhere_url: str):
    page.goto(anywhere_url.replace("127.0.0.1", "intranet.test") + RUSSIAN)
    assert page.evaluate("isSecureContext") is False
    search(page, "маржой")
    expect(titles(page).first).to_have_text("Работа с инструкцией")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("вертолёт", "Ничего не нашлось"),
        ("сделка вертолёт", "Все слова вместе нигде не встречаются"),
        ("сделка маржа", "Нашл"),
        ("аттестацыя", "Нашл"),
        ("cltkrf", "Нашл"),
        ("инстр", "Нашл"),
        ("", "Наберите слово"),
        ("<img src=x onerror=alert()>", "Ничего не нашлось"),
        ("не", "Ничего не нашлось"),
        ("ж" * 5000, "Ничего не нашлось"),
        ("\U00020000 \ud800", "Ничего не нашлось"),
    ],
)
def test_it_says_what_it_found(page: Page, anywhere_url: str, typed: str, said: str):
    page.goto(anywhere_url + RUSSIAN)
    search(page, "прейскурант")
    expect(titles(page)).to_have_count(1)
    page.evaluate(
        "text => { const field = document.querySelector('gramota-search input'); field.value = text;"
        " field.dispatchEvent(new Event('input')); }",
        typed,
    )
    expect(page.locator("[data-search-status]")).to_contain_text(said)


def test_prompts_are_found_and_nothing_else_of_a_quiz(page: Page, anywhere_url: str, anywhere_site: Path):
    page.goto(anywhere_url + RUSSIAN)
    search(page, "расписание")
    expect(titles(page)).to_have_text(["Работа с инструкцией"])
    search(page, "прейскурантами")
    expect(titles(page)).to_have_text([re.compile("^Контрольный лист")])
    index = "".join(
        path.read_text(encoding="utf-8") for path in (anywhere_site / "assets/gramota/search").rglob("*.js")
    )
    assert "птица" not in index
    assert "прейскурант" in index


def test_a_query_loads_only_its_pieces(page: Page, anywhere_url: str):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.goto(anywhere_url + RUSSIAN)
    assert not [name for name in asked if name.startswith(("start", "words", "page"))]
    search(page, "прейскурант")
    expect(titles(page)).to_have_count(1)
    loaded = [name for name in asked if name.startswith(("start", "words", "page"))]
    assert len(loaded) == 3
    search(page, "прейскуранты")
    expect(titles(page)).to_have_count(1)
    assert [name for name in asked if name.startswith(("start", "words", "page"))] == loaded


def test_by_keyboard_alone(page: Page, anywhere_url: str):
    page.goto(anywhere_url + RUSSIAN)
    page.keyboard.press("/")
    expect(page.locator("gramota-search input")).to_be_focused()
    page.keyboard.type("сделка")
    expect(titles(page).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".gramota-found a").first).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Escape")
    expect(page.locator("[data-search-results]")).to_be_hidden()
    page.keyboard.press("s")
    expect(page.locator("gramota-search input")).to_be_focused()
    page.keyboard.type("маржа")
    expect(marks(page).first).to_have_text(re.compile("марж", re.IGNORECASE))
    page.keyboard.press("Enter")
    expect(page.locator("article mark").first).to_be_visible()


def test_what_is_closed_cannot_be_reached_by_the_keyboard(page: Page, anywhere_url: str):
    page.goto(anywhere_url + RUSSIAN)
    search(page, "сделка")
    expect(titles(page).first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("[data-search-results]")).to_be_hidden()


def test_keys_in_a_field_are_letters(page: Page, anywhere_url: str):
    page.goto(anywhere_url + "letters/russian/control.html")
    field = page.locator("textarea:visible").first
    field.focus()
    page.keyboard.type("/sfа")
    expect(field).to_have_value("/sfа")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_a_phone_the_box_fills_the_screen(page: Page, anywhere_url: str, scheme):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(anywhere_url + RUSSIAN)
    page.locator("label.md-header__button[for=__search]").click()
    expect(page.locator("gramota-search input")).to_be_focused()
    page.keyboard.type("сделка")
    expect(titles(page).first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_an_index_that_is_gone_is_told(page: Page, anywhere_url: str):
    page.route("**/assets/gramota/search/*/*", lambda route: route.abort())
    page.goto(anywhere_url + RUSSIAN)
    search(page, "сделка")
    expect(page.locator("[data-search-status]")).to_contain_text("Обновите страницу")
    page.unroute("**/assets/gramota/search/*/*")
    search(page, "сделки")
    expect(titles(page).first).to_be_visible()
