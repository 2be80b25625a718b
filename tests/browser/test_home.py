"""The list of letters: what this reader did with each, what is to be done, whom it is for, and forgetting it all."""

import json
import re

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.browser.blocks import PREFIX
from tests.browser.reader import RIGHT, answer
from tests.browser.test_storage import FORBIDDEN, FULL, stored

NOON = "2026-03-12T09:00:00Z"
SITE_PREFIX = PREFIX.removesuffix("every-type/")


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A reader at noon of a day in March."""
    made = context.new_page()
    made.clock.set_fixed_time(NOON)
    return made


def steps(page: Page, letter: str) -> list[str]:
    return page.locator(f'[data-letter="{letter}"]').first.locator("[data-status]").all_text_contents()


def todo(page: Page) -> list[str]:
    return [" — ".join(row.split("\n")) for row in page.locator("[data-todo] > li").all_inner_texts()]


def keep(page: Page, name: str, value: object) -> None:
    """Put what a page of ours would have kept into the store."""
    text = value if isinstance(value, str) else json.dumps({"v": 1, **value})
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [SITE_PREFIX + name, text])


def stamp(day: str) -> dict[str, str]:
    return {"hash": "0123456789abcdef", "at": f"{day}T09:00:00.000Z"}


def hand_in(page: Page, url: str) -> None:
    page.goto(f"{url}/sheet.html")
    page.get_by_label("Табельный номер").fill("4711")
    page.get_by_label("Что такое вода?").fill("а")
    page.get_by_label("Почему вода кипит?").fill("б")
    page.get_by_role("button", name="Просмотреть и сдать").click()
    with page.expect_download():
        page.get_by_role("button", name="Скачать файл").click()


def test_a_new_reader_sees_that_nothing_is_begun_and_what_to_read_first(page: Page, url: str):
    page.goto(f"{url}/home.html")
    assert steps(page, "every-type") == ["не прочитано", "не начата", "не начат"]
    assert steps(page, "sales/refunds") == ["не прочитано"]
    assert todo(page) == ["Прочитать — Возвраты", "Прочитать — Пожар", "Прочитать — Письмо о воде"]
    expect(page.locator("[data-todo-line]")).to_have_text("Сделано 0 из 3")


def test_the_list_follows_the_reader_from_the_first_step_to_the_last(page: Page, url: str):
    page.goto(f"{url}/read.html")
    page.get_by_role("button", name="Я прочитал(а) письмо").click()
    page.goto(f"{url}/home.html")
    assert steps(page, "every-type") == ["прочитано 12.03.2026", "не начата", "не начат"]
    assert todo(page)[0] == "Проверить себя — Письмо о воде"
    page.goto(f"{url}/check.html")
    answer(page, "one", RIGHT["one"])
    answer(page, "gap", "снегом")
    page.goto(f"{url}/home.html")
    assert steps(page, "every-type")[1] == "верно 1 из 7"
    assert todo(page)[0] == "Закончить самопроверку: верно 1 из 7 — Письмо о воде"
    page.goto(f"{url}/sheet.html")
    page.get_by_label("Что такое вода?").fill("а")
    page.goto(f"{url}/home.html")
    assert steps(page, "every-type")[2] == "не сдан"
    hand_in(page, url)
    page.goto(f"{url}/home.html")
    assert steps(page, "every-type")[2] == "сдан 12.03.2026"
    expect(page.locator("[data-todo-line]")).to_have_text("Сделано 1 из 3")
    assert "Письмо о воде" not in " ".join(todo(page))


def test_a_sheet_copied_as_text_is_handed_in_too(page: Page, url: str):
    page.goto(f"{url}/sheet.html")
    page.get_by_label("Табельный номер").fill("4711")
    page.get_by_label("Что такое вода?").fill("а")
    page.get_by_label("Почему вода кипит?").fill("б")
    page.get_by_role("button", name="Просмотреть и сдать").click()
    page.get_by_role("button", name="Скопировать текстом").click()
    expect(page.locator("[data-review-said]")).to_be_visible()
    page.goto(f"{url}/home.html")
    assert steps(page, "every-type")[2] == "сдан 12.03.2026"


def test_a_raised_revision_is_due_again_and_comes_first(page: Page, url: str):
    page.goto(f"{url}/home.html")
    keep(page, "every-type/read/2", stamp("2026-03-01"))
    keep(page, "every-type/handed/2", stamp("2026-03-01"))
    page.goto(f"{url}/home-revised.html")
    assert steps(page, "every-type") == ["вышла редакция 3", "не начата", "сдать снова"]
    assert todo(page)[0] == "Прочитать снова: вышла редакция 3 — Письмо о воде"
    keep(page, "every-type/read/3", stamp("2026-03-12"))
    keep(page, "every-type/check/one", "null")
    page.reload()
    assert todo(page)[0] == "Проверить себя — Письмо о воде"


def test_a_reading_whose_time_has_run_out_is_due_again(page: Page, url: str):
    page.goto(f"{url}/home.html")
    keep(page, "fire/read/2", stamp("2025-03-12"))
    page.reload()
    assert steps(page, "fire") == ["прочитано 12.03.2025"]
    page.clock.set_fixed_time("2026-03-12T09:00:01Z")
    page.reload()
    assert steps(page, "fire") == ["срок вышел 12.03.2026"]
    assert todo(page)[0] == "Прочитать снова: срок вышел 12.03.2026 — Пожар"


def test_a_question_worded_anew_counts_as_not_answered(page: Page, url: str):
    page.goto(f"{url}/check.html")
    answer(page, "one", RIGHT["one"])
    answer(page, "gap", RIGHT["gap"])
    page.goto(f"{url}/home-reworded.html")
    assert steps(page, "every-type")[1] == "верно 1 из 7"


def test_of_questions_drawn_by_lot_only_those_that_are_asked_count(page: Page, url: str):
    page.goto(f"{url}/home-rules.html")
    assert steps(page, "rules")[1] == "не начата"
    page.goto(f"{url}/check-rules.html")
    hashes = {
        name: page.locator(f'[data-item="{name}"]').get_attribute("data-hash") for name in ("once", "word", "count")
    }
    page.goto(f"{url}/home-rules.html")
    for name, content in hashes.items():
        response = [2] if name == "once" else "четыре"
        state = {"hash": content, "response": response, "attempts": 1, "outcome": "right"}
        keep(page, f"rules/check/{name}", state)
    page.reload()
    assert steps(page, "rules")[1] == "верно 3 из 4"


def test_a_draft_written_after_handing_in_does_not_undo_it(page: Page, url: str):
    hand_in(page, url)
    page.clock.set_fixed_time("2026-03-13T09:00:00Z")
    page.get_by_role("button", name="Вернуться к правке").click()
    page.get_by_label("Почему вода кипит?").fill("иначе")
    page.goto(f"{url}/home.html")
    assert steps(page, "every-type")[2] == "сдан 12.03.2026"


def test_all_done_is_said(page: Page, url: str):
    page.goto(f"{url}/home.html")
    for letter in ("every-type", "sales%2Frefunds", "fire"):
        keep(page, f"{letter}/read/2", stamp("2026-03-01"))
    keep(page, "every-type/handed/2", stamp("2026-03-01"))
    page.reload()
    expect(page.locator("[data-todo-line]")).to_have_text(re.compile(r"Сделано (\d) из \1$"))
    assert todo(page) == ["Все сделано — Письма, которые пора перечитать, появятся здесь."]


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_all_done_takes_the_room_that_was_kept_for_what_is_to_be_done(page: Page, url: str, width: int):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{url}/home.html")
    rows = page.locator("[data-todo]")
    rows.evaluate("rows => { rows.className = 'gramota-todo-rows gramota-rows-1'; rows.replaceChildren(); }")
    kept = rows.bounding_box()
    page.get_by_label("Для кого").select_option("Склад")
    keep(page, "sales%2Frefunds/read/2", stamp("2026-03-01"))
    page.get_by_label("Для кого").dispatch_event("change")
    expect(page.locator(".gramota-todo-none")).to_be_visible()
    assert rows.bounding_box() == kept


def test_the_audience_is_chosen_and_remembered(page: Page, url: str):
    page.goto(f"{url}/home.html")
    page.get_by_label("Для кого").select_option("Склад")
    expect(page.get_by_role("heading", level=2, name="Все")).to_be_hidden()
    assert todo(page) == ["Прочитать — Возвраты"]
    expect(page.locator("[data-todo-line]")).to_have_text("Сделано 0 из 1")
    page.reload()
    expect(page.get_by_label("Для кого")).to_have_value("склад")
    expect(page.get_by_role("heading", level=2, name="Все")).to_be_hidden()
    page.get_by_label("Для кого").select_option("")
    expect(page.get_by_role("heading", level=2, name="Все")).to_be_visible()


@pytest.mark.parametrize("value", [{"name": "Нет такого отдела"}, {"name": 5}, "{"])
def test_an_audience_that_is_no_more_hides_nothing(page: Page, url: str, value: object):
    page.goto(f"{url}/home.html")
    keep(page, "/audience", value)
    page.reload()
    expect(page.locator("[data-audience]:visible")).to_have_count(2)


def test_with_one_audience_there_is_nothing_to_choose(page: Page, url: str):
    page.goto(f"{url}/home-one-audience.html")
    expect(page.get_by_label("Для кого")).to_have_count(0)
    assert len(todo(page)) == 3


def test_what_another_tab_does_shows_at_once(context: BrowserContext, url: str):
    home, letter = context.new_page(), context.new_page()
    home.goto(f"{url}/home.html")
    letter.goto(f"{url}/read.html")
    letter.get_by_role("button", name="Я прочитал(а) письмо").click()
    expect(home.locator('[data-letter="every-type"] [data-step=read]')).to_have_attribute("data-state", "done")
    letter.get_by_role("button", name="Снять отметку").click()
    expect(home.locator('[data-letter="every-type"] [data-status]').first).to_have_text("не прочитано")


def test_a_forbidden_store_is_told_and_the_list_works(page: Page, url: str):
    page.add_init_script(FORBIDDEN)
    page.goto(f"{url}/home.html")
    expect(page.locator("[data-banner]")).to_contain_text("не разрешает")
    assert len(todo(page)) == 3
    page.get_by_label("Для кого").select_option("Склад")
    expect(page.get_by_role("heading", level=2, name="Все")).to_be_hidden()


def test_a_full_store_is_told_where_the_choice_is_not_kept(page: Page, url: str):
    page.add_init_script(FULL)
    page.goto(f"{url}/home.html")
    expect(page.locator("[data-banner]")).to_be_hidden()
    page.get_by_label("Для кого").select_option("Склад")
    expect(page.locator("[data-banner]")).to_contain_text("заполнено")
    expect(page.get_by_role("heading", level=2, name="Все")).to_be_hidden()


@pytest.mark.parametrize("name", ["read/2", "handed/2", "check/one", "sheet/answer/what"])
@pytest.mark.parametrize("value", ["{", "null", '{"v": 2}', '{"v": 1}', '{"v": 1, "hash": {}, "at": [], "text": 1}'])
def test_what_is_damaged_is_set_aside_and_the_other_letters_show(page: Page, url: str, name: str, value: str):
    page.goto(f"{url}/home.html")
    keep(page, f"every-type/{name}", value)
    keep(page, "fire/read/2", stamp("2026-03-01"))
    page.reload()
    expect(page.locator("[data-banner]")).to_contain_text("отложены и не потеряны")
    assert steps(page, "fire") == ["прочитано 01.03.2026"]
    assert steps(page, "every-type") == ["не прочитано", "не начата", "не начат"]
    assert stored(page)[f"{PREFIX}{name}~damaged-1"] == value


def test_keys_that_others_left_do_not_stop_the_page(page: Page, url: str):
    page.goto(f"{url}/home.html")
    for key in ("gramota", "gramota/1", "%", "a/b", "gramota/1/Сайт%2F1", "gramota/1/Сайт%2F1/%/read/1"):
        page.evaluate("key => localStorage.setItem(key, 'x')", key)
    page.reload()
    assert len(todo(page)) == 3


def clear(page: Page) -> Locator:
    page.get_by_role("button", name="Стереть мои ответы").click()
    return page.locator("[data-loss]")


def test_clearing_says_what_is_lost_asks_and_leaves_other_sites_alone(page: Page, url: str):
    page.goto(f"{url}/sheet.html")
    page.get_by_label("Что такое вода?").fill("секрет")
    page.goto(f"{url}/check.html")
    answer(page, "one", RIGHT["one"])
    page.goto(f"{url}/home.html")
    keep(page, "sales%2Frefunds/read/1", stamp("2026-03-01"))
    keep(page, "fire/read/2~damaged-1", "{")
    others = {"gramota/1/Сайт%2F2/every-type/read/1": "x", "gramota/1/Сайт": "x", "other": "x"}
    page.evaluate("others => Object.assign(localStorage, others)", others)
    page.reload()
    loss = clear(page)
    expect(loss).to_contain_text("Прочитанных писем — 1, ответов самопроверки — 1.")
    expect(loss).to_contain_text("начаты и не сданы, — 1")
    page.keyboard.press("Escape")
    assert "секрет" in json.dumps(stored(page), ensure_ascii=False)
    clear(page)
    page.get_by_role("button", name="Стереть все", exact=True).click()
    expect(page.locator("[data-cleared]")).to_be_focused()
    assert stored(page) == others
    expect(page.locator('[data-letter="every-type"] [data-status]').nth(1)).to_have_text("не начата")


def test_a_sheet_that_was_handed_in_is_no_loss(page: Page, url: str):
    hand_in(page, url)
    page.goto(f"{url}/home.html")
    expect(clear(page)).to_contain_text("Несданных листов нет.")


def test_clearing_in_one_tab_empties_the_sheet_in_another(context: BrowserContext, url: str):
    sheet, home = context.new_page(), context.new_page()
    sheet.goto(f"{url}/sheet.html")
    sheet.get_by_label("Что такое вода?").fill("секрет")
    sheet.get_by_label("Табельный номер").fill("4711")
    sheet.get_by_label("Я прочитал(а) письмо").check()
    home.goto(f"{url}/home.html")
    clear(home)
    home.get_by_role("button", name="Стереть все", exact=True).click()
    expect(sheet.get_by_label("Что такое вода?")).to_have_value("")
    expect(sheet.get_by_label("Табельный номер")).to_have_value("")
    expect(sheet.get_by_label("Я прочитал(а) письмо")).not_to_be_checked()
    sheet.goto(f"{url}/home.html")
    assert stored(home) == {}


def test_clearing_beside_a_sheet_empties_it_and_it_saves_nothing_again(page: Page, url: str):
    page.goto(f"{url}/control.html")
    page.get_by_label("Что такое вода?").fill("секрет")
    clear(page)
    page.get_by_role("button", name="Стереть все", exact=True).click()
    expect(page.get_by_label("Что такое вода?")).to_have_value("")
    page.goto(f"{url}/home.html")
    assert stored(page) == {}


def test_without_script_the_letters_are_a_plain_list(browser: Browser, url: str):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{url}/home.html")
    text = page.locator("body").inner_text()
    for said in ("Все", "Склад", "Письмо о воде", "Самопроверка", "Контрольный лист"):
        assert said in text
    assert not re.search("не прочитано|не начат|Что сделать|Для кого|Стереть", text)
    assert page.locator("a[href='read.html']").count() == 2
    assert page.locator("button:visible, select:visible").count() == 0
    context.close()


def test_the_list_speaks_english_whole(page: Page, url: str):
    page.goto(f"{url}/home-en.html")
    keep(page, "every-type/read/2", stamp("2026-03-01"))
    page.reload()
    assert steps(page, "every-type") == ["read 1 March 2026", "not begun", "not begun"]
    assert [row.split(" — ")[0] for row in todo(page)] == ["Check yourself", "Read", "Read"]
    page.get_by_role("button", name="Clear my answers").click()
    expect(page.locator("[data-loss]")).to_contain_text("Letters read: 1; self-check answers: 0.")


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("name", ["home", "read-revised"])
def test_nothing_scrolls_sideways(page: Page, url: str, name: str, width: int):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{url}/{name}.html")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
