"""What the reader did stays: after a reload, beside another tab, in a damaged, forbidden or full store."""

import json
import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.blocks import PREFIX
from tests.browser.reader import RIGHT, answer, item, press, two_tabs

FORBIDDEN = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }"

GONE = 'Жидкость <img src=x onerror="window.hit=1">'
# Fills the store to its last character, as a page with big texts would.
FILL_UP = """() => {
    let ballast = '';
    for (let size = 2 ** 23; size >= 1; size /= 2) {
        try {
            localStorage.setItem('ballast', ballast + 'x'.repeat(size));
            ballast += 'x'.repeat(size);
        } catch {}
    }
}"""


def stored(page: Page) -> dict[str, str]:
    return page.evaluate("() => ({...localStorage})")


def test_a_reload_restores_every_answer(page: Page, url: str):
    page.goto(f"{url}/check.html")
    for name, given in RIGHT.items():
        answer(page, name, given)
    before = page.locator("gramota-self-check").inner_text()
    page.reload()
    expect(page.locator("[data-progress-line]")).to_have_text("Верно 7 из 7 · проверено 7")
    assert page.locator("gramota-self-check").inner_text() == before
    expect(item(page, "gap").get_by_role("textbox")).to_have_value(RIGHT["gap"])


def test_an_unchecked_choice_is_restored_too(page: Page, url: str):
    page.goto(f"{url}/check.html")
    item(page, "some").get_by_label("Песок").check()
    item(page, "row").locator("li", has_text="Пар").locator('[data-move="-1"]').click()
    rows = item(page, "row").locator("li [data-text]").all_inner_texts()
    page.reload()
    expect(item(page, "some").get_by_label("Песок")).to_be_checked()
    assert item(page, "row").locator("li [data-text]").all_inner_texts() == rows


def test_reordered_options_keep_their_answers(page: Page, url: str):
    """mkdocs-quiz keys by place: after its author moved an option it shows the wrong one as right."""
    page.goto(f"{url}/check.html")
    for name, given in RIGHT.items():
        answer(page, name, given)
    page.goto(f"{url}/check-reordered.html")
    expect(page.locator("[data-changed]:visible")).to_have_count(0)
    expect(page.locator("[data-progress-line]")).to_have_text("Верно 7 из 7 · проверено 7")
    expect(item(page, "one").get_by_label("Твёрдая вода")).to_be_checked()
    for left, right in RIGHT["pairs"].items():
        chosen = item(page, "pairs").get_by_label(left).evaluate("list => list.selectedOptions[0].textContent")
        assert chosen == right


def test_a_better_explanation_makes_nobody_answer_anew(page: Page, url: str):
    page.goto(f"{url}/check.html")
    answer(page, "one", RIGHT["one"])
    page.goto(f"{url}/check-explained.html")
    expect(item(page, "one").locator("[data-why]")).to_have_text("Подробнее.")
    expect(page.locator("[data-progress-line]")).to_have_text("Верно 1 из 7 · проверено 1")


def test_a_changed_question_starts_anew_and_says_so(page: Page, url: str):
    page.goto(f"{url}/check.html")
    answer(page, "one", RIGHT["one"])
    page.goto(f"{url}/check-asked-anew.html")
    expect(item(page, "one").locator("input:checked")).to_have_count(0)
    expect(item(page, "one").locator("[data-changed]")).to_be_visible()
    expect(item(page, "gap").locator("[data-changed]")).to_be_hidden()


@pytest.mark.parametrize(
    "value",
    [
        "{not json",
        "null",
        "[]",
        '{"v": 2, "hash": "HASH", "response": [0], "attempts": 1, "outcome": "right"}',
        '{"v": 1, "hash": "HASH", "response": [7], "attempts": 1, "outcome": "right"}',
        '{"v": 1, "hash": "HASH", "response": "<img src=x onerror=alert(1)>", "attempts": 1, "outcome": "right"}',
        '{"v": 1, "hash": "HASH", "response": [0], "attempts": -1, "outcome": "right"}',
        '{"v": 1, "hash": "HASH", "response": [0], "attempts": 1, "outcome": "brilliant"}',
        '{"v": 1, "hash": "HASH", "attempts": 1, "outcome": "right"}',
    ],
)
def test_a_damaged_answer_is_set_aside_and_the_rest_works(page: Page, url: str, value: str):
    page.goto(f"{url}/check.html")
    answer(page, "gap", RIGHT["gap"])
    damaged = value.replace("HASH", item(page, "one").get_attribute("data-hash"))
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [f"{PREFIX}check/one", damaged])
    page.reload()
    expect(page.locator("[data-banner]")).to_contain_text("отложены и не потеряны")
    expect(page.locator("[data-progress-line]")).to_have_text("Верно 1 из 7 · проверено 1")
    assert stored(page)[f"{PREFIX}check/one~damaged-1"] == damaged
    answer(page, "one", RIGHT["one"])
    page.reload()
    expect(page.locator("[data-banner]")).to_be_hidden()
    expect(page.locator("[data-progress-line]")).to_have_text("Верно 2 из 7 · проверено 2")


@pytest.mark.parametrize(("fault", "said"), [(FORBIDDEN, "не разрешает"), (FULL, "заполнено")])
def test_a_store_that_keeps_nothing_is_told_and_the_check_works(page: Page, url: str, fault: str, said: str):
    page.add_init_script(fault)
    page.goto(f"{url}/check.html")
    for name, given in RIGHT.items():
        answer(page, name, given)
    expect(page.locator("[data-banner]")).to_contain_text(said)
    expect(page.locator("[data-progress-line]")).to_have_text("Верно 7 из 7 · проверено 7")


def test_that_the_browser_keeps_nothing_is_told_once_on_a_letter(page: Page, url: str):
    page.add_init_script(FORBIDDEN)
    page.goto(f"{url}/read.html")
    page.locator("[data-do=read]").click()
    answer(page, "one", RIGHT["one"])
    expect(page.locator("[data-banner]")).to_have_count(2)
    expect(page.locator("[data-banner]:visible")).to_have_count(1)
    expect(page.locator("[data-banner]:visible")).to_contain_text("не разрешает")


@pytest.mark.parametrize(("fault", "said"), [(FORBIDDEN, "не разрешает"), (FULL, "заполнено")])
def test_a_store_that_keeps_nothing_is_told_and_the_sheet_can_be_handed_in(page: Page, url: str, fault: str, said: str):
    page.add_init_script(fault)
    page.goto(f"{url}/sheet.html")
    page.get_by_label("Фамилия и имя").fill("Анна")
    page.get_by_label("Что такое вода?").fill("Жидкость")
    expect(page.locator("[data-banner]")).to_contain_text(said)
    expect(page.locator("[data-saved]")).to_contain_text("Не сохранено")
    # No tick in front of bad news.
    assert page.locator("[data-saved]").evaluate("line => getComputedStyle(line, '::before').content") == "none"
    page.get_by_role("button", name="Просмотреть и сдать").click()
    page.get_by_label("Сдать без ответа на 1 вопрос").check()
    with page.expect_download() as download:
        page.get_by_role("button", name="Скачать файл").click()
    answers = json.loads(download.value.path().read_text(encoding="utf-8"))
    assert answers["answers"][0] == {"question": "what", "text": "Жидкость"}


def test_leaving_a_sheet_that_could_not_be_saved_asks_first(page: Page, url: str):
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.add_init_script(FORBIDDEN)
    page.goto(f"{url}/sheet.html")
    page.get_by_label("Что такое вода?").press_sequentially("Ж")
    page.reload()
    assert asked == ["beforeunload"]


def test_two_tabs_do_not_overwrite_each_others_check(context: BrowserContext, url: str):
    one, two = two_tabs(context, f"{url}/check.html")
    answer(one, "one", RIGHT["one"])
    answer(two, "gap", RIGHT["gap"])
    for tab in (one, two):
        expect(tab.locator("[data-progress-line]")).to_have_text("Верно 2 из 7 · проверено 2")


def test_two_tabs_do_not_overwrite_each_others_sheet(context: BrowserContext, url: str):
    one, two = two_tabs(context, f"{url}/sheet.html")
    one.get_by_label("Что такое вода?").fill("первая вкладка")
    two.get_by_label("Почему вода кипит?").fill("вторая вкладка")
    two.get_by_label("Табельный номер").fill("4711")
    for tab in (one, two):
        expect(tab.get_by_label("Что такое вода?")).to_have_value("первая вкладка")
        expect(tab.get_by_label("Почему вода кипит?")).to_have_value("вторая вкладка")
        expect(tab.get_by_label("Табельный номер")).to_have_value("4711")
        expect(tab.locator("[data-count]")).to_have_text("Без ответа: 1 из 3")


def test_what_one_tab_erases_is_gone_from_the_other(context: BrowserContext, url: str):
    one, two = two_tabs(context, f"{url}/sheet.html")
    one.get_by_label("Что такое вода?").fill("секрет")
    expect(two.get_by_label("Что такое вода?")).to_have_value("секрет")
    press(one.locator("gramota-control-sheet"), "Стереть лист")
    press(one.locator("gramota-control-sheet"), "Стереть")
    expect(two.get_by_label("Что такое вода?")).to_have_value("")
    assert "секрет" not in json.dumps(stored(two), ensure_ascii=False)


def test_the_review_shows_what_another_tab_changed_before_it_is_handed_in(context: BrowserContext, url: str):
    one, two = two_tabs(context, f"{url}/sheet.html")
    one.get_by_label("Табельный номер").fill("4711")
    one.get_by_label("Что такое вода?").fill("Жидкость")
    one.get_by_role("button", name="Просмотреть и сдать").click()
    two.get_by_label("Что такое вода?").fill("Лёд")
    expect(one.locator("[data-review-list] > li").first).to_contain_text("Лёд")
    expect(one.locator("[data-review-said]")).to_contain_text("изменились в другой вкладке")


def test_a_sheet_that_is_erased_elsewhere_leaves_the_review(context: BrowserContext, url: str):
    one, two = two_tabs(context, f"{url}/sheet.html")
    one.get_by_label("Табельный номер").fill("4711")
    one.get_by_label("Что такое вода?").fill("секрет")
    one.get_by_role("button", name="Просмотреть и сдать").click()
    press(two.locator("gramota-control-sheet"), "Стереть лист")
    press(two.locator("gramota-control-sheet"), "Стереть")
    expect(one.get_by_label("Что такое вода?")).to_have_value("")
    expect(one.get_by_text("секрет")).to_be_hidden()
    expect(one.locator("[data-view=review]")).to_be_hidden()


def test_what_still_stands_on_the_page_is_kept_though_the_store_was_emptied(page: Page, url: str):
    page.goto(f"{url}/sheet.html")
    page.get_by_label("Табельный номер").fill("4711")
    page.get_by_label("Что такое вода?").fill("Жидкость")
    page.evaluate("localStorage.clear()")
    page.get_by_label("Почему вода кипит?").fill("Нагрета")
    expect(page.locator("[data-saved]")).to_have_text("Сохранено на этом компьютере")
    page.reload()
    expect(page.get_by_label("Табельный номер")).to_have_value("4711")
    expect(page.get_by_label("Что такое вода?")).to_have_value("Жидкость")


def test_a_clock_that_was_set_back_hides_no_newer_text(context: BrowserContext, url: str):
    one, two = context.new_page(), context.new_page()
    one.clock.set_fixed_time("2026-03-12T09:00:00Z")
    two.clock.set_fixed_time("2026-03-11T09:00:00Z")
    for tab in (one, two):
        tab.goto(f"{url}/sheet.html")
    one.get_by_label("Что такое вода?").fill("вчерашнее")
    two.get_by_label("Что такое вода?").fill("сегодняшнее")
    expect(one.get_by_label("Что такое вода?")).to_have_value("сегодняшнее")


def test_starting_over_asks_first_and_leaves_other_letters_alone(page: Page, url: str):
    page.goto(f"{url}/check.html")
    answer(page, "one", RIGHT["one"])
    page.evaluate("localStorage.setItem('gramota/1/Сайт%2F1/every-type-2/check/one', 'theirs')")
    press(page.locator("gramota-self-check"), "Начать заново")
    press(page.locator("gramota-self-check"), "Не стирать")
    expect(page.locator("[data-progress-line]")).to_have_text("Верно 1 из 7 · проверено 1")
    press(page.locator("gramota-self-check"), "Начать заново")
    press(page.locator("gramota-self-check"), "Стереть")
    expect(page.locator("[data-progress-line]")).to_have_text("Верно 0 из 7 · проверено 0")
    assert sorted(stored(page)) == ["gramota/1/Сайт%2F1/every-type-2/check/one", f"{PREFIX}run"]


def test_a_draft_outlives_a_question_worded_anew(page: Page, url: str):
    page.goto(f"{url}/sheet.html")
    page.get_by_label("Что такое вода?").fill("Жидкость")
    page.goto(f"{url}/sheet-changed.html")
    field = page.get_by_label("Что такое вода? (новое)")
    expect(field).to_have_value("Жидкость")
    expect(page.locator("[data-changed]:visible")).to_have_count(1)
    field.press_sequentially("!")
    expect(page.locator("[data-changed]:visible")).to_have_count(0)


def test_a_text_whose_question_is_gone_is_shown_and_handed_in(page: Page, url: str):
    page.goto(f"{url}/sheet.html")
    page.get_by_label("Табельный номер").fill("4711")
    page.get_by_label("Что такое вода?").fill(GONE)
    page.get_by_label("Почему вода кипит?").fill("Нагрета")
    page.goto(f"{url}/sheet-shorter.html")
    note = "«Что такое вода?» — этого вопроса в листе больше нет; было написано:"
    expect(page.locator("[data-gone] p")).to_have_text([note, GONE])
    expect(page.locator("[data-count]")).to_have_text("Без ответа: 1 из 2")
    page.get_by_role("button", name="Просмотреть и сдать").click()
    expect(page.locator("[data-review-list] > li").last.locator("p")).to_have_text([note, GONE])
    assert _handed_in(page) == {"why": "Нагрета", "more": "", "what": GONE}
    page.get_by_role("button", name="Скопировать текстом").click()
    expect(page.locator("[data-copied]")).to_have_value(re.compile(re.escape(f"[3/3 what: {note}]\n{GONE}\n")))
    assert page.evaluate("window.hit") is None


def test_a_question_that_comes_back_has_its_text_again(page: Page, url: str):
    page.goto(f"{url}/sheet.html")
    page.get_by_label("Что такое вода?").fill("Жидкость")
    page.goto(f"{url}/sheet-shorter.html")
    page.goto(f"{url}/sheet.html")
    expect(page.get_by_label("Что такое вода?")).to_have_value("Жидкость")
    expect(page.locator("[data-gone]")).to_be_empty()


def test_erasing_the_sheet_erases_texts_whose_questions_are_gone(page: Page, url: str):
    page.goto(f"{url}/sheet.html")
    page.get_by_label("Что такое вода?").fill("секрет")
    page.goto(f"{url}/sheet-shorter.html")
    expect(page.locator("[data-gone]")).to_contain_text("секрет")
    press(page.locator("gramota-control-sheet"), "Стереть лист")
    press(page.locator("gramota-control-sheet"), "Стереть")
    expect(page.locator("[data-gone]")).to_be_empty()
    assert stored(page) == {}


@pytest.mark.parametrize(
    "value",
    [
        "{not json",
        '{"v": 1, "text": 5, "hash": "", "edited": 1}',
        '{"v": 1, "text": "a", "prompt": {}, "hash": "", "edited": 1}',
    ],
)
def test_a_damaged_text_of_a_gone_question_is_set_aside(page: Page, url: str, value: str):
    page.goto(f"{url}/sheet.html")
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [f"{PREFIX}sheet/answer/old", value])
    page.reload()
    expect(page.locator("[data-banner]")).to_contain_text("отложены и не потеряны")
    expect(page.locator("[data-gone]")).to_be_empty()
    assert stored(page)[f"{PREFIX}sheet/answer/old~damaged-1"] == value


def test_a_gone_question_whose_words_were_not_kept_is_told_by_its_name(page: Page, url: str):
    page.goto(f"{url}/sheet.html")
    draft = json.dumps({"v": 1, "text": "Было", "hash": "0", "edited": 1})
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [f"{PREFIX}sheet/answer/old", draft])
    page.reload()
    expect(page.locator("[data-gone] p").first).to_contain_text("«old» — этого вопроса в листе больше нет")


def test_a_store_that_was_full_and_is_freed_keeps_the_sheet_and_says_so(page: Page, url: str):
    page.goto(f"{url}/sheet.html")
    page.evaluate(FILL_UP)
    page.get_by_label("Что такое вода?").fill("Жидкость")
    expect(page.locator("[data-banner]")).to_contain_text("заполнено")
    expect(page.locator("[data-saved]")).to_have_text("Не сохранено — место в браузере закончилось")
    page.evaluate("localStorage.removeItem('ballast')")
    page.get_by_label("Почему вода кипит?").fill("Нагрета")
    expect(page.locator("[data-saved]")).to_have_text("Сохранено на этом компьютере")
    expect(page.locator("[data-banner]")).to_be_hidden()
    page.reload()
    expect(page.get_by_label("Что такое вода?")).to_have_value("Жидкость")


def test_a_store_that_was_full_and_is_freed_keeps_the_check_and_says_so(page: Page, url: str):
    page.goto(f"{url}/check.html")
    page.evaluate(FILL_UP)
    answer(page, "one", RIGHT["one"])
    expect(page.locator("[data-banner]")).to_contain_text("заполнено")
    page.evaluate("localStorage.removeItem('ballast')")
    answer(page, "gap", RIGHT["gap"])
    expect(page.locator("[data-banner]")).to_be_hidden()
    page.reload()
    expect(page.locator("[data-progress-line]")).to_have_text("Верно 2 из 7 · проверено 2")


def test_a_store_that_is_forbidden_is_not_called_full(page: Page, url: str):
    page.add_init_script(FORBIDDEN)
    page.goto(f"{url}/sheet.html")
    page.get_by_label("Что такое вода?").fill("Жидкость")
    expect(page.locator("[data-saved]")).to_have_text("Не сохранено — браузер не разрешает")
    expect(page.locator("[data-banner]")).to_be_visible()


def test_a_new_revision_says_why_the_tick_is_gone(page: Page, url: str):
    page.goto(f"{url}/sheet.html")
    tick = page.get_by_label("Я прочитал(а) письмо")
    tick.check()
    expect(page.locator("[data-revised]")).to_be_hidden()
    page.goto(f"{url}/sheet-revised.html")
    expect(tick).not_to_be_checked()
    why = "Письмо изменилось: теперь редакция 3. Прочитайте его и поставьте отметку снова."
    expect(page.locator("[data-revised]")).to_have_text(why)
    page.get_by_label("Табельный номер").fill("4711")
    page.reload()
    expect(page.locator("[data-revised]")).to_be_visible()
    tick.check()
    expect(page.locator("[data-revised]")).to_be_hidden()
    page.reload()
    expect(tick).to_be_checked()
    expect(page.locator("[data-revised]")).to_be_hidden()


def _handed_in(page: Page) -> dict[str, str]:
    with page.expect_download() as download:
        page.get_by_role("button", name="Скачать файл").click()
    answers = json.loads(download.value.path().read_text(encoding="utf-8"))["answers"]
    return {each["question"]: each["text"] for each in answers}
