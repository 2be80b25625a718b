"""What is accepted in a gap: the author's words in any form and with a slip, and never what they call wrong."""

import json

import pytest
from playwright.sync_api import Page

from gramota.course import Blank, Lesson
from gramota.quiz import public_item
from tests.browser.blocks import load_every_type

WORDS = "([key, given]) => questionTypes.blank.decide(key, given)"


def key_of(accept: list[str], wrong: list[str], lang: str = "ru", *, exact: bool = False) -> dict:
    lesson = load_every_type()
    asked = {
        "type": "blank",
        "id": "gap",
        "section": "states",
        "prompt": "___",
        "accept": tuple(accept),
        "wrong": tuple({"answer": answer, "why": "Нет."} for answer in wrong),
        "exact": exact,
    }
    spoken = Lesson(lesson.letter.model_copy(update={"lang": lang}), lesson.quiz, lesson.letter_source, None)
    return json.loads(public_item(Blank.model_validate(asked), spoken).key)


def decide(page: Page, key: dict, typed: str) -> dict:
    return page.evaluate(WORDS, [key, typed])


MARGIN = (["маржа", "плановая маржа"], ["фактическая маржа", "выручка"])
GROWTH = (["развития"], ["жизни"])


@pytest.mark.parametrize(
    ("asked", "typed"),
    [
        (MARGIN, "Маржа"),
        (MARGIN, "  «МАРЖА». "),
        (MARGIN, "маржой"),
        (MARGIN, "маржи"),
        (MARGIN, "плановой   маржей"),
        (MARGIN, "плановая, маржа"),
        (MARGIN, "планоовая маржа"),
        (MARGIN, "плановая маржаа"),
        (GROWTH, "развитие"),
        (GROWTH, "развитеи"),
        (GROWTH, "Развитье"),
        ((["учёт"], []), "учета"),
        ((["онлайн-чат"], []), "онлайн чата"),
        ((["онлайн-чат"], []), "он-лайн чат"),
        ((["CRM"], []), "crm"),
        ((["пятнадцать минут"], []), "пятнадцати минут"),
        ((["коммерческое предложение"], []), "комерческое предложение"),
        ((["коммерческое предложение"], []), "комерческое придложение"),
    ],
)
def test_the_words_are_accepted_however_they_are_typed(sources: Page, asked, typed: str):
    assert decide(sources, key_of(*asked), typed)["correct"]


@pytest.mark.parametrize(
    ("asked", "typed"),
    [
        (MARGIN, "баржа"),
        (MARGIN, "марка"),
        (MARGIN, "мар"),
        (MARGIN, "маржа и выручка"),
        (MARGIN, "не маржа"),
        (GROWTH, "развития жизни"),
        ((["рост"], []), "рот"),
        ((["рост"], []), "трост"),
        ((["повышение"], []), "понижение"),
        ((["верно"], []), "неверно"),
        ((["112"], []), "113"),
        ((["десять"], []), "девять"),
        (GROWTH, "<img src=x onerror=alert(1)>"),
        (GROWTH, "я" * 1000),
    ],
)
def test_another_word_is_no_slip(sources: Page, asked, typed: str):
    assert not decide(sources, key_of(*asked), typed)["correct"]


@pytest.mark.parametrize(
    ("asked", "typed", "known"),
    [
        (MARGIN, "Фактическая маржа", 0),
        (MARGIN, "фактической маржой", 0),
        (MARGIN, "выручки", 1),
        (MARGIN, "выручкаа", 1),
        # A wrong answer that is near the right one: neither it nor what is as near to it may pass for a slip.
        ((["начальник"], ["начальники"]), "начальники", 0),
        ((["менеджер"], ["менеджмент"]), "менеджмент", 0),
        ((["тариф"], ["тарит"]), "тарит", 0),
        ((["тариф"], ["тарит"]), "тарип", 0),
        ((["не верно"], ["неверно"]), "неверно", 0),
        ((["развития"], ["развитие"]), "развитие", 0),
    ],
)
def test_what_its_author_calls_wrong_is_never_accepted(sources: Page, asked, typed: str, known: int):
    decided = decide(sources, key_of(*asked), typed)
    assert (decided["correct"], decided["feedback"]) == (False, [known])


def test_a_slip_is_told_with_the_right_spelling_and_another_form_is_not(sources: Page):
    key = key_of(["Начальник смены"], [])
    assert decide(sources, key, "начяльника смены")["note"] == ["note_spelling", {"answer": "Начальник смены"}]
    assert decide(sources, key, "начальника смены")["note"] is None


@pytest.mark.parametrize(
    ("typed", "correct"),
    [("leader", True), ("Leaders", True), ("leadder", True), ("header", False), ("The leader", False)],
)
def test_english_words_have_forms_and_slips_too(sources: Page, typed: str, correct: bool):
    assert decide(sources, key_of(["leader"], [], "en"), typed)["correct"] is correct


@pytest.mark.parametrize(("typed", "correct"), [(" «Маржа». ", True), ("маржой", False), ("маржаа", False)])
def test_an_exact_gap_takes_no_other_form_and_no_slip(sources: Page, typed: str, correct: bool):
    assert decide(sources, key_of(["маржа"], [], exact=True), typed)["correct"] is correct


def test_names_of_javascript_are_words_like_others(sources: Page):
    key = key_of(["constructor"], ["toString"], "en")
    assert decide(sources, key, "constructor")["correct"]
    assert not decide(sources, key, "__proto__")["correct"]
