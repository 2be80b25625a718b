"""What an author sees in the browser while `mkdocs serve` runs: a mistake in place of the site, then the site again."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import faults
from tests.browser.reader import PATIENCE as USUAL_PATIENCE
from tests.built_site.building import ROOT
from tests.built_site.serving import PATIENCE, Served, serve

RIGHT, WRONG = "section: text\n    criteria", "section: <b onclick=x>txet\n    criteria"


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    with serve(shutil.copytree(ROOT / "tests/sites/canary", tmp_path / "course")) as course:
        yield course


@pytest.fixture(params=["light", "dark"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(color_scheme=request.param, viewport={"width": 360, "height": 740})
    context.set_default_timeout(PATIENCE * 1000)
    expect.set_options(timeout=PATIENCE * 1000)
    yield context.new_page()
    expect.set_options(timeout=USUAL_PATIENCE)
    context.close()


def test_a_mistake_takes_the_open_page_s_place_by_itself_and_the_mended_page_comes_back(page: Page, served: Served):
    page.goto(f"{served.address}letters/border/")
    expect(page.get_by_text("Only the prompts")).to_be_visible()

    served.replace("quizzes/border.yml", RIGHT, WRONG)
    expect(page.get_by_role("heading", level=1)).to_have_text("The site is not built: 1 problem")
    expect(page.get_by_role("heading", level=3)).to_contain_text("G035")
    expect(page.locator("pre mark")).to_have_text("<b onclick=x>txet")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert faults(page) == []

    served.replace("quizzes/border.yml", "pass: 70%", "pass: 70")
    expect(page.get_by_role("heading", level=1)).to_have_text("The site is not built: 2 problems")

    served.replace("quizzes/border.yml", "pass: 70", "pass: 70%")
    served.replace("quizzes/border.yml", WRONG, RIGHT)
    expect(page.get_by_text("Only the prompts")).to_be_visible()
