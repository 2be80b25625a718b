"""Each question type in a real browser: right, wrong, partly right, again, and the answer shown."""

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.blocks import PREFIX
from tests.browser.reader import RIGHT, answer, item, press


@pytest.fixture
def check(page: Page, url: str) -> Page:
    page.goto(f"{url}/check.html")
    return page


# What is wrong, how the verdict begins, the explanations to be seen, and the notes.
WRONG = [
    ("one", ["Жидкая вода"], "Неверно", ["Жидкая вода — просто вода."], []),
    ("one", ["Пар & дым"], "Неверно", ["Пар — это газ."], []),
    (
        "some",
        ["Лёд"],
        "Верно отчасти",
        ["Лёд — вода.", "Что поднимается над чайником?"],
        ["Отмечено не все, что верно."],
    ),
    (
        "some",
        ["Лёд", "Пар", "Песок"],
        "Верно отчасти",
        ["Лёд — вода.", "Пар — вода.", "Песок — другое вещество."],
        ["Среди отмеченного есть лишнее."],
    ),
    (
        "some",
        ["Спирт"],
        "Неверно",
        ["Спирт — другое вещество.", "Что поднимается над чайником?"],
        ["Отмечено не все, что верно, и есть лишнее."],
    ),
    ("gap", "ПАРОМ!", "Неверно", ["Паром становится вода."], []),
    ("gap", "снегом", "Неверно", [], []),
    ("degrees", "212", "Неверно", ["Это градусы Фаренгейта."], []),
    ("degrees", "99,4", "Неверно", [], []),
    (
        "row",
        ["Лёд", "Вода", "Пар", "Кипяток"],
        "Верно отчасти",
        ["Кипяток ещё жидкий.", "Пар горячее всех."],
        ["На своих местах: 2 из 4."],
    ),
    (
        "pairs",
        {"Лёд": "твёрдое", "Вода": "газ", "Пар": "жидкое"},
        "Верно отчасти",
        ["Газом вода станет после кипения.", "Пар летит."],
        ["Верных пар: 1 из 3."],
    ),
    (
        "pairs",
        {"Лёд": "жидкое", "Вода": "твёрдое", "Пар": "газ"},
        "Верно отчасти",
        ["Лёд держит форму.", "Вода течёт."],
        ["Верных пар: 1 из 3."],
    ),
]


@pytest.mark.parametrize("name", RIGHT)
def test_a_right_answer_is_said_to_be_right(check: Page, name: str):
    question = answer(check, name, RIGHT[name])
    expect(question.locator("[data-verdict]")).to_have_text("Верно")
    expect(question.locator("[data-where] a")).to_be_visible()
    expect(question.get_by_role("button", name="Попробовать еще раз")).to_be_hidden()
    expect(check.locator("[data-progress-line]")).to_have_text("Верно 1 из 7 · проверено 1")


@pytest.mark.parametrize(("name", "given", "verdict", "whys", "notes"), WRONG)
def test_a_wrong_answer_is_told_what_is_wrong_with_it(check: Page, *, name, given, verdict, whys, notes):
    question = answer(check, name, given)
    expect(question.locator("[data-verdict]")).to_have_text(verdict)
    for text in [*whys, *notes]:
        expect(question.get_by_text(text, exact=True)).to_be_visible()
    expect(question.locator("[data-feedback]:visible")).to_have_count(len(whys))
    expect(question.locator("[data-why]:visible")).to_have_count(0)
    expect(check.locator("[data-progress-line]")).to_have_text("Верно 0 из 7 · проверено 1")


def test_what_is_missing_from_several_right_options_is_not_given_away(check: Page):
    question = answer(check, "some", ["Лёд"])
    expect(question.locator("label", has_text="Пар").locator("[data-mark]")).to_be_empty()
    expect(question.get_by_text("Пар — вода.")).to_be_hidden()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("one", "Сначала выберите ответ."),
        ("some", "Сначала отметьте хотя бы один ответ."),
        ("gap", "Сначала впишите ответ."),
        ("degrees", "Сначала впишите ответ."),
        ("pairs", "Сначала подберите пару в каждой строке."),
        ("words", "Сначала впишите ответ."),
    ],
)
def test_nothing_is_no_attempt(check: Page, name: str, said: str):
    press(item(check, name), "Проверить")
    expect(item(check, name).locator("[data-note]")).to_have_text(said)
    expect(check.locator("[data-progress-line]")).to_have_text("Верно 0 из 7 · проверено 0")
    assert item(check, name).locator(":focus").count() == 1


def test_a_number_in_words_is_asked_for_in_digits_and_is_no_attempt(check: Page):
    question = answer(check, "degrees", "сто")
    expect(question.locator("[data-note]")).to_have_text("Впишите только число, цифрами: например, 15 или 2,5.")
    expect(question.get_by_role("textbox")).to_be_editable()


@pytest.mark.parametrize(
    ("name", "wrong", "left"),
    [
        ("one", ["Жидкая вода"], []),
        ("some", ["Лёд", "Песок"], ["Лёд"]),
    ],
)
def test_a_new_attempt_begins_with_what_was_right(check: Page, name: str, wrong, left):
    question = answer(check, name, wrong)
    press(question, "Попробовать еще раз")
    ticked = question.locator("label", has=check.locator("input:checked"))
    assert [text.strip() for text in ticked.all_inner_texts()] == left
    expect(question.locator("[data-verdict]")).to_be_hidden()
    answer(check, name, RIGHT[name])
    expect(question.locator("[data-verdict]")).to_have_text("Верно")


def test_right_pairs_stay_and_wrong_ones_are_emptied_for_a_new_attempt(check: Page):
    question = answer(check, "pairs", {"Лёд": "твёрдое", "Вода": "газ", "Пар": "жидкое"})
    press(question, "Попробовать еще раз")
    expect(question.get_by_label("Вода")).to_have_value("")
    assert question.get_by_label("Лёд").evaluate("list => list.selectedOptions[0].textContent") == "твёрдое"


@pytest.mark.parametrize(
    ("name", "wrong"),
    [(name, given) for name, given, *_ in [WRONG[0], WRONG[2], WRONG[5], WRONG[7], WRONG[9], WRONG[10]]],
)
def test_the_answer_is_shown_after_the_second_attempt_and_counts_as_shown(check: Page, name: str, wrong):
    question = answer(check, name, wrong)
    expect(question.get_by_role("button", name="Показать ответ")).to_be_hidden()
    press(question, "Попробовать еще раз")
    answer(check, name, wrong)
    press(question, "Показать ответ")
    expect(question.locator("[data-verdict]")).to_have_text("Ответ показан")
    expect(check.locator("[data-progress-line]")).to_have_text("Верно 0 из 7 · проверено 1")
    match name:
        case "gap":
            expect(question.locator("[data-answer]")).to_have_text("Правильный ответ: водой")
        case "degrees":
            expect(question.locator("[data-answer]")).to_have_text("Правильный ответ: 100\u00a0°C")
        case "row":
            assert [text.split("\n")[0] for text in question.locator("li [data-text]").all_inner_texts()] == RIGHT[
                "row"
            ]
        case "pairs":
            chosen = question.locator("select").evaluate_all(
                "all => all.map(one => one.selectedOptions[0].textContent)"
            )
            assert chosen == list(RIGHT["pairs"].values())
        case _:
            ticked = question.locator("label", has=check.locator("input:checked")).locator(".gramota-option-text")
            assert set(ticked.all_inner_texts()) == set(RIGHT[name])


def test_the_order_shown_is_never_the_right_one(check: Page):
    assert item(check, "row").locator("li [data-text]").all_inner_texts() != RIGHT["row"]


def test_markdown_of_authors_is_text_and_not_tags(check: Page):
    expect(item(check, "one").locator("legend em")).to_have_text("лёд")
    expect(item(check, "gap").locator("strong input")).to_have_count(1)
    expect(item(check, "some").locator("abbr")).to_have_attribute("title", "вода")


def test_each_language_is_spoken_whole(page: Page, url: str):
    page.goto(f"{url}/check-en.html")
    press(item(page, "one"), "Check")
    expect(page.locator("[data-progress-line]")).to_have_text("0 of 7 right · 0 checked")
    expect(item(page, "one").locator("[data-note]")).to_have_text("Choose an answer first.")


def test_what_is_chosen_before_the_script_is_there_stays(page: Page, url: str):
    waiting: list[Route] = []
    page.route("**/gramota.js", lambda route: waiting.append(route))  # noqa: PLW0108 - Playwright marks what it is given
    with page.expect_request("**/gramota.js"):
        page.goto(f"{url}/check.html", wait_until="commit")
    item(page, "some").get_by_label("Лёд").check()
    item(page, "gap").get_by_role("textbox").fill("водой")
    item(page, "pairs").locator("select").first.evaluate("list => { list.value = '1'; }")
    chosen = item(page, "pairs").locator("select").first.evaluate("list => list.selectedOptions[0].textContent")
    waiting[0].continue_()
    page.unroute_all()
    expect(page.locator("[data-progress-line]")).to_have_text("Верно 0 из 7 · проверено 0")
    for _ in ("now", "later"):
        expect(item(page, "some").get_by_label("Лёд")).to_be_checked()
        expect(item(page, "gap").get_by_role("textbox")).to_have_value("водой")
        expect(item(page, "pairs").locator("[data-chosen]").first).to_have_text(chosen)
        page.goto(f"{url}/sheet.html")
        page.goto(f"{url}/check.html")
    # Only what was touched is stored, beside the order in which the options stand.
    names = page.evaluate("Object.keys(localStorage)")
    assert sorted(name.removeprefix(PREFIX) for name in names) == ["check/gap", "check/pairs", "check/some", "run"]


def test_options_of_one_long_word_do_not_widen_the_page(page: Page, url: str):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{url}/check-long-word.html")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
