"""The home page of many letters: what its reader must do is complete, and loaded for their own groups only."""

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.letters import MANY
from tests.browser.test_home import NOON, keep, stamp, todo
from tests.browser.test_storage import FORBIDDEN, FULL

PLACE = "element => element.getBoundingClientRect().top + scrollY"
PIECE_1, PIECE_3 = "otdel-1--7055e9", "otdel-3--303516"
OF_A_GROUP = len(range(3, MANY, 7))


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A reader at noon of a day in March."""
    made = context.new_page()
    made.clock.set_fixed_time(NOON)
    return made


def choose(page: Page, *numbers: int) -> None:
    for number in numbers:
        page.get_by_role("checkbox", name=f"для меня: Отдел {number}").check()


def count(page: Page, number: int) -> str:
    return page.locator("[data-piece]").nth(number).locator("[data-count]").inner_text()


def line(page: Page):
    return page.locator("[data-todo-line]")


def test_who_has_chosen_no_group_is_asked_to_and_loads_nothing(page: Page, url: str):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{url}/home-many.html", wait_until="networkidle")
    assert [row.split(" — ")[0] for row in todo(page)] == ["Отметьте, какие письма"]
    expect(line(page)).to_have_text("")
    expect(page.locator("[data-todo-bar], [data-all]").locator("visible=true")).to_have_count(0)
    assert count(page, 3) == f"Писем: {OF_A_GROUP}"
    assert not [address for address in asked if "/letters/" in address]


@pytest.mark.parametrize("start", ["server", "folder"])
def test_all_that_is_to_be_done_in_the_groups_chosen_is_told(page: Page, url: str, pages, start: str):
    page.goto(f"{url}/home-many.html" if start == "server" else (pages / "home-many.html").as_uri())
    choose(page, 3)
    expect(line(page)).to_have_text(f"Сделано 0 из {OF_A_GROUP}")
    assert len(todo(page)) == 3
    page.get_by_role("button", name=f"Показать остальные: {OF_A_GROUP - 3}").click()
    expect(page.locator(".gramota-todo-link")).to_have_count(OF_A_GROUP)
    expect(page.locator(".gramota-todo-link").nth(3)).to_be_focused()
    expect(page.locator("[data-all]")).to_be_hidden()
    told = {row.removeprefix("Прочитать — Письмо ") for row in todo(page)}
    assert told == {str(number) for number in range(3, MANY, 7)}


def test_the_groups_are_remembered_and_only_their_pieces_are_loaded(page: Page, url: str):
    page.goto(f"{url}/home-many.html")
    choose(page, 1, 3)
    expect(line(page)).to_have_text(f"Сделано 0 из {2 * OF_A_GROUP}")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.reload()
    expect(line(page)).to_have_text(f"Сделано 0 из {2 * OF_A_GROUP}")
    assert sorted(name for name in asked if name.startswith("otdel")) == [f"{PIECE_1}.js", f"{PIECE_3}.js"]
    page.get_by_role("checkbox", name="для меня: Отдел 1").uncheck()
    expect(line(page)).to_have_text(f"Сделано 0 из {OF_A_GROUP}")
    assert count(page, 1) == f"Писем: {OF_A_GROUP}"


def test_a_letter_to_two_groups_of_the_reader_counts_once(page: Page, url: str):
    page.goto(f"{url}/home-many.html")
    choose(page, 5)
    expect(line(page)).to_have_text(f"Сделано 0 из {len(range(5, MANY, 7)) + 1}")
    choose(page, 6)
    expect(line(page)).to_have_text(f"Сделано 0 из {len(range(5, MANY, 7)) + len(range(6, MANY, 7)) + 1}")


def test_what_is_due_again_or_begun_comes_before_all_that_is_new(page: Page, url: str):
    page.goto(f"{url}/home-many.html")
    keep(page, "letter-6/read/2", stamp("2025-03-01"))
    keep(page, "letter-3/read/2", stamp("2026-03-01"))
    keep(page, "letter-10/read/1", stamp("2026-03-01"))
    choose(page, 3, 6)
    expect(page.locator(".gramota-todo-link")).to_have_count(3)
    *due, begun = todo(page)
    assert {*due} == {
        "Прочитать снова: срок вышел 01.03.2026 — Письмо 6",
        "Прочитать снова: вышла редакция 2 — Письмо 10",
    }
    assert begun == "Проверить себя — Письмо 3"
    hrefs = [link.get_attribute("href") for link in page.locator(".gramota-todo-link").all()]
    assert hrefs == ["nowhere.html", "nowhere.html", "nowhere.html#gramota-self-check"]


def test_how_far_the_reader_is_stands_beside_each_of_their_groups(page: Page, url: str):
    page.goto(f"{url}/home-many.html")
    for number in range(0, MANY, 7):
        keep(page, f"letter-{number}/read/2", stamp("2026-03-01"))
        keep(page, f"letter-{number}/handed/2", stamp("2026-03-01"))
    keep(page, "letter-1/read/2", stamp("2026-03-01"))
    keep(page, "letter-1/handed/2", stamp("2026-03-01"))
    choose(page, 0)
    expect(page.locator(".gramota-all_done")).to_contain_text("Все сделано")
    of_first = len(range(0, MANY, 7))
    assert count(page, 0) == f"Сделано {of_first} из {of_first}"
    choose(page, 1)
    expect(line(page)).to_have_text(f"Сделано {of_first + 1} из {of_first + OF_A_GROUP}")
    assert count(page, 1) == f"Сделано 1 из {OF_A_GROUP}"


def test_the_language_chosen_holds_for_what_is_to_be_done(page: Page, url: str):
    page.goto(f"{url}/home-many.html")
    choose(page, 3, 4)
    both = len(range(3, MANY, 7)) + len(range(4, MANY, 7))
    expect(line(page)).to_have_text(f"Сделано 0 из {both}")
    page.get_by_label("Язык").select_option("English")
    expect(line(page)).to_have_text(f"Сделано 0 из {len(range(4, MANY, 7))}")
    assert page.locator(".gramota-todo-link > span").first.get_attribute("lang") == "en"


def test_only_groups_with_letters_in_the_language_chosen_are_listed_and_how_many(page: Page, url: str):
    page.goto(f"{url}/home-many.html")
    choose(page, 3)
    page.get_by_label("Язык").select_option("English")
    listed = page.locator("[data-piece]:visible")
    expect(listed).to_have_count(1)
    expect(listed).to_contain_text(f"Отдел 4 Писем: {len(range(4, MANY, 7))}")
    # The reader's own group has no letter in English: to tick it again would not help, and its box is not there.
    expect(page.locator(".gramota-unspoken")).to_contain_text("На этом языке писем для вас нет")
    expect(page.locator(".gramota-choose")).to_have_count(0)
    page.reload()
    expect(listed).to_have_count(1)
    expect(page.locator(".gramota-unspoken")).to_be_visible()
    page.get_by_label("Язык").select_option("")
    expect(listed).to_have_count(7)
    expect(line(page)).to_have_text(f"Сделано 0 из {OF_A_GROUP}")


def test_no_heading_stands_over_newest_letters_that_are_all_in_another_language(page: Page, url: str):
    page.goto(f"{url}/home-many.html")
    newest = page.get_by_role("heading", name="Новые письма")
    expect(newest).to_be_visible()
    page.get_by_label("Язык").select_option("English")
    expect(page.locator("[data-letter]:visible")).to_have_count(0)
    expect(newest).to_be_hidden()
    page.get_by_label("Язык").select_option("")
    expect(newest).to_be_visible()
    expect(page.locator("[data-letter]:visible")).to_have_count(9)


def test_groups_are_kept_by_what_no_spelling_changes(page: Page, url: str):
    page.goto(f"{url}/home-many.html")
    choose(page, 5)
    assert page.evaluate("JSON.stringify(localStorage)").count("отдел 5") == 1
    keep(page, "/own", {"names": ["отдел 3", "отдел 1"]})
    page.reload()
    expect(line(page)).to_have_text(f"Сделано 0 из {2 * OF_A_GROUP}")
    page.get_by_role("checkbox", name="для меня: Отдел 3").uncheck()
    page.reload()
    expect(line(page)).to_have_text(f"Сделано 0 из {OF_A_GROUP}")


def test_the_audience_chosen_while_there_were_few_letters_is_kept(page: Page, url: str):
    page.goto(f"{url}/home-many.html")
    keep(page, "/audience", {"name": "отдел 3"})
    page.reload()
    expect(line(page)).to_have_text(f"Сделано 0 из {OF_A_GROUP}")
    expect(page.get_by_role("checkbox", name="для меня: Отдел 3")).to_be_checked()


@pytest.mark.parametrize("value", [{"names": ["Нет такого отдела"]}, {"names": 5}, {"names": [5]}, "{"])
def test_groups_that_are_no_more_ask_the_reader_again(page: Page, url: str, value: object):
    page.goto(f"{url}/home-many.html")
    keep(page, "/own", value)
    page.reload()
    expect(page.locator(".gramota-choose")).to_be_visible()


@pytest.mark.parametrize("trouble", [FORBIDDEN, FULL])
def test_a_choice_that_cannot_be_kept_holds_on_this_page(page: Page, url: str, trouble: str):
    page.add_init_script(trouble)
    page.goto(f"{url}/home-many.html")
    choose(page, 3, 1)
    expect(line(page)).to_have_text(f"Сделано 0 из {2 * OF_A_GROUP}")
    expect(page.locator("[data-banner]")).to_be_visible()


def test_a_piece_that_does_not_load_is_told_and_asked_for_again(page: Page, url: str):
    page.route(f"**/{PIECE_3}.js", lambda route: route.abort())
    page.goto(f"{url}/home-many.html")
    choose(page, 1, 3)
    expect(page.locator(".gramota-not_loaded")).to_contain_text("не загрузился")
    expect(line(page)).to_have_text("")
    page.unroute(f"**/{PIECE_3}.js")
    page.reload()
    expect(line(page)).to_have_text(f"Сделано 0 из {2 * OF_A_GROUP}")


def test_with_one_group_there_is_nothing_to_choose(page: Page, url: str):
    page.goto(f"{url}/home-one-group.html")
    expect(line(page)).to_have_text("Сделано 0 из 30")
    expect(page.get_by_role("checkbox")).to_have_count(0)


def test_a_groups_page_shows_what_comes_next_and_chooses_the_group(page: Page, url: str):
    page.goto(f"{url}/group-many.html")
    keep(page, "letter-7/read/2", stamp("2026-03-01"))
    page.reload()
    expect(page.locator("[data-letter=letter-7] [data-status]")).to_have_text("Проверить себя")
    expect(page.locator("[data-letter=letter-0] [data-status]")).to_have_count(0)
    page.get_by_role("checkbox", name="для меня: Отдел 0").check()
    page.goto(f"{url}/home-many.html")
    expect(page.get_by_role("checkbox", name="для меня: Отдел 0")).to_be_checked()
    expect(page.locator(".gramota-todo-link").first).to_contain_text("Проверить себя")


def test_what_another_tab_does_shows_at_once(context: BrowserContext, url: str):
    home, other = context.new_page(), context.new_page()
    home.goto(f"{url}/home-many.html")
    other.goto(f"{url}/group-many.html")
    other.get_by_role("checkbox", name="для меня: Отдел 0").check()
    expect(line(home)).to_have_text(f"Сделано 0 из {len(range(0, MANY, 7))}")


def test_thousands_of_letters_cost_the_store_no_more_than_those_that_were_touched(page: Page, url: str):
    page.add_init_script(
        "window.asked = 0; const get = Storage.prototype.getItem;"
        "Storage.prototype.getItem = function (key) { window.asked += 1; return get.call(this, key); };"
    )
    page.goto(f"{url}/home-many.html")
    choose(page, *range(7))
    expect(line(page)).to_have_text(f"Сделано 0 из {MANY + 1}")
    keep(page, "letter-2999/read/2", stamp("2026-03-01"))
    page.reload()
    expect(page.locator(".gramota-todo-link").first).to_contain_text("Письмо 2999")
    # Twice: when the page opens, and when the pieces are there.
    assert page.evaluate("window.asked") <= 20


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_nothing_below_moves_when_the_pieces_arrive(page: Page, url: str, width: int):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{url}/home-many.html")
    groups = page.locator(".gramota-groups")
    kept = groups.evaluate(PLACE)
    choose(page, 3)
    expect(page.locator(".gramota-todo-link")).to_have_count(3)
    assert groups.evaluate(PLACE) == pytest.approx(kept, abs=0.1)
    page.get_by_label("Язык").select_option("English")
    expect(page.locator(".gramota-unspoken")).to_be_visible()
    assert groups.evaluate(PLACE) == pytest.approx(kept, abs=0.1)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_script_groups_are_plain_links(browser: Browser, url: str):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{url}/home-many.html")
    assert page.locator(".gramota-groups a:visible").count() == 7
    for said in ("Что сделать", "для меня", "Язык"):
        assert said not in page.locator("body").inner_text()
    page.goto(f"{url}/group-many.html")
    assert page.locator(".gramota-rows a:visible").count() == 100
    assert page.locator(".gramota-pages a:visible").count() > 0
    context.close()
