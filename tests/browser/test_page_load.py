"""A page asks no other host for anything, and stands still while it loads."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.browser.page_figures import Conditions, load
from tests.browser.sites import KINDS, served

SCREENS = {"phone": (360, 740), "desktop": (1280, 800)}
EXAMPLE = {
    "home": "index.html",
    "letter": "letters/closer-product/index.html",
    "control sheet": "letters/closer-product/control.html",
}


@pytest.fixture(scope="module")
def example_url(example_site: Path) -> Iterator[str]:
    with served(example_site) as address:
        yield f"{address}/"


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_asks_another_host_for_anything(context: BrowserContext, anywhere_url: str, kind: str):
    """A reader's address is nobody's business; the fixture refuses such requests of all tests."""
    asked: list[str] = []
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.goto(anywhere_url + KINDS[kind], wait_until="networkidle")
    assert len(asked) > 3
    assert {urlsplit(url).hostname for url in asked} == {"127.0.0.1"}


@pytest.mark.parametrize("path", EXAMPLE.values(), ids=EXAMPLE)
@pytest.mark.parametrize("screen", SCREENS.values(), ids=SCREENS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_moves_while_a_page_loads(browser: Browser, example_url: str, path: str, screen, scheme):
    figures = load(browser, example_url + path, Conditions(*screen, scheme=scheme))
    assert figures.shifted == ()
    assert figures.shift == 0
