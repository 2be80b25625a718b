"""Without JavaScript, from a folder as from a server: letter and questions read well, the sheet says to print."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.sites import KINDS

READS = {
    "home": ["Работа с инструкцией", "Working with clients"],
    "letter": ["Каждая сделка приносит маржу.", "Кто назначает аттестацию", "Вариантоптица", "включите JavaScript"],
    "control sheet": ["Зачем компании прейскурант?", "бумажный лист"],
    "English letter": ["A promise is kept.", "A delivery is confirmed on the same", "turn JavaScript on"],
    "English control sheet": ["How do you tell a client about a postponement?", "paper sheet"],
    "page by hand": ["Ее написал автор сайта"],
}


@pytest.fixture
def without_script(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("kind", READS)
@pytest.mark.parametrize("start", ["server", "folder"])
def test_everything_that_is_to_be_read_is_there(
    without_script: Page, anywhere_site: Path, anywhere_url: str, start: str, kind: str
):
    path = KINDS[kind]
    without_script.goto(anywhere_url + path if start == "server" else (anywhere_site / path).as_uri())
    text = without_script.locator("article").inner_text()
    assert [said for said in READS[kind] if said not in text] == []
    for unsaid in ("Отзывоптица", "Подсказкоптица", "Итогоптица", "Проверить"):
        assert unsaid not in text
    assert without_script.locator("article button:visible").count() == 0


@pytest.mark.parametrize("kind", READS)
def test_no_search_is_offered_that_would_not_work(without_script: Page, anywhere_url: str, kind: str):
    without_script.goto(anywhere_url + KINDS[kind])
    assert without_script.locator("gramota-search:visible, label[for=__search]:visible").count() == 0
