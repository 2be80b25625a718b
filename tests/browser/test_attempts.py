"""Attempts, hints, points, and what the self-check came to."""

import json

import pytest
from playwright.sync_api import Page, expect

from tests.browser.blocks import PREFIX
from tests.browser.reader import RIGHT, answer, item, press

RULES = PREFIX.replace("every-type", "rules")


@pytest.fixture
def rules(page: Page, url: str) -> Page:
    """The page with the rules, in a run that asks one question of each kind."""
    run = json.dumps(
        {"v": 1, "asked": [[name, place] for place, name in enumerate(("once", "thrice", "word", "deep-one"))]}
    )
    page.goto(f"{url}/check-rules.html")
    page.evaluate("([key, run]) => localStorage.setItem(key, run)", [f"{RULES}run", run])
    page.reload()
    return page


def tick(page: Page, name: str, *texts: str) -> None:
    for label in item(page, name).locator("label").all():
        label.locator("input").set_checked(label.inner_text() in texts) if name == "thrice" else None
    if name == "once":
        item(page, name).get_by_label(texts[0], exact=True).check()
    press(item(page, name), "Проверить")


def write(page: Page, name: str, text: str) -> None:
    item(page, name).get_by_role("textbox").fill(text)
    press(item(page, name), "Проверить")


def verdict(page: Page, name: str) -> str:
    return item(page, name).locator("[data-verdict-line]").inner_text()


def test_how_often_one_may_try_is_said_before_and_after(rules: Page):
    expect(item(rules, "once").locator(".gramota-kicker")).to_have_text(
        "Вопрос 1 из 4 · один ответ · 3 балла · 1 попытка"
    )
    expect(item(rules, "thrice").locator(".gramota-kicker")).to_have_text(
        "Вопрос 2 из 4 · несколько ответов · 3 попытки"
    )
    tick(rules, "thrice", "Пять")
    assert verdict(rules, "thrice") == "Неверно · осталось 2 попытки"
    press(item(rules, "thrice"), "Попробовать еще раз")
    tick(rules, "thrice", "Пять")
    assert verdict(rules, "thrice") == "Неверно · осталась 1 попытка"


def test_after_the_last_attempt_a_question_is_closed_for_good(rules: Page):
    for _ in range(3):
        write(rules, "word", "пять")
        press(item(rules, "word"), "Попробовать еще раз") if _ < 2 else None
    for _ in ("now", "after a reload"):
        assert verdict(rules, "word") == "Неверно · попыток больше нет"
        expect(item(rules, "word").get_by_role("button", name="Попробовать")).to_be_hidden()
        expect(item(rules, "word").get_by_role("textbox")).to_be_disabled()
        expect(item(rules, "word").get_by_role("button", name="Показать ответ")).to_be_visible()
        rules.reload()


def test_an_answer_that_its_author_keeps_is_never_shown(rules: Page):
    tick(rules, "once", "Три")
    assert verdict(rules, "once") == "Неверно · 0 из 3 баллов · попыток больше нет"
    expect(item(rules, "once").get_by_role("button")).to_have_count(0)


@pytest.mark.parametrize(
    ("ticked", "said"),
    [
        (["Четыре"], "Верно отчасти · 0,5 из 1 балла"),
        (["Четыре", "Шесть", "Пять"], "Верно отчасти · 0,5 из 1 балла"),
        (["Четыре", "Пять"], "Неверно"),
        (["Пять", "Семь", "Девять"], "Неверно"),
        (["Четыре", "Шесть", "Пять", "Семь", "Девять", "Одиннадцать"], "Неверно"),
    ],
)
def test_who_ticks_everything_gets_nothing(rules: Page, ticked: list[str], said: str):
    tick(rules, "thrice", *ticked)
    assert verdict(rules, "thrice").removesuffix(" · осталось 2 попытки") == said


def test_who_missed_a_right_option_is_told_what_its_author_says_to_them(rules: Page):
    missed = item(rules, "thrice").get_by_text("Проверьте, что делится на два.")
    tick(rules, "thrice", "Шесть")
    expect(missed).to_be_visible()
    press(item(rules, "thrice"), "Попробовать еще раз")
    expect(missed).to_be_hidden()
    tick(rules, "thrice", "Четыре", "Шесть")
    expect(missed).to_be_hidden()


def test_showing_the_answer_brings_no_points(rules: Page):
    for again in (True, False):
        tick(rules, "thrice", "Шесть")
        press(item(rules, "thrice"), "Попробовать еще раз" if again else "Показать ответ")
    assert verdict(rules, "thrice") == "Ответ показан · 0,5 из 1 балла"
    rules.reload()
    assert verdict(rules, "thrice") == "Ответ показан · 0,5 из 1 балла"


def test_each_hint_is_offered_after_the_one_before_and_is_remembered(page: Page, url: str):
    page.goto(f"{url}/check.html")
    first, second = (item(page, "gap").locator("details").nth(place) for place in (0, 1))
    expect(second).to_be_hidden()
    first.get_by_text("Подсказка").click()
    expect(page.get_by_text("Её пьют.")).to_be_visible()
    expect(page.get_by_text("Она бежит из крана.")).to_be_hidden()
    second.get_by_text("Еще подсказка").click()
    expect(page.get_by_text("Она бежит из крана.")).to_be_visible()
    answer(page, "gap", "снегом")
    page.reload()
    expect(page.get_by_text("Её пьют.")).to_be_visible()
    expect(page.get_by_text("Она бежит из крана.")).to_be_visible()
    press(page.locator("gramota-self-check"), "Начать заново")
    press(page.locator("gramota-self-check"), "Стереть")
    expect(page.get_by_text("Её пьют.")).to_be_hidden()
    expect(second).to_be_hidden()


def test_a_hint_that_the_reader_closed_stays_closed(page: Page, url: str):
    page.goto(f"{url}/check.html")
    first = item(page, "gap").locator("details").first
    first.get_by_text("Подсказка").click()
    first.get_by_text("Подсказка").click()
    answer(page, "gap", "снегом")
    expect(page.get_by_text("Её пьют.")).to_be_hidden()
    expect(item(page, "gap").locator("details").nth(1)).to_be_visible()


def test_a_hint_is_opened_by_keyboard_and_leaves_the_answer_alone(page: Page, url: str):
    page.goto(f"{url}/check.html")
    item(page, "gap").get_by_role("textbox").fill("водо")
    item(page, "gap").locator("summary").first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Её пьют.")).to_be_visible()
    expect(item(page, "gap").locator("summary").nth(1)).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.get_by_text("Она бежит из крана.")).to_be_visible()
    expect(item(page, "gap").get_by_role("textbox")).to_have_value("водо")
    expect(item(page, "gap").locator("[data-verdict]")).to_be_hidden()


def finish(page: Page) -> None:
    """Answer three of the four: one in part, one wrong, one right; the one that is worth most is wrong."""
    tick(page, "once", "Три")
    tick(page, "thrice", "Четыре")
    write(page, "word", "пять")
    write(page, "deep-one", "1")


def test_the_outcome_is_told_when_every_question_was_checked(rules: Page):
    expect(rules.locator("[data-outcome-of-all]")).to_be_hidden()
    finish(rules)
    outcome = rules.locator("[data-outcome-of-all]")
    expect(rules.locator("[data-outcome-title]")).to_be_focused()
    expect(rules.locator("[data-outcome-title]")).to_have_text("Итог: верно 1 из 4 · 1,5 из 6 баллов")
    assert outcome.locator("[data-outcome-list] > li").all_inner_texts() == [
        "Сколько будет один и один?\nНеверно · 0 из 3 баллов",
        "Какие числа чётные?\nВерно отчасти · 0,5 из 1 балла",
        "После трёх идёт ___.\nНеверно",
        "Первый вопрос набора\nВерно",
    ]
    sections = outcome.locator("[data-outcome-sections] a")
    assert [(link.inner_text(), link.get_attribute("href")) for link in sections.all()] == [
        ("Первое", "#first"),
        ("Второе", "#second"),
    ]
    rules.reload()
    expect(outcome).to_be_visible()


def test_the_focus_stays_with_what_is_wrong_and_the_outcome_is_said_politely(rules: Page):
    write(rules, "deep-one", "1")
    tick(rules, "thrice", "Четыре", "Шесть")
    write(rules, "word", "четыре")
    tick(rules, "once", "Три")
    expect(item(rules, "once").locator("[data-result]")).to_be_focused()
    expect(rules.get_by_role("status").filter(has_text="Итог: верно 3 из 4")).to_be_visible()


def test_only_the_wrong_ones_are_answered_again(rules: Page):
    finish(rules)
    press(rules.locator("[data-outcome-of-all]"), "Ответить заново только на вопросы с ошибками")
    expect(rules.locator("[data-outcome-of-all]")).to_be_hidden()
    expect(rules.locator("[data-progress-line]")).to_have_text("Верно 1 из 4 · проверено 1")
    assert item(rules, "once").locator(":focus").count() == 1
    expect(item(rules, "deep-one").locator("[data-verdict]")).to_have_text("Верно")
    for name in ("once", "thrice", "word"):
        expect(item(rules, name).get_by_role("button", name="Проверить")).to_be_visible()
    rules.reload()
    expect(rules.locator("[data-progress-line]")).to_have_text("Верно 1 из 4 · проверено 1")
    tick(rules, "once", "Два")
    tick(rules, "thrice", "Четыре", "Шесть")
    write(rules, "word", "четыре")
    expect(rules.locator("[data-outcome-title]")).to_have_text("Итог: верно 4 из 4 · 6 из 6 баллов")
    expect(rules.locator("[data-outcome-unsolved]:visible")).to_have_count(0)


def test_what_was_tried_before_is_not_forgotten_in_the_answers_file(page: Page, url: str):
    page.goto(f"{url}/check.html")
    answer(page, "pairs", {"Лёд": "твёрдое", "Вода": "газ", "Пар": "жидкое"})
    for name, given in RIGHT.items():
        if name != "pairs":
            answer(page, name, given)
    press(page.locator("[data-outcome-of-all]"), "Ответить заново только на вопросы с ошибками")
    page.goto(f"{url}/sheet.html")
    assert checked_in_file(page)["pairs"] == (1, False, 0)
    page.goto(f"{url}/check.html")
    answer(page, "pairs", RIGHT["pairs"])
    page.goto(f"{url}/sheet.html")
    assert checked_in_file(page)["pairs"] == (2, True, 1)


def test_the_share_of_the_points_goes_into_the_answers_file(page: Page, url: str):
    page.goto(f"{url}/check.html")
    answer(page, "pairs", {"Лёд": "твёрдое", "Вода": "газ", "Пар": "жидкое"})
    answer(page, "some", ["Лёд"])
    page.goto(f"{url}/sheet.html")
    checked = checked_in_file(page)
    assert checked == {"pairs": (1, False, 0.33), "some": (1, False, 0.5)}


def checked_in_file(page: Page) -> dict[str, tuple[int, bool, float]]:
    answers = page.locator("gramota-control-sheet").evaluate("sheet => sheet.content()")
    return {one["item"]: (one["attempts"], one["correct"], one["share"]) for one in answers["self_check"]}
