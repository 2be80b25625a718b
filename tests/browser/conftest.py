"""A real browser, and pages to open in it: over http on this machine, on a plain-http intranet, and from a folder."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser.blocks import write_pages
from tests.browser.chromium import find_chromium, launch_flags
from tests.browser.letters import write_letters
from tests.browser.reader import PATIENCE
from tests.browser.sites import SUB_PATH, served
from tests.once import MadeOnce

INTRANET = "intranet.test"
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    flags = [*launch_flags(), f"--host-resolver-rules=MAP {INTRANET} 127.0.0.1"]
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=find_chromium(), args=flags)
        yield started
        started.close()


@pytest.fixture(scope="session")
def pages(made_once: MadeOnce) -> Path:
    """The folder with the test pages."""
    return made_once.folder("pages", _write_pages)


@pytest.fixture(scope="session")
def port(pages: Path) -> Iterator[int]:
    with served(pages) as address:
        yield int(address.rpartition(":")[2])


@pytest.fixture(scope="session")
def anywhere_url(anywhere_site: Path) -> Iterator[str]:
    """Where the site with a page of each kind is, with a slash at its end."""
    with served(anywhere_site.parents[1]) as address:
        yield f"{address}/{SUB_PATH}/"


@pytest.fixture(scope="module")
def sources(browser: Browser, port: int) -> Iterator[Page]:
    """A page with the script's declarations and nothing else."""
    context = browser.new_context(timezone_id="Europe/Moscow")
    page = context.new_page()
    page.goto(f"http://127.0.0.1:{port}/sources.html")
    page.evaluate("learnOwnWords()")
    yield page
    context.close()


@pytest.fixture
def url(port: int) -> str:
    """Where the pages are: a secure context, as https is."""
    return f"http://127.0.0.1:{port}"


@pytest.fixture
def intranet(port: int) -> str:
    """Where the pages are on plain http: no crypto.subtle, no clipboard."""
    return f"http://{INTRANET}:{port}"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A reader with an empty browser; no page of theirs may fail or ask another host for anything."""
    made = browser.new_context(locale="ru-RU", timezone_id="Europe/Moscow", accept_downloads=True)
    made.set_default_timeout(PATIENCE)
    faults: list[str] = []
    made.on("weberror", lambda found: faults.append(str(found.error)))
    made.on("request", lambda request: faults.extend(_foreign(request.url)))
    yield made
    made.close()
    assert faults == []


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def _write_pages(folder: Path) -> None:
    write_pages(folder)
    write_letters(folder)


def _foreign(address: str) -> list[str]:
    parts = urlsplit(address)
    is_ours = parts.scheme in {"file", "data", "blob", "mailto"} or parts.hostname in {"127.0.0.1", INTRANET}
    return [] if is_ours else [address]
