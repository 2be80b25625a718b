"""A question in one's own words, as a reader meets it: what was found in the answer, and what is missing."""

import json

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.blocks import PREFIX
from tests.browser.reader import RIGHT, answer, item, press

PARTLY = "Воду греет тепло."
MISTAKEN = "Вода кипит от соли, хотя её греет тепло и в ней пузыри."


@pytest.fixture
def check(page: Page, url: str) -> Page:
    page.goto(f"{url}/check.html")
    return page


def point(question: Locator, title: str) -> Locator:
    return question.locator("[data-points] > li", has_text=title)


def test_the_page_says_that_it_is_practice_and_that_a_program_may_misread(check: Page):
    expect(item(check, "words")).to_contain_text("Это тренировка: ответ разбирает программа, а не тренер.")
    expect(item(check, "words")).to_contain_text("может понять его неверно")


def test_key_points_are_not_given_away_before_the_check(check: Page):
    expect(item(check, "words").locator("[data-points]")).to_be_hidden()
    assert "пузыри" not in item(check, "words").inner_text()


def test_what_is_found_is_shown_by_the_readers_own_words(check: Page):
    question = answer(check, "words", RIGHT["words"])
    expect(point(question, "греет тепло").locator("[data-mark]")).to_have_text("есть")
    expect(point(question, "греет тепло").locator("[data-quote]")).to_have_text("В вашем ответе: «Тепло»")
    expect(point(question, "становится водой").locator("[data-quote]")).to_have_text(
        "В вашем ответе: «превратился в воду»"
    )
    expect(question.get_by_text("Тепло греет воду, и в ней появляются пузыри.")).to_be_visible()
    expect(question.locator("[data-missing]:visible")).to_have_count(0)


def test_what_is_missing_is_told_with_its_why_and_its_section(check: Page):
    question = answer(check, "words", PARTLY)
    expect(question.locator("[data-verdict]")).to_have_text("Верно отчасти")
    expect(question.locator("[data-note]")).to_have_text("Ключевых мыслей в ответе: 1, а нужно 2.")
    for title, section in (("появляются пузыри", "states"), ("становится водой", "boiling")):
        expect(point(question, title).locator("[data-mark]")).to_have_text("не хватает")
        expect(point(question, title).get_by_role("link")).to_have_attribute("href", f"#{section}")
    expect(point(question, "становится водой")).to_contain_text("Вода и лёд — одно вещество.")
    expect(point(question, "греет тепло").locator("[data-missing]")).to_be_hidden()
    expect(question.get_by_role("link")).to_have_count(2)


def test_a_point_that_a_right_answer_does_without_is_no_mistake(check: Page):
    question = answer(check, "words", "Тепло греет воду, и в ней пузыри.")
    expect(question.locator("[data-verdict]")).to_have_text("Верно")
    expect(point(question, "становится водой")).to_contain_text("можно добавить")
    expect(question.get_by_text("не хватает")).to_have_count(0)


def test_a_wrong_idea_makes_an_answer_wrong_and_is_explained(check: Page):
    question = answer(check, "words", MISTAKEN)
    expect(question.locator("[data-verdict]")).to_have_text("Верно отчасти")
    expect(question.locator("[data-idea]")).to_contain_text("Вода кипит от соли")
    expect(question.locator("[data-idea]")).to_contain_text("В вашем ответе: «от соли»")
    expect(question.locator("[data-idea]")).to_contain_text("Соль тут ни при чём.")


def test_a_wrong_idea_that_the_reader_denies_is_none(check: Page):
    question = answer(check, "words", "Её греет тепло, а не кипит она от соли. В воде пузыри.")
    expect(question.locator("[data-idea]")).to_be_hidden()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Не знаю", "Напишите хотя бы несколько слов по сути вопроса."),
        ("тепло, пузыри, лёд, вода, пар, жар", "Это перечень слов. Напишите то же самое предложением."),
    ],
)
def test_what_is_no_answer_is_no_attempt(check: Page, text: str, said: str):
    question = answer(check, "words", text)
    expect(question.locator("[data-note]")).to_have_text(said)
    expect(question.get_by_role("textbox")).to_be_focused()
    expect(check.locator("[data-progress-line]")).to_have_text("Верно 0 из 7 · проверено 0")


def test_a_new_attempt_begins_with_the_text_as_it_was(check: Page):
    question = answer(check, "words", PARTLY)
    press(question, "Попробовать еще раз")
    expect(question.get_by_role("textbox")).to_have_value(PARTLY)
    expect(question.get_by_role("textbox")).to_be_focused()
    expect(question.locator("[data-points]")).to_be_hidden()
    answer(check, "words", RIGHT["words"])
    expect(question.locator("[data-verdict]")).to_have_text("Верно")


def test_the_answer_shown_leaves_the_readers_text_alone(check: Page):
    question = answer(check, "words", PARTLY)
    press(question, "Попробовать еще раз")
    press(question, "Проверить")
    press(question, "Показать ответ")
    expect(question.locator("[data-verdict]")).to_have_text("Ответ показан")
    expect(question.get_by_role("textbox")).to_have_value(PARTLY)
    expect(question.locator("[data-mark]", has_text="ключевая мысль")).to_have_count(3)
    expect(question.get_by_text("Можно ответить, например, так:")).to_be_visible()
    expect(check.locator("[data-progress-line]")).to_have_text("Верно 0 из 7 · проверено 1")


def test_a_reload_shows_the_same_again(check: Page):
    question = answer(check, "words", MISTAKEN)
    before = question.inner_text()
    check.reload()
    expect(question.locator("[data-verdict]")).to_have_text("Верно отчасти")
    assert question.inner_text() == before


def test_what_was_right_before_the_synonyms_changed_is_decided_anew(check: Page):
    """The stored outcome would contradict what the page finds in the text."""
    question = answer(check, "words", PARTLY)
    name = f"{PREFIX}check/words"
    state = json.loads(check.evaluate("name => localStorage.getItem(name)", name))
    changed = json.dumps({**state, "outcome": "right"})
    check.evaluate("([name, value]) => localStorage.setItem(name, value)", [name, changed])
    check.reload()
    expect(question.locator("[data-verdict]")).to_have_text("Верно отчасти")
    expect(check.locator("[data-progress-line]")).to_have_text("Верно 0 из 7 · проверено 1")


@pytest.mark.parametrize("response", ["x" * 5001, 7, None, ["тепло"]], ids=lambda value: type(value).__name__)
def test_a_stored_text_that_cannot_be_one_is_set_aside(check: Page, response: object):
    name = f"{PREFIX}check/words"
    content_hash = item(check, "words").get_attribute("data-hash")
    state = {"v": 1, "hash": content_hash, "response": response, "attempts": 1, "outcome": "wrong"}
    check.evaluate("([name, value]) => localStorage.setItem(name, value)", [name, json.dumps(state)])
    check.reload()
    expect(check.locator("[data-banner]")).to_contain_text("отложены и не потеряны")
    expect(item(check, "words").get_by_role("textbox")).to_have_value("")


def test_without_the_rubrics_script_the_text_is_kept_and_judged_when_it_comes(page: Page, url: str):
    page.route("**/rubric.js", lambda route: route.fulfill(body=""))
    page.goto(f"{url}/check.html")
    question = answer(page, "words", PARTLY)
    expect(question.locator("[data-note]")).to_contain_text("Проверка еще не загрузилась")
    answer(page, "one", RIGHT["one"])
    expect(item(page, "one").locator("[data-verdict]")).to_have_text("Верно")
    page.unroute_all()
    page.add_script_tag(url="rubric.js?again")
    expect(question.get_by_role("textbox")).to_have_value(PARTLY)
    press(question, "Проверить")
    expect(question.locator("[data-verdict]")).to_have_text("Верно отчасти")


def test_an_earlier_answer_is_shown_as_soon_as_the_rubric_is_there(check: Page):
    """A theme that changes pages by itself may run the scripts in any order."""
    question = answer(check, "words", PARTLY)
    check.route("**/rubric.js", lambda route: route.fulfill(body=""))
    check.reload()
    expect(question.locator("[data-points]")).to_be_hidden()
    check.unroute_all()
    check.add_script_tag(url="rubric.js?later")
    expect(point(question, "греет тепло").locator("[data-mark]")).to_have_text("есть")


def test_on_paper_there_are_lines_or_the_text(check: Page):
    question = item(check, "words")
    check.emulate_media(media="print")
    expect(question.locator(".gramota-rules")).to_be_visible()
    expect(question.get_by_role("textbox")).to_be_hidden()
    check.emulate_media(media="screen")
    question.get_by_role("textbox").fill("тепло\n" * 30)
    check.emulate_media(media="print")
    expect(question.locator(".gramota-rules")).to_be_hidden()
    expect(question.locator("[data-mirror]")).to_have_css("visibility", "visible")


def test_the_text_is_large_enough_not_to_zoom_a_telephone(check: Page):
    size = item(check, "words").get_by_role("textbox").evaluate("box => parseFloat(getComputedStyle(box).fontSize)")
    assert size >= 16


def test_a_long_word_does_not_scroll_a_telephone_sideways(check: Page):
    check.set_viewport_size({"width": 360, "height": 800})
    answer(check, "words", f"Вода кипит от соли, {'ж' * 3000}, её греет {'тепло-' * 200}тепло")
    assert check.evaluate("document.documentElement.scrollWidth") <= 360


def test_the_other_language_speaks_of_own_words_too(page: Page, url: str):
    page.goto(f"{url}/check-en.html")
    question = item(page, "words")
    expect(question).to_contain_text("This is practice: a program reads the answer, not your trainer.")
    question.get_by_role("textbox").fill("No idea")
    press(question, "Check")
    expect(question.locator("[data-note]")).to_have_text("Write at least a few words about the question.")


def test_on_a_built_letter_the_box_fills_its_card_and_the_mirror_is_not_seen(page: Page, anywhere_url: str):
    page.goto(f"{anywhere_url}letters/russian/index.html")
    question = item(page, "words")
    question.get_by_role("textbox").fill("Сделка приносит маржу.")
    box, card = question.get_by_role("textbox").bounding_box(), question.locator("fieldset").bounding_box()
    assert box["width"] == card["width"]
    expect(question.locator("[data-mirror]")).to_be_hidden()
