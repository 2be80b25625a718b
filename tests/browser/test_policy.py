"""Every page keeps to its own Content-Security-Policy: nothing is refused, and nothing foreign could run."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.sites import KINDS, SUB_PATH, HostHandler, build_anywhere, served

WITH_SEARCH = [kind for kind in KINDS if kind != "nothing found"]
"""What a server shows where nothing is knows its own address only if the site does."""

WATCH = """
window.refused = [];
addEventListener("securitypolicyviolation", (event) => window.refused.push(
  `${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`));
"""
USE = """() => {
  document.querySelectorAll(".md-typeset button, .md-typeset summary").forEach((each) => each.click());
  document.querySelectorAll("[data-md-component=palette] input").forEach((each) => each.click());
  scrollTo(0, document.body.scrollHeight);
}"""


@pytest.fixture
def watched(context: BrowserContext) -> Iterator[Page]:
    """A page on which no directive may refuse anything, and nothing may go wrong on the console."""
    page = context.new_page()
    page.add_init_script(WATCH)
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    yield page
    assert page.evaluate("window.refused") == []
    assert faults == []


def use(page: Page) -> None:
    """Do what readers do: everything that can be pressed, the palette, the search."""
    page.evaluate(USE)
    page.locator("gramota-search input").fill("сделка")


def policy_of(page: Page) -> str:
    return page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content") or ""


@pytest.mark.parametrize("kind", WITH_SEARCH)
def test_no_page_of_a_server_is_refused_anything(watched: Page, anywhere_url: str, kind: str):
    watched.goto(anywhere_url + KINDS[kind])
    use(watched)
    expect(watched.locator(".gramota-found-title").first).to_be_visible()
    policy = policy_of(watched)
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("kind", WITH_SEARCH)
def test_no_page_of_a_folder_is_refused_anything(watched: Page, anywhere_site: Path, kind: str):
    watched.goto((anywhere_site / KINDS[kind]).as_uri())
    use(watched)
    expect(watched.locator(".gramota-found-title").first).to_be_visible()


@pytest.fixture(scope="module")
def instant_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The same site with instant navigation."""
    folder = tmp_path_factory.mktemp("instant")
    sitemap = build_anywhere(folder, "mkdocs-instant.yml") / "sitemap.xml"
    with served(folder, HostHandler) as address:
        # The theme compares addresses with their ports, and this server has one that nobody knew at building.
        sitemap.write_text(
            sitemap.read_text(encoding="utf-8").replace("http://127.0.0.1/", f"{address}/"), encoding="utf-8"
        )
        yield f"{address}/{SUB_PATH}/"


def open_first(page: Page, address: str) -> None:
    """Open the site as a reader does; the theme changes pages without loading them once it knows which there are."""
    with page.expect_response("**/sitemap.xml"):
        page.goto(address)
    page.evaluate("window.isTheFirstPage = true")


def test_instant_navigation_is_refused_nothing_and_loads_every_kind(watched: Page, instant_url: str):
    open_first(watched, instant_url)
    for path in (
        "letters/russian/",
        "letters/russian/control/",
        "letters/english/",
        "letters/english/control/",
        "by-hand/",
    ):
        watched.evaluate(
            "path => { const link = document.createElement('a'); link.href = path; link.id = 'go';"
            " document.querySelector('article').append(link); }",
            instant_url + path,
        )
        watched.evaluate("document.getElementById('go').click()")
        watched.wait_for_url(instant_url + path)
        expect(watched.locator("#go")).to_have_count(0)
        watched.evaluate(USE)
        assert watched.evaluate("window.isTheFirstPage") is True


def test_after_instant_navigation_the_blocks_and_the_search_work(watched: Page, instant_url: str):
    open_first(watched, instant_url)
    watched.locator(".md-content a", has_text="Работа с инструкцией").first.click()
    watched.get_by_label("Вариантоптица").check()
    watched.locator("[data-do=check]").first.click()
    expect(watched.locator("[data-verdict]").first).to_have_text("Верно")
    watched.locator("gramota-search input").fill("маржой")
    watched.locator(".gramota-found a").first.click()
    expect(watched.locator("article mark").first).to_be_visible()
    assert watched.evaluate("window.isTheFirstPage") is True


def test_the_page_for_what_is_not_there_is_refused_nothing(watched: Page, instant_url: str):
    watched.goto(f"{instant_url}404.html")
    use(watched)
    expect(watched.locator(".gramota-found-title").first).to_be_visible()


def test_under_any_address_the_page_for_what_is_not_there_has_its_search(browser: Browser, instant_url: str):
    """It lies at the site's root and is shown anywhere: only the site's address tells it where its files are."""
    page = browser.new_page()
    answer = page.goto(f"{instant_url}letters/no/such/page")
    assert answer
    assert answer.status == 404
    page.locator("gramota-search input").fill("сделка")
    page.locator(".gramota-found a").first.click()
    expect(page.locator("article")).to_contain_text("сделк")
    page.context.close()


@pytest.mark.parametrize("start", ["server", "folder"])
def test_what_does_not_belong_to_the_site_cannot_run(
    browser: Browser, anywhere_site: Path, anywhere_url: str, start: str
):
    """The tests above would see nothing if the policy were not in force."""
    page = browser.new_page()
    page.add_init_script(WATCH)
    letter = KINDS["letter"]
    page.goto(anywhere_url + letter if start == "server" else (anywhere_site / letter).as_uri())
    page.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.hit = 1\" style=\"color: red\">')"
    )
    page.evaluate("""() => {
      const script = document.createElement("script");
      script.textContent = "window.hit = 1";
      document.body.append(script);
      const foreign = document.createElement("script");
      foreign.src = "https://foreign.test/script.js";
      document.body.append(foreign);
    }""")
    page.wait_for_function("window.refused.length >= 4")
    assert page.evaluate("window.hit") is None
    page.close()
