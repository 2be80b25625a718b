"""The report and the feedback sheet as they are opened: from a folder, with nothing around them."""

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Page
from pypdf import PdfReader

from gramota.grading.grade import Attempt
from gramota.grading.report.feedback_folder import find_sheets
from gramota.grading.report.results_folder import write_results_folder
from gramota.wording import LANGUAGES, wording
from tests.browser.axe import faults
from tests.unit.grading.report.made import HOSTILE, finished, group_of

PAGES = ("report", "feedback")
LONG_WORD = "нескончаемослово" * 40
ANSWERS = (
    {"term": "Когда угодно, если есть чек. " * 3, "money": LONG_WORD},
    {},
    {"term": "чек, касса, день, срок, товар, деньги, магазин"},
    {"term": "Не знаю", "wish": HOSTILE},
    *({"term": f"В течение 14 дней, ответ номер {number}."} for number in range(5, 21)),
)
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def speaking(attempts: list[Attempt], lang: str) -> list[Attempt]:
    """The same with the letter in another language, which its feedback is written in."""
    letter = attempts[0].compiled.letter.model_copy(update={"lang": lang})
    return [replace(each, compiled=replace(each.compiled, letter=letter)) for each in attempts]


@pytest.fixture(scope="module", params=LANGUAGES)
def results(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of results; the first answer was decided and commented on by a trainer."""
    folder = tmp_path_factory.mktemp("results")
    first, *others = speaking(group_of(*ANSWERS), request.param)
    attempts = [finished(first, f"Почти.\n{HOSTILE} {LONG_WORD}", receipt=True, any_time=True), *others]
    written = write_results_folder(folder, attempts, (), (), wording("grading", request.param))
    assert (written.sheets, written.waiting) == (19, 1)
    return folder


def address(results: Path, page: str) -> str:
    if page == "report":
        return (results / "report.html").as_uri()
    return next(path for path in find_sheets(results) if "--1--" in path.name).as_uri()


@pytest.fixture(params=PAGES)
def opened(request: pytest.FixtureRequest, results: Path, page: Page) -> Iterator[Page]:
    """The page with every sheet on it open; it asks for nothing and says nothing."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: asked.append(message.text))
    page.on("pageerror", lambda error: asked.append(str(error)))
    page.on("dialog", lambda dialog: asked.append(dialog.message))
    page.goto(address(results, request.param))
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    yield page
    assert [each for each in asked if each not in {page.url, "data:,"}] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nobody_is_shut_out(opened: Page, scheme: str):
    opened.emulate_media(color_scheme=scheme)
    assert faults(opened) == []


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_nothing_scrolls_sideways_however_long_a_word_is(opened: Page, width: int):
    opened.set_viewport_size({"width": width, "height": 800})
    assert opened.evaluate(SIDEWAYS) == 0


def test_what_was_typed_is_shown_and_runs_nowhere(opened: Page):
    assert opened.locator("script, img, iframe").count() == 0
    assert opened.get_by_text("<script>alert(1)</script>").count() > 0


@pytest.mark.parametrize("page_name", PAGES)
def test_no_script_and_no_foreign_style_could_run_if_it_got_in(page: Page, results: Path, page_name: str):
    page.goto(address(results, page_name))
    with pytest.raises(Error, match="Content Security Policy"):
        page.add_script_tag(content="document.title = 'broken into'")
    page.evaluate("document.body.setAttribute('style', 'display: none')")
    assert page.locator("body").is_visible()


def test_a_sheet_is_opened_by_keyboard(page: Page, results: Path):
    page.goto(address(results, "report"))
    answer = page.get_by_text("ответ номер 5").first
    assert not answer.is_visible()
    page.locator("summary", has_text="Сотрудник 5 (5)").focus()
    page.keyboard.press("Enter")
    assert answer.is_visible()


def test_the_report_leads_to_the_feedback_sheet(page: Page, results: Path):
    page.goto(address(results, "report"))
    page.locator("summary", has_text="Сотрудник 1 (1)").click()
    page.locator("a[href^='feedback/']").first.click()
    assert page.url == address(results, "feedback")
    assert "Сотрудник 1 (1)" in page.locator("main").inner_text()


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_feedback_sheet_takes_two_leaves_at_most(browser: Browser, results: Path, paper: str):
    pages = printed(browser, address(results, "feedback"), paper)
    assert len(pages) <= 2
    assert "Сотрудник 1 (1)" in pages[0]
    assert pages[-1].startswith(f"{len(pages)} / {len(pages)}")


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_on_paper_all_sheets_are_open_and_begin_on_a_new_leaf(browser: Browser, results: Path, paper: str):
    pages = printed(browser, address(results, "report"), paper)
    first = next(number for number, text in enumerate(pages) if "Сотрудник 1 (1)" in text)
    assert 1 <= first <= 3
    assert not any("ответ номер" in text for text in pages[:first])
    whole = " ".join(pages[first:])
    assert all(f"ответ номер {number}" in whole for number in range(5, 21))


def test_a_dark_page_is_printed_dark_on_white(page: Page, results: Path):
    page.emulate_media(media="print", color_scheme="dark")
    for name in PAGES:
        page.goto(address(results, name))
        colours = "[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]"
        assert page.evaluate(colours) == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]


def printed(browser: Browser, url: str, paper: str) -> list[str]:
    """Return the text of each page of the PDF, from a dark screen."""
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(url)
    pdf = PdfReader(io.BytesIO(page.pdf(format=paper, prefer_css_page_size=True)))
    context.close()
    return [" ".join(leaf.extract_text().split()) for leaf in pdf.pages]
