"""One run of the self-check: what is drawn and shuffled for it stays until it is begun anew."""

import json
from collections import Counter

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.blocks import PREFIX
from tests.browser.reader import RIGHT, answer, item, press, two_tabs

RUN = PREFIX.replace("every-type", "rules") + "run"


FORBIDDEN = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('', 'SecurityError'); }})"
ASKED = "[...document.querySelectorAll('[data-item]:not([hidden])')].map(one => one.dataset.item)"
CHANCE = """n => {
    Math.random = () => (n = n * 48271 % 2147483647) / 2147483647;
    n = Math.floor(Math.random() * 2 ** 31);
}"""
DAMAGED = ("{", '{"v": 1, "asked": 3}', '{"v": 1, "asked": [["once", "x"]]}', '{"v": 1, "asked": [[["once"]]]}')


def asked(page: Page) -> list[str]:
    return page.evaluate(ASKED)


def orders(page: Page) -> list[list[str]]:
    """What stands in which order: options, things to arrange, partners to choose from."""
    texts = "parts => parts.map(part => part.textContent)"
    return [
        item(page, "one").locator(".gramota-option-text").evaluate_all(texts),
        item(page, "some").locator(".gramota-option-text").evaluate_all(texts),
        item(page, "row").locator("[data-text]").evaluate_all(texts),
        *(each.locator("option").evaluate_all(texts) for each in item(page, "pairs").locator("select").all()),
    ]


def start_over(page: Page) -> None:
    press(page.locator("gramota-self-check"), "Начать заново")
    press(page.locator("gramota-self-check"), "Стереть")


def deal_numbers(page: Page, first: int) -> None:
    """Make the browser's chance a known row of numbers (Park and Miller's)."""
    page.evaluate(CHANCE, first + 1)


def test_as_many_questions_are_asked_as_the_author_says(page: Page, url: str):
    page.goto(f"{url}/check-rules.html")
    assert len(asked(page)) == 4
    assert len([name for name in asked(page) if name.startswith("deep")]) == 1
    expect(page.locator("[data-progress-line]")).to_have_text("Верно 0 из 4 · проверено 0")
    numbers = page.locator("[data-number]:visible").all_inner_texts()
    assert numbers == [f"Вопрос {number} из 4" for number in (1, 2, 3, 4)]
    expect(page.get_by_text("За один раз выпадают 4 вопроса из 7.")).to_be_visible()


def test_a_reload_and_another_tab_ask_the_same(context: BrowserContext, url: str):
    page, other = context.new_page(), context.new_page()
    page.goto(f"{url}/check-rules.html")
    drawn = asked(page)
    for _ in range(3):
        page.reload()
        assert asked(page) == drawn
    other.goto(f"{url}/check-rules.html")
    assert asked(other) == drawn


def test_starting_over_draws_anew_in_every_tab(context: BrowserContext, url: str):
    page, other = two_tabs(context, f"{url}/check-rules.html")
    runs = {str(asked(page))}
    for first in range(12):
        deal_numbers(page, first * 100)
        start_over(page)
        drawn = asked(page)
        runs.add(str(drawn))
        other.wait_for_function(f"ids => String({ASKED}) === ids", arg=",".join(drawn))
    assert len(runs) > 4


def test_a_question_added_later_pushes_none_out_of_the_run(page: Page, url: str):
    page.goto(f"{url}/check-rules.html")
    drawn = asked(page)
    page.goto(f"{url}/check-rules-longer.html")
    assert asked(page) == drawn


def test_what_is_no_run_is_set_aside_and_dealt_anew(page: Page, url: str):
    page.goto(f"{url}/check-rules.html")
    for damaged in DAMAGED:
        page.evaluate("([key, value]) => localStorage.setItem(key, value)", [RUN, damaged])
        page.reload()
        assert len(asked(page)) == 4
        assert len(json.loads(page.evaluate("key => localStorage.getItem(key)", RUN))["asked"]) == 4
        expect(page.locator("[data-banner]")).to_be_visible()


def test_questions_that_are_gone_leave_the_run(page: Page, url: str):
    page.goto(f"{url}/check-rules.html")
    gone = json.dumps({"v": 1, "asked": [["gone", 1], ["constructor", 2], ["__proto__", 3]]})
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [RUN, gone])
    page.reload()
    assert len(asked(page)) == 4


def test_options_stand_in_another_order_only_in_another_run(page: Page, url: str):
    page.goto(f"{url}/check.html")
    before = orders(page)
    page.reload()
    assert orders(page) == before
    seen = {str(before)}
    for first in range(4):
        deal_numbers(page, first * 100)
        start_over(page)
        seen.add(str(orders(page)))
        assert sorted(map(sorted, orders(page))) == sorted(map(sorted, before))
    assert len(seen) >= 4


def test_options_stand_still_while_they_are_answered(page: Page, url: str):
    page.goto(f"{url}/check.html")
    before = orders(page)[:2]
    answer(page, "one", ["Жидкая вода"])
    press(item(page, "one"), "Попробовать еще раз")
    answer(page, "some", ["Лёд"])
    assert orders(page)[:2] == before


def test_a_new_run_never_shows_the_order_or_the_partners_that_are_right(page: Page, url: str):
    page.goto(f"{url}/check.html")
    for first in range(20):
        deal_numbers(page, first * 37)
        start_over(page)
        assert item(page, "row").locator("[data-text]").all_inner_texts() != RIGHT["row"]
        lefts = item(page, "pairs").locator(".gramota-option-text").all_inner_texts()
        assert orders(page)[3][1:] != [RIGHT["pairs"][left] for left in lefts]


def test_an_order_that_means_something_is_left_as_its_author_wrote_it(page: Page, url: str):
    page.goto(f"{url}/check-rules.html")
    page.evaluate("key => localStorage.setItem(key, JSON.stringify({v: 1, asked: [['once', 5]]}))", RUN)
    page.reload()
    options = item(page, "once").locator(".gramota-option-text").all_inner_texts()
    assert options == ["Три", "Один", "Два", "Ни одного из этих"]


def test_what_another_tab_has_cleared_is_not_kept_again_before_something_is_done(context: BrowserContext, url: str):
    page, other = context.new_page(), context.new_page()
    page.goto(f"{url}/check-rules.html")
    other.goto(f"{url}/sheet.html")
    drawn = asked(page)
    other.evaluate("localStorage.clear()")
    page.wait_for_function("() => localStorage.length === 0")
    page.evaluate("window.dispatchEvent(new PageTransitionEvent('pageshow'))")
    assert page.evaluate("localStorage.length") == 0
    page.locator("[data-item]:visible input").first.press("Space")
    page.reload()
    assert asked(page) == drawn


def test_where_nothing_is_kept_nothing_moves_either(page: Page, url: str):
    """The run is kept in memory: going back to a page or another tab's news must not deal anew."""
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('', 'SecurityError'); }})"
    )
    page.goto(f"{url}/check-rules.html")
    drawn = asked(page)
    page.evaluate("window.dispatchEvent(new PageTransitionEvent('pageshow'))")
    assert asked(page) == drawn


def test_without_a_script_every_question_is_there(browser, url: str):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{url}/check-rules.html")
    assert len(asked(page)) == 7
    context.close()


@pytest.mark.parametrize("count", [1, 2, 3, 5, 8])
def test_the_browsers_shuffle_loses_nothing_and_never_shows_the_answer(sources: Page, count: int):
    orders = sources.evaluate("of => Array.from({length: 300}, (_, n) => shuffled(of, n * 14316557))", count)
    assert all(sorted(order) == list(range(count)) for order in orders)
    answer = list(range(count))
    unlike = sources.evaluate("of => Array.from({length: 300}, (_, n) => shuffledUnlike(of, n))", answer)
    assert all(sorted(order) == answer for order in unlike)
    assert count == 1 or answer not in unlike


def test_no_order_is_dealt_much_more_often_than_another(sources: Page):
    orders = sources.evaluate("() => Array.from({length: 6000}, () => String(shuffled(3, randomNumber())))")
    counts = Counter(orders)
    assert len(counts) == 6
    assert all(850 < count < 1150 for count in counts.values())


def test_a_browser_that_puts_back_what_forms_held_ticks_no_other_option(page: Page, url: str):
    """Browsers put ticks back by where inputs stood; the options stand elsewhere by then."""
    page.add_init_script(FORBIDDEN)
    page.goto(f"{url}/check.html")
    for _ in range(6):
        item(page, "some").get_by_label("Лёд").check()
        item(page, "one").get_by_label("Твёрдая вода").check()
        page.reload()
        expect(page.locator("[data-progress-line]")).to_have_text("Верно 0 из 7 · проверено 0")
        for name, ticked in (("some", "Лёд"), ("one", "Твёрдая вода")):
            labels = item(page, name).locator("label", has=page.locator("input:checked")).all_inner_texts()
            assert set(labels) <= {ticked}
