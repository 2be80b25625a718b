"""What a reader of the site loads: bytes as they come over the wire, the size of pages, and how soon they show.

The home page of many letters loads more once its reader has said which are for them: that is measured too.
"""

import gzip
import statistics
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.bench.page import DESKTOP, CompressingHandler, compress_site
from tests.browser.chromium import ensure_chromium, launch_flags
from tests.browser.page_figures import READ, load
from tests.browser.sites import served

RUNS = 3
_KILOBYTE = 1000
_CHOOSE_LARGEST = """() => {
  const size = (group) => Number(group.querySelector("[data-count]").textContent.replace(/\\D/g, ""));
  const groups = [...document.querySelectorAll("[data-piece]")].sort((one, other) => size(other) - size(one));
  groups[0]?.querySelector("[data-own]")?.click();
}"""


def reading_figures(site: Path) -> dict[str, float]:
    """Return figures of the home page, of a letter in the middle, and of the search's largest pieces."""
    compress_site(site)
    letters = sorted(path.relative_to(site).as_posix() for path in site.glob("letters/*/*/index.html"))
    with served(site, CompressingHandler) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=ensure_chromium(), args=launch_flags())
        figures = {
            **_page("home", browser, f"{address}/index.html"),
            **_page("letter", browser, f"{address}/{letters[len(letters) // 2]}"),
            "home_chosen_kilobytes": _kilobytes_when_chosen(browser, f"{address}/index.html"),
        }
        browser.close()
    return {**figures, **_search(site)}


def _page(name: str, browser: Browser, address: str) -> dict[str, float]:
    loads = [load(browser, address, DESKTOP) for _ in range(RUNS)]
    page = browser.new_page()
    page.goto(address)
    nodes = page.evaluate("document.querySelectorAll('*').length")
    page.close()
    return {
        f"{name}_paint": statistics.median(each.first_paint for each in loads),
        f"{name}_kilobytes": statistics.median(each.bytes for each in loads) / _KILOBYTE,
        f"{name}_nodes": nodes,
    }


def _kilobytes_when_chosen(browser: Browser, address: str) -> float:
    """Of a reader who is in the largest of the groups, and in no other; of few letters none are to be chosen."""
    page = browser.new_page()
    page.goto(address, wait_until="networkidle")
    page.evaluate(_CHOOSE_LARGEST)
    page.locator(".gramota-todo-link").first.wait_for()
    loaded = int(page.evaluate(READ)["bytes"])
    page.close()
    return loaded / _KILOBYTE


def _search(site: Path) -> dict[str, float]:
    pieces = list(site.glob("assets/gramota/search/*/*.js"))
    sizes = {path.stem: len(gzip.compress(path.read_bytes(), mtime=0)) / _KILOBYTE for path in pieces}
    words = [size for name, size in sizes.items() if name.startswith("words-")]
    return {"search_start": sizes["start"], "search_word": statistics.median(words), "search_largest": max(words)}
