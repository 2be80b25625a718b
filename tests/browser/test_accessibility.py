"""Every type of page in every state, both languages and palettes: for screen readers, weak eyes and small screens."""

import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

from tests.browser.axe import faults
from tests.browser.blocks import COURSE
from tests.browser.sites import served
from tests.built_site.building import ROOT, build_site, replace_in
from tests.built_site.many_letters import write_many_letters
from tests.once import MadeOnce

LANGUAGES = ("ru", "en")
DESKTOP, PHONE = {"width": 1280, "height": 900}, {"width": 320, "height": 640}
TWICE_AS_LARGE = {"width": DESKTOP["width"] // 2, "height": DESKTOP["height"] // 2}
TASKS = "\n\n- [x] Одно [дело](guide/index.md), о котором сказано в тексте\n- [ ] Другое дело\n"


@pytest.fixture(scope="session", params=LANGUAGES)
def site(request: pytest.FixtureRequest, made_once: MadeOnce) -> Iterator[str]:
    """A site in the shipped look, with every type of question, the guides and a task list."""
    made = made_once.folder(f"accessible-{request.param}", lambda folder: _build(request.param, folder))
    with served(made / "site") as address:
        yield address


@pytest.fixture(scope="session")
def many(made_once: MadeOnce) -> Iterator[str]:
    """A site of many letters, whose home page lists their groups."""
    made = made_once.folder("accessible-many", _build_many)
    with served(made / "site") as address:
        yield address


def _build_many(folder: Path) -> None:
    build_site(write_many_letters(folder / "project", 130), folder / "site")


def _build(lang: str, folder: Path) -> None:
    build_site(_project(lang, folder / "project"), folder / "site")


def _project(lang: str, folder: Path) -> Path:
    shutil.copytree(COURSE, folder)
    shutil.copytree(ROOT / "docs/guide", folder / "docs/guide")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    settings = folder / "mkdocs.yml"
    replace_in(settings, "  language: ru", f"  language: {lang}")
    replace_in(settings, "  - attr_list\n", "  - attr_list\n  - pymdownx.tasklist:\n      custom_checkbox: true\n")
    letter = folder / "docs/letters/every-type.yml"
    replace_in(letter, "revision: 2\n", f"revision: 2\nlang: {lang}\nhand_in: {{email: a@example.org}}\n")
    (folder / "docs/index.md").write_text(f"# Home{TASKS}\n<!-- gramota: letters -->\n", encoding="utf-8")
    return folder


def home(page: Page, site: str) -> None:
    page.goto(f"{site}/index.html")


def home_of_many(page: Page, site: str) -> None:
    page.goto(f"{site}/index.html")
    page.locator("[data-own]").first.check()
    expect(page.locator(".gramota-todo-link").first).to_be_visible()


def group_of_many(page: Page, site: str) -> None:
    page.goto(f"{site}/letters-for/vse--c30897/index.html")


def no_such_page(page: Page, site: str) -> None:
    page.goto(f"{site}/404.html")


def guide(page: Page, site: str) -> None:
    page.goto(f"{site}/guide/en/phrases.html")


def letter(page: Page, site: str) -> None:
    page.goto(f"{site}/letters/every-type/index.html")


def letter_answered(page: Page, site: str) -> None:
    letter(page, site)
    for question in page.locator("[data-item]").all():
        for choice in question.locator("input:is([type=radio], [type=checkbox])").all()[:1]:
            choice.check()
        for written in question.locator(":is(input[type=text], textarea)").all():
            written.fill("7 мокрых вод кипят от соли")
        for place, chosen in enumerate(question.locator("select").all()):
            chosen.select_option(index=1 + place)
        question.locator("[data-do=check]").click()
    for hint in page.locator("[data-item] summary:visible").all():
        hint.click()
    page.locator("[data-ask=start-over]").click()


def sheet(page: Page, site: str) -> None:
    page.goto(f"{site}/letters/every-type/control.html")


def sheet_unnamed(page: Page, site: str) -> None:
    sheet(page, site)
    page.locator("[data-ask=clear]").click()
    page.locator("[data-do=review]:visible").first.click()


def sheet_begun(page: Page, site: str) -> None:
    sheet(page, site)
    page.locator("[data-learner=id]").fill("4711")
    page.locator("[data-question=why] textarea").fill("Её очень сильно и долго нагревали")


def sheet_reviewed(page: Page, site: str) -> None:
    sheet_begun(page, site)
    page.locator("[data-do=review]:visible").first.click()
    page.locator("[data-do=download]").click()


def sheet_handed_in(page: Page, site: str) -> None:
    sheet_reviewed(page, site)
    page.locator("[data-without-tick]").check()
    with page.expect_download():
        page.locator("[data-do=download]").click()
    page.locator("[data-do=copy]").click()
    expect(page.locator("[data-copied]")).to_be_visible()


def sheet_changed_since(page: Page, site: str) -> None:
    sheet_handed_in(page, site)
    page.locator("[data-do=back]:visible").last.click()
    page.keyboard.type("!")


def search_open(page: Page, site: str) -> None:
    home(page, site)
    page.wait_for_load_state("networkidle")
    page.keyboard.press("/")
    expect(page.locator(".md-search__input")).to_be_focused()
    page.keyboard.type("вода")
    expect(page.locator(".gramota-found").first).to_be_visible(timeout=20_000)


STATES: list[Callable[[Page, str], None]] = [
    home, no_such_page, guide, letter, letter_answered,
    sheet, sheet_unnamed, sheet_begun, sheet_reviewed, sheet_handed_in, sheet_changed_since, search_open,
]  # fmt: skip


@pytest.fixture(params=[(DESKTOP, "light"), (DESKTOP, "dark"), (PHONE, "dark")], ids=["light", "dark", "phone"])
def reader(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    size, palette = request.param
    made = browser.new_context(viewport=size, color_scheme=palette, reduced_motion="reduce")
    made.set_default_timeout(20_000)
    yield made
    made.close()


def test_axe_finds_nothing(reader: BrowserContext, site: str):
    _find_no_faults(STATES, reader, site)


def test_axe_finds_nothing_where_there_are_many_letters(reader: BrowserContext, many: str):
    _find_no_faults((home, home_of_many, group_of_many), reader, many)


def _find_no_faults(states: Iterable[Callable[[Page, str], None]], reader: BrowserContext, site: str) -> None:
    found = []
    for reach in states:
        page = _reached(reach, reader, site)
        found += [f"{reach.__name__}: {fault}" for fault in faults(page)]
        page.close()
    assert not found, "\n".join(found)


@pytest.mark.parametrize("size", [PHONE, TWICE_AS_LARGE], ids=["phone", "200-percent"])
def test_nothing_scrolls_sideways(browser: Browser, site: str, size: ViewportSize):
    context = browser.new_context(viewport=size, reduced_motion="reduce")
    found = {}
    for reach in STATES:
        page = _reached(reach, context, site)
        found[reach.__name__] = page.evaluate("document.documentElement.scrollWidth")
        page.close()
    context.close()
    assert {state: width for state, width in found.items() if width > size["width"]} == {}


def _reached(reach: Callable[[Page, str], None], reader: BrowserContext, site: str) -> Page:
    """Return a page in this state, in a browser that knows of no earlier one."""
    page = reader.new_page()
    page.goto(f"{site}/404.html")
    page.evaluate("localStorage.clear()")
    reach(page, site)
    return page


def test_whoever_asks_for_no_motion_gets_none(browser: Browser, site: str):
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    for reach in (home, letter, sheet):
        reach(page, site)
        moving = page.evaluate("""() => [...document.querySelectorAll('*')].filter(element => {
            const {transitionDuration, animationDuration} = getComputedStyle(element);
            return `${transitionDuration}, ${animationDuration}`.split(', ').some(one => parseFloat(one) > 0.01);
        }).map(element => element.outerHTML.slice(0, 100))""")
        assert moving == []
    context.close()


@pytest.mark.parametrize("palette", ["light", "dark"])
def test_the_focus_is_always_seen(browser: Browser, site: str, palette: str):
    context = browser.new_context(color_scheme=palette)
    page = context.new_page()
    for reach in (home, letter, sheet):
        reach(page, site)
        unseen = []
        for _ in range(40):
            page.keyboard.press("Tab")
            unseen += page.evaluate("""() => {
                const {activeElement: focused} = document;
                // The theme shows its switch as a label, and opens the search.
                const element = focused.matches('.md-option') ? focused.nextElementSibling : focused;
                const {outlineStyle, outlineWidth, boxShadow} = getComputedStyle(element);
                const isRinged = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1;
                const isSeen = isRinged || boxShadow !== 'none' || element.matches('body, .md-search__input');
                return isSeen ? [] : [element.outerHTML.slice(0, 120)];
            }""")
        assert unseen == []
    context.close()
