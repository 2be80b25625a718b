"""On paper: the letter is a document and the control sheet a form, by the style sheet alone."""

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from pypdf import PdfReader

from gramota.course import load_course
from gramota.course.model.identity import content_hash
from tests.browser.blocks import load_every_type
from tests.browser.sites import served
from tests.built_site.building import ROOT

LETTER = load_course(ROOT / "docs", ROOT / "quizzes").lesson("closer-product").letter
SHEET = f"letters/{LETTER.id}/control.html"
FORM = {
    "ru": ["Фамилия и имя", "Табельный номер", "Должность", "Отдел", "Сотрудник", "Тренер", "подпись", "дата"],
    "en": ["Name", "Employee number", "Position", "Department", "Employee", "Trainer", "signature", "date"],
}
# Every text that is printed, with its colour and what is behind it.
PRINTED = """() => [...document.querySelectorAll('body *')].filter(
    element => element.checkVisibility({visibilityProperty: true, opacityProperty: true})
        && [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim())
).map(element => [element.textContent.trim().slice(0, 40), getComputedStyle(element).color])"""


@pytest.fixture
def site(example_site: Path) -> Iterator[str]:
    with served(example_site) as address:
        yield address


@pytest.fixture(params=[True, False], ids=["script", "no-script"])
def reader(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    made = browser.new_context(java_script_enabled=request.param, color_scheme="dark")
    yield made
    made.close()


def printed(page: Page) -> list[str]:
    """Return the text of each page of the PDF."""
    pdf = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    return [" ".join(sheet.extract_text().split()) for sheet in pdf.pages]


@pytest.mark.parametrize("lang", FORM)
def test_an_empty_form_asks_for_all_that_a_paper_sheet_needs(reader: BrowserContext, url: str, lang: str):
    page = reader.new_page()
    page.goto(f"{url}/sheet{'' if lang == 'ru' else '-en'}.html")
    text = " ".join(printed(page))
    letter = load_every_type().letter.model_copy(update={"lang": lang})
    for wanted in (*FORM[lang], "Почему вода кипит?", content_hash(letter)[:8]):
        assert wanted in text
    assert text.count("подпись" if lang == "ru" else "signature") == 2
    assert ("редакция 2" if lang == "ru" else "revision 2") in text
    for unwanted in ("JavaScript", "Просмотреть", "Review", "Скачать", "Download", "Стереть", "Erase"):
        assert unwanted not in text


def test_the_shipped_sheet_takes_one_leaf_and_ends_with_the_signatures(reader: BrowserContext, site: str):
    page = reader.new_page()
    page.goto(f"{site}/{SHEET}")
    first, last = printed(page)
    assert first.startswith("1 / 2 Контрольный лист К инструктивному письму ЦКП Менеджера Closer")
    assert "Вопрос 5 из 5" in last
    assert last.index("Я прочитал(а) письмо") < last.index("Сотрудник") < last.index("Тренер")
    assert last.endswith(f"редакция 1, код текста {content_hash(LETTER)[:8]}")


def test_what_was_typed_is_printed_and_lines_are_left_for_the_rest(page: Page, url: str):
    page.goto(f"{url}/sheet.html")
    page.get_by_label("Фамилия и имя").fill("Анна Иванова")
    page.get_by_label("Что такое вода?").fill("Жидкость без цвета")
    text = " ".join(printed(page))
    assert "Анна Иванова" in text
    assert "Жидкость без цвета" in text
    page.emulate_media(media="print")
    assert page.locator('[data-question="what"] [data-rules]').is_hidden()
    assert page.locator('[data-question="why"] .gramota-line:visible').count() == 3
    assert page.locator('[data-question="more"] .gramota-line:visible').count() == 5


def test_the_review_prints_as_the_form_too(page: Page, url: str):
    page.goto(f"{url}/sheet.html")
    page.get_by_label("Фамилия и имя").fill("Анна Иванова")
    page.get_by_label("Что такое вода?").fill("Жидкость")
    before = printed(page)
    page.get_by_role("button", name="Просмотреть и сдать").click()
    assert printed(page) == before


def test_a_long_answer_loses_no_word(reader: BrowserContext, url: str):
    page = reader.new_page()
    page.goto(f"{url}/sheet.html")
    page.get_by_label("Что такое вода?").fill("\n".join(f"строка{number}" for number in range(120)))
    text = " ".join(printed(page))
    assert [number for number in range(120) if f"строка{number}" not in text] == []


def test_dark_pages_print_black(reader: BrowserContext, site: str):
    page = reader.new_page()
    page.emulate_media(media="print", color_scheme="dark")
    for path in (SHEET, f"letters/{LETTER.id}/index.html"):
        page.goto(f"{site}/{path}")
        light = {tuple(found) for found in page.evaluate(PRINTED) if _is_light(found[1])}
        assert light == set()


def test_the_letter_prints_as_a_document(reader: BrowserContext, site: str):
    page = reader.new_page()
    page.goto(f"{site}/letters/{LETTER.id}/index.html")
    pages = printed(page)
    assert pages[0].split(" / ")[1].split(" ", 1)[1].startswith(f"{LETTER.title} Дата 15 марта 2021 г.")
    assert [number for number, text in enumerate(pages) if "Проверьте себя" in text] == [3]
    assert pages[3].split(" ", 3)[3].startswith("Проверьте себя")
    for unwanted in ("Содержание", "Заполнить контрольный лист", "Поиск", "Проверить"):
        assert unwanted not in " ".join(pages)


def _is_light(colour: str) -> bool:
    """Return whether black print would not do for the colour: brighter than a dark grey, or see-through."""
    numbers = [float(part) for part in colour.removeprefix("rgb").strip("a()").split(",")]
    return max(numbers[:3]) > 120 or (len(numbers) > 3 and numbers[3] < 0.5)


def test_who_has_not_confirmed_the_letter_gets_a_box_to_tick_by_hand(page: Page, site: str):
    """“Not confirmed” on paper would call everyone who reads there a debtor."""
    page.goto(f"{site}/letters/{LETTER.id}/index.html")
    read = page.locator("[data-read-state]")
    assert "Прочтение" in printed(page)[0]
    assert "не отмечено" not in printed(page)[0]
    page.emulate_media(media="print")
    box = read.bounding_box()
    assert box
    assert 10 < box["width"] == pytest.approx(box["height"], abs=1)
    page.emulate_media(media="screen")
    page.locator("[data-do=read]").click()
    assert re.search(r"Прочтение ✓ \d\d\.\d\d\.\d{4}", printed(page)[0])


def test_terms_have_no_dots_on_paper_and_in_headings(page: Page, site: str):
    page.goto(f"{site}/letters/{LETTER.id}/index.html")
    dots = "terms => terms.map(term => getComputedStyle(term).borderBottomWidth)"
    in_text, in_headings = page.locator(".md-content p abbr"), page.locator(".md-content :is(h1, h2) abbr")
    assert {*in_headings.evaluate_all(dots)} == {"0px"} != {*in_text.evaluate_all(dots)}
    page.emulate_media(media="print")
    assert {*in_text.evaluate_all(dots)} == {"0px"}
