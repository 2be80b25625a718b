"""A site in three languages: every page speaks its letter's, letters find their translations, words are shared."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.axe import faults
from tests.browser.sites import served
from tests.built_site.building import ROOT, build_site, built_texts, replace_in

PROJECT = ROOT / "tests/sites/languages"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_site(PROJECT, tmp_path_factory.mktemp("languages"))


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with served(site) as found:
        yield found


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def test_a_page_speaks_the_language_of_its_letter_from_the_theme_to_the_script(page: Page, address: str):
    page.goto(f"{address}/letters/de/fire/")
    expect(page.locator("html")).to_have_attribute("lang", "de")
    expect(page.get_by_role("link", name="Zum Inhalt")).to_have_count(1)
    page.get_by_label("Mit dem Aufzug").check()
    page.get_by_role("button", name="Prüfen").first.click()
    expect(page.get_by_text("Falsch", exact=True).first).to_be_visible()
    page.get_by_role("textbox", name="Ihre Antwort").fill("Ich drücke sofort den Knopf an der Wand.")
    page.get_by_role("button", name="Prüfen").last.click()
    expect(page.get_by_text("Richtig", exact=True).first).to_be_visible()
    page.get_by_role("button", name="Ich habe dieses Schreiben gelesen").click()
    expect(page.locator("[data-read-state]")).to_contain_text(re.compile(r"\d{1,2}\. \w+ \d{4}"))


def test_a_letter_leads_to_itself_in_other_languages_and_back(page: Page, address: str):
    page.goto(f"{address}/letters/ru/fire/")
    links = page.locator(".gramota-also a")
    assert [(one.get_attribute("hreflang"), one.get_attribute("lang"), one.inner_text()) for one in links.all()] == [
        ("de", "de", "Deutsch"),
        ("en", "en", "English"),
    ]
    links.last.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("What to do in a fire")
    page.get_by_role("link", name="Fill in the control sheet").click()
    page.locator(".gramota-also").get_by_role("link", name="Русский").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Контрольный лист")
    expect(page.locator("html")).to_have_attribute("lang", "ru")


def test_links_of_letters_and_questions_lead_where_they_say(page: Page, address: str):
    page.goto(f"{address}/letters/ru/fire/")
    page.get_by_role("link", name="другом письме").click()
    expect(page).to_have_url(f"{address}/letters/ru/visitors/#register")
    page.get_by_role("link", name="по плану").click()
    expect(page).to_have_url(f"{address}/letters/ru/fire/#leave")
    assert page.locator(".gramota-prompt img").evaluate("picture => picture.naturalWidth") > 0
    page.goto(f"{address}/letters/ru/fire/control/")
    page.get_by_role("link", name="гости", exact=True).click()
    expect(page).to_have_url(f"{address}/letters/ru/visitors/")
    page.go_back()
    page.locator(".gramota-prompt").get_by_role("link", name="Письмо").click()
    expect(page).to_have_url(f"{address}/letters/ru/fire/#leave")


def test_the_home_page_shows_the_letters_of_the_language_chosen_and_remembers_it(page: Page, address: str):
    page.goto(address)
    expect(page.locator(".gramota-card:visible")).to_have_count(4)
    page.get_by_label("Язык").select_option("Deutsch")
    expect(page.locator(".gramota-card:visible")).to_have_count(1)
    expect(page.locator(".gramota-group:visible")).to_have_count(1)
    expect(page.locator("[data-todo-line]")).to_have_text("Сделано 0 из 1")
    expect(page.locator("[data-todo]")).to_have_text(re.compile("Verhalten im Brandfall"))
    page.reload()
    expect(page.get_by_role("link", name="Verhalten im Brandfall", exact=True)).to_be_visible()
    expect(page.locator(".gramota-card:visible")).to_have_count(1)
    assert page.locator(".gramota-card:visible [data-title]").get_attribute("lang") == "de"


def test_only_audiences_with_letters_in_the_language_chosen_can_be_chosen(page: Page, address: str):
    page.goto(address)
    audience = page.get_by_label("Для кого")
    audience.select_option("Охрана")
    page.get_by_label("Язык").select_option("Deutsch")
    expect(audience).to_have_value("")
    expect(page.locator(".gramota-card:visible")).to_have_count(1)
    assert audience.locator("option:enabled").all_inner_texts()[1:] == ["Alle Mitarbeiter"]
    page.get_by_label("Язык").select_option("Русский")
    expect(audience).to_have_value("охрана")
    assert audience.locator("option:enabled").all_inner_texts()[1:] == ["Все сотрудники", "Охрана"]


def test_a_letter_read_in_one_language_need_not_be_read_in_another(page: Page, address: str):
    page.goto(address)
    todo = page.locator("[data-todo] > li")
    expect(page.locator("[data-todo-line]")).to_have_text("Сделано 0 из 2")
    expect(todo).to_have_text([re.compile("Что делать при пожаре"), re.compile("Гости в здании")])
    page.goto(f"{address}/letters/en/fire/")
    page.get_by_role("button", name="I have read this letter").click()
    page.goto(address)
    expect(todo).to_have_text([re.compile("What to do in a fire"), re.compile("Гости в здании")])


def test_the_search_speaks_the_pages_language_and_tells_that_of_what_it_found(page: Page, address: str):
    page.goto(f"{address}/letters/en/fire/")
    box = page.locator(".md-search__input")
    box.click()
    expect(page.locator("[data-search-status]")).to_have_text("Type a word in any form")
    box.fill("Treppen")
    found = page.locator("[data-search-results] > li").first
    expect(found).to_contain_text("Verhalten im Brandfall")
    expect(found).to_have_attribute("lang", "de")


def test_the_navigation_says_which_language_each_link_leads_to(page: Page, address: str):
    page.goto(f"{address}/letters/de/fire/")
    assert page.locator('.md-nav a[href$="ru/visitors/"]').first.get_attribute("lang") == "ru"
    assert page.locator('.md-nav a[href="./"]').first.get_attribute("lang") is None


def test_the_names_of_the_navigations_sections_are_read_aloud_in_their_own_language(page: Page, address: str):
    page.goto(f"{address}/letters/de/fire/")
    for name, lang in {"Verhalten im Brandfall": None, "What to do in a fire": "en", "Письма": "ru"}.items():
        labels = page.locator('.md-nav label[for^="__nav_"]', has_text=name)
        assert [label.get_attribute("lang") for label in labels.all()] == [lang, lang], name
    page.goto(address)
    assert page.locator(".md-nav label[for='__nav_2']").first.get_attribute("lang") is None


def test_a_tab_that_leads_to_a_letter_in_another_language_is_read_aloud_in_its_own(tmp_path: Path):
    project = shutil.copytree(PROJECT, tmp_path / "languages")
    replace_in(project / "mkdocs.yml", "[navigation.footer]", "[navigation.tabs, navigation.prune]")
    built = build_site(project, tmp_path / "site")
    tab = re.compile(r'<a href="[^"]*/de/fire/" class="md-tabs__link"([^>]*)>\s*Письма')
    home, letter = ((built / name / "index.html").read_text("utf-8") for name in ("", "letters/en/fire"))
    assert (tab.findall(home), tab.findall(letter)) == ([""], [' lang="ru"'])
    pruned = re.findall(r'<a href="[^"]*" class="md-nav__link"([^>]*)>\s*<span[^>]*>\s*Verhalten', letter)
    assert {*pruned} == {' lang="de"'}


@pytest.mark.parametrize("path", ["", "letters/de/fire/", "letters/en/fire/control/"])
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_is_in_the_way_of_anyone(page: Page, address: str, path: str, width: int):
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(f"{address}/{path}")
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_shared_synonyms_and_their_files_stay_on_the_trainers_side(site: Path):
    said = built_texts(site)
    assert not [path for path, text in said.items() if "kanarishared" in text or "канарейка" in text.lower()]
    assert not [path for path in said if path.endswith((".yml", ".yaml"))]
    assert "Средства индивидуальной защиты" in said["letters/ru/fire/index.html"]
    assert "Persönliche Schutzausrüstung" in said["letters/de/fire/index.html"]
    assert "Автоматическая пожарная сигнализация" not in said["letters/ru/fire/index.html"]
