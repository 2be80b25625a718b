"""An ejected project, built by MkDocs without our plugin and by Zensical, works in a browser as the site did."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import ConsoleMessage, Page, expect

from tests.browser.sites import KINDS, PROJECT, SUB_PATH, served
from tests.built_site.building import ROOT, replace_in
from tests.built_site.ejecting import ENGINES, build_with, eject
from tests.once import MadeOnce

SEARCHED = "plugins: [search, gramota]"
VARIANTS = {
    "searched": {},
    "flat": {SEARCHED: "plugins: [gramota]"},
    "folders": {SEARCHED: "plugins: [gramota]", "use_directory_urls: false": "use_directory_urls: true"},
}
"""What each site has in place of lines of its mkdocs.yml: addresses of files or of folders, a search or none.

Neither engine's own search works from a folder, and leaving a page while it loads makes it complain.
"""


@pytest.fixture(scope="module", params=ENGINES)
def sites(request: pytest.FixtureRequest, made_once: MadeOnce) -> Path:
    """The folder of a server with every variant of the site."""
    return made_once.folder(f"ejected-{request.param}", lambda folder: _build(request.param, folder)) / "served"


def _build(engine: str, folder: Path) -> None:
    for name, changes in VARIANTS.items():
        project = shutil.copytree(PROJECT, folder / f"source-{name}")
        for old, new in changes.items():
            replace_in(project / "mkdocs.yml", old, new)
        built = build_with(engine, eject(project, folder / f"plain-{name}"))
        shutil.copytree(built, folder / "served" / SUB_PATH / name)


@pytest.fixture
def address(sites: Path) -> Iterator[str]:
    with served(sites) as host:
        yield f"{host}/{SUB_PATH}"


@pytest.fixture
def said(page: Page) -> Iterator[list[str]]:
    """What pages say in the console; of errors there are none."""
    messages: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            messages.append(message.text)

    page.on("console", hear)
    yield messages
    assert messages == []


@pytest.mark.parametrize("name", ["flat", "folders"])
def test_reading_self_check_sheet_and_home_page_work_on_a_server(page: Page, address: str, name: str, said: list[str]):
    _walk(page, f"{address}/{name}/")


def test_they_work_from_a_folder(page: Page, sites: Path, said: list[str]):
    _walk(page, (sites / SUB_PATH / "flat/index.html").as_uri())


@pytest.mark.parametrize("path", [path for path in KINDS.values() if path != "404.html"])
def test_no_page_complains_with_the_engines_own_search(page: Page, address: str, path: str, said: list[str]):
    page.goto(f"{address}/searched/{path}")
    page.wait_for_load_state("networkidle")


MENU = """() => Object.fromEntries([...document.querySelectorAll("a.md-nav__link:not([href^='#'])")].map(
    (link) => [link.textContent.trim(), link.lang]))"""


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("are_folders", ["true", "false"])
def test_the_menu_says_which_language_each_link_leads_to(page: Page, tmp_path: Path, engine: str, are_folders: str):
    project = shutil.copytree(ROOT / "tests/sites/languages", tmp_path / "project")
    replace_in(project / "mkdocs.yml", "use_directory_urls: true", f"use_directory_urls: {are_folders}")
    replace_in(project / "mkdocs.yml", SEARCHED, "plugins: [gramota]")
    built = build_with(engine, eject(project, tmp_path / "plain"))
    end = "" if are_folders == "true" else "index.html"
    with served(built) as address:
        # Signs that are no letters are no address of a page, and none of the menu.
        page.goto(f"{address}/letters/de/fire/{end}?q=%D0")
        said = page.evaluate(MENU)
        assert said["Verhalten im Brandfall"] == said["Kontrollbogen: Verhalten im Brandfall"] == ""
        assert (said["What to do in a fire"], said["Гости в здании"]) == ("en", "ru")
        page.goto(f"{address}/letters/ru/visitors/{end}")
        said = page.evaluate(MENU)
        assert (said["Verhalten im Brandfall"], said["Control sheet: What to do in a fire"]) == ("de", "en")
        assert said["Гости в здании"] == said["Что делать при пожаре"] == ""


def _walk(page: Page, home: str) -> None:
    page.goto(home)
    row = page.locator(".gramota-todo-link", has_text="Работа с инструкцией")
    expect(row.locator("strong")).to_have_text("Прочитать")
    row.click()
    page.get_by_role("button", name="Я прочитал").click()
    expect(page.locator("[data-read-line]")).to_contain_text("Вы прочитали это письмо")
    _answer(page)
    page.get_by_role("link", name="Заполнить контрольный лист").click()
    _hand_in(page)
    page.goto(home)
    card = page.locator('[data-letter="russian"]')
    expect(card.locator("[data-step=read] [data-status]")).to_contain_text("прочитано")
    expect(card.locator("[data-step=sheet] [data-status]")).to_contain_text("сдан")


def _answer(page: Page) -> None:
    who = page.locator('[data-item="who"]')
    who.get_by_label("Вариантоптица").check()
    who.get_by_role("button", name="Проверить").click()
    expect(who.locator("[data-verdict]")).to_have_text("Верно")
    words = page.locator('[data-item="words"]')
    words.get_by_role("textbox").fill("Сделки приносят маржу.")
    words.get_by_role("button", name="Проверить").click()
    expect(words.get_by_text("Ключеваптица")).to_be_visible()


def _hand_in(page: Page) -> None:
    page.get_by_label("Табельный номер").fill("4711")
    page.get_by_label("Зачем компании прейскурант?").fill("Чтобы цены были одни.")
    page.get_by_role("button", name="Просмотреть и сдать").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Скачать файл").click()
    sheet = json.loads(download.value.path().read_text(encoding="utf-8"))
    assert sheet["answers"][0]["text"] == "Чтобы цены были одни."
    assert sheet["acknowledged"]["revision"] == 1
