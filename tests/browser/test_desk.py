"""The trainer's desk in a real browser: by keyboard alone, with hostile answers, with the desk killed under it."""

import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from gramota.wording import LANGUAGES
from tests.answers.sheets import sheet, write
from tests.browser.axe import faults
from tests.desk.running import hand_in, start_desk

HOSTILE = '<img src=x onerror="document.title=1"><script>document.title=2</script><b>чек</b> \u202eотоборот'
PRESS = """([code, key]) =>
    document.activeElement.dispatchEvent(new KeyboardEvent("keydown", {code, key, bubbles: true}))"""
ANSWERS = ({"term": "Две недели, но чек потерян."}, {"term": HOSTILE}, {})


@contextmanager
def desk_for(place: Path, *options: str, lang: str = "ru") -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    desk = start_desk(place / "in", place / "out", *options, "--lang", lang)
    assert desk.stdout
    try:
        yield desk.stdout.readline().decode().strip(), desk
    finally:
        desk.kill()
        desk.communicate()


@pytest.fixture
def place(tmp_path: Path) -> Path:
    hand_in(tmp_path / "in", *ANSWERS)
    return tmp_path


@pytest.fixture
def desk(place: Path, page: Page) -> Iterator[Page]:
    """A desk with its page open at the first answer in question; typed keys go to it."""
    with desk_for(place, "--trainer", "Ирина") as (address, _):
        open_at(page, address)
        yield page


def open_at(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator("#learner")).not_to_be_empty()


def answer_of(page: Page, number: int) -> None:
    """Go to somebody's answer to the first question."""
    page.locator("[name=show]").select_option("all")
    items = page.locator("#queue-items button", has_text=re.compile(rf"Сотрудник {number} .* (вопрос|question) 1"))
    items.click()
    expect(page.locator("#learner")).to_have_text(f"Сотрудник {number} ({number})")
    expect(page.locator("#place")).to_have_text(re.compile("^1 .* 3$"))


def says(page: Page, text: str) -> None:
    expect(page.get_by_role("status")).to_have_text(text)


def toggle(page: Page, title: str) -> Locator:
    return page.get_by_role("button", name=title)


def test_answers_are_decided_by_keyboard_alone(desk: Page):
    answer_of(desk, 1)
    desk.keyboard.press("Escape")
    expect(toggle(desk, "В течение 14 дней")).to_have_attribute("aria-pressed", "false")
    desk.keyboard.press("1")
    says(desk, "Сохранено: «В течение 14 дней» — засчитано")
    expect(toggle(desk, "В течение 14 дней")).to_have_attribute("aria-pressed", "true")
    expect(desk.locator("#points")).to_have_text("2,5 из 2,5")
    desk.keyboard.press("c")
    desk.keyboard.type("1 Хорошо")
    desk.keyboard.press("Control+Enter")
    says(desk, "Сохранено: комментарий «1 Хорошо»")
    expect(desk.locator("#comments .said")).to_have_text("1 Хорошо")
    desk.keyboard.press("Escape")
    desk.keyboard.press("Enter")
    says(desk, "Сохранено: Сотрудник 1 (1), вопрос 1 — завершен")
    expect(desk.locator("#learner")).not_to_have_text("Сотрудник 1 (1)")
    desk.keyboard.press("z")
    says(desk, "Отменено: Сотрудник 1 (1), вопрос 1 — завершен")
    expect(desk.locator("#learner")).to_have_text("Сотрудник 1 (1)")
    expect(desk.locator("#finished-by")).to_be_hidden()


def test_the_whole_queue_is_emptied_with_enter(desk: Page):
    left = desk.locator("#left")
    for rest in range(6, 0, -1):
        expect(left).to_contain_text(f"{rest} ответ")
        desk.keyboard.press("Enter")
    expect(left).to_contain_text("0 ответов")
    desk.keyboard.press("g")
    expect(desk.locator("#nothing")).to_be_visible()


@pytest.mark.parametrize(("code", "key"), [("Digit1", "1"), ("KeyZ", "я"), ("KeyJ", "о"), ("KeyC", "с")])
def test_keys_are_known_by_their_place_on_a_russian_keyboard(desk: Page, code: str, key: str):
    answer_of(desk, 1)
    desk.keyboard.press("Escape")
    desk.evaluate(PRESS, [code, key])
    match code:
        case "Digit1":
            says(desk, "Сохранено: «В течение 14 дней» — засчитано")
        case "KeyZ":
            says(desk, "Отменять нечего.")
        case "KeyJ":
            expect(desk.locator("#learner")).not_to_have_text("Сотрудник 1 (1)")
        case "KeyC":
            expect(desk.locator("#comment")).to_be_focused()


def test_typing_a_comment_decides_nothing(desk: Page):
    desk.keyboard.press("c")
    desk.keyboard.type("123 zjk?")
    expect(desk.locator("#comment")).to_have_value("123 zjk?")
    expect(desk.locator("dialog[open]")).to_have_count(0)
    says(desk, "")


def test_a_comment_that_is_typed_and_not_added_is_not_left_behind(desk: Page):
    first = desk.locator("#learner").inner_text()
    desk.keyboard.press("c")
    desk.keyboard.type("Почти")
    desk.keyboard.press("Escape")
    desk.keyboard.press("Enter")
    says(desk, "Комментарий набран, но не добавлен. Добавьте его или сотрите, потом завершайте.")
    desk.keyboard.press("Escape")
    desk.keyboard.press("ArrowRight")
    expect(desk.locator("#comment")).to_have_value("")
    desk.keyboard.press("ArrowLeft")
    expect(desk.locator("#learner")).to_have_text(first)
    expect(desk.locator("#comment")).to_have_value("Почти")
    desk.locator("#comment").fill("")


def test_a_kept_comment_is_used_again_by_its_digit(desk: Page):
    desk.locator("#comment").fill("Верно, но коротко")
    desk.locator("#comment-keep").click()
    says(desk, "Сохранено: готовый комментарий «Верно, но коротко»")
    desk.keyboard.press("Escape")
    desk.keyboard.press("Enter")
    expect(desk.locator("#comments li")).to_have_count(0)
    desk.keyboard.press("v")
    desk.keyboard.press("1")
    says(desk, "Сохранено: комментарий «Верно, но коротко»")
    expect(desk.locator("#comments .said")).to_have_text("Верно, но коротко")


def test_what_people_typed_is_never_html(desk: Page):
    answer_of(desk, 2)
    expect(desk.locator("#text")).to_contain_text("<script>document.title=2</script>")
    assert "\u202e" not in desk.locator("#text").inner_text()
    desk.locator("#comment").fill(HOSTILE)
    desk.locator("#comment-keep").click()
    expect(desk.locator("#kept .use")).to_contain_text("<img")
    expect(desk.locator("#comments .said")).to_contain_text("<img")
    assert desk.locator("main img, main script, main b, [role=status] img").count() == 0
    assert desk.title() == "Стол тренера"


def test_evidence_is_marked_by_number_and_not_by_colour_alone(desk: Page):
    answer_of(desk, 3)
    marks = desk.locator("#text mark")
    assert [(mark.inner_text(), mark.get_attribute("title")) for mark in marks.all()] == [
        ("14 дней1", "В течение 14 дней"),
        ("чек2", "Есть чек"),
    ]


def test_a_desk_that_was_killed_is_told_and_nothing_seems_saved(place: Path, page: Page):
    with desk_for(place, "--trainer", "Ирина") as (address, process):
        open_at(page, address)
        answer_of(page, 1)
        page.keyboard.press("Escape")
        process.kill()
        process.wait()
        page.keyboard.press("1")
        expect(page.get_by_role("alert")).to_contain_text("Стол не отвечает")
        expect(toggle(page, "В течение 14 дней")).to_have_attribute("aria-pressed", "false")
        says(page, "")
    assert (place / "out/decisions.jsonl").read_bytes() == b""


def test_a_desk_that_was_started_anew_sends_the_old_page_to_the_new_address(place: Path, page: Page):
    with desk_for(place, "--trainer", "Ирина") as (address, _):
        open_at(page, address)
        port = address.split(":")[2].split("/")[0]
    with desk_for(place, "--trainer", "Ирина", "--port", port):
        page.keyboard.press("1")
        expect(page.get_by_role("alert")).to_contain_text("Откройте адрес, который показан в окне терминала")


def test_two_windows_tell_each_other(place: Path, page: Page):
    with desk_for(place, "--trainer", "Ирина") as (address, _):
        other = page.context.new_page()
        for window in (page, other):
            open_at(window, address)
            answer_of(window, 1)
            window.keyboard.press("Escape")
        page.keyboard.press("1")
        says(page, "Сохранено: «В течение 14 дней» — засчитано")
        other.keyboard.press("2")
        expect(other.get_by_role("status")).to_contain_text("изменили в другом окне")
        expect(toggle(other, "В течение 14 дней")).to_have_attribute("aria-pressed", "true")


def test_who_decides_is_asked_before_anything_is_decided(place: Path, page: Page):
    with desk_for(place) as (address, _):
        open_at(page, address)
        expect(page.locator("#who")).to_be_visible()
        page.keyboard.press("Escape")
        page.keyboard.press("Enter")
        expect(page.locator("#who")).to_be_visible()
        page.keyboard.type("Олег")
        page.keyboard.press("Enter")
        expect(page.locator("#trainer")).to_have_text("Олег")
        page.keyboard.press("Enter")
        expect(page.get_by_role("status")).to_contain_text("завершен")


def test_help_names_the_keys_and_keys_can_be_switched_off(desk: Page):
    desk.keyboard.press("?")
    expect(desk.locator("#help")).to_be_visible()
    desk.locator("#keys-on").uncheck()
    desk.keyboard.press("Escape")
    desk.reload()
    expect(desk.locator("#learner")).not_to_be_empty()
    desk.keyboard.press("Enter")
    desk.keyboard.press("1")
    says(desk, "")
    expect(desk.locator("#left")).to_contain_text("6 ответов")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_desk_is_for_screen_readers_weak_eyes_and_narrow_screens(
    place: Path, browser: Browser, lang: str, scheme: str
):
    with desk_for(place, "--trainer", "Ирина", lang=lang) as (address, _):
        context = browser.new_context(color_scheme=scheme, bypass_csp=True, viewport={"width": 1280, "height": 800})
        page = context.new_page()
        open_at(page, address)
        answer_of(page, 1)
        page.keyboard.press("Escape")
        page.keyboard.press("1")
        expect(toggle(page, "В течение 14 дней")).to_have_attribute("aria-pressed", "true")
        page.locator("#comment").fill("Хорошо")
        page.locator("#comment-keep").click()
        expect(page.locator("#kept .use")).to_have_count(1)
        assert faults(page) == []
        page.locator("#open-help").click()
        assert faults(page) == []
        page.keyboard.press("Escape")
        page.set_viewport_size({"width": 320, "height": 640})
        assert faults(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") == 320
        context.close()


def test_a_phrase_that_was_nearly_met_is_told_a_moment_later(tmp_path: Path, page: Page):
    hand_in(tmp_path / "in", {"term": "Через 14 суток."})
    with desk_for(tmp_path, "--trainer", "Ирина") as (address, _):
        open_at(page, address)
        answer_of(page, 1)
        near = page.locator('[data-meaning="criteria/days"] .near')
        expect(near).to_have_text("14 день есть 14 — «14»; нет день")
        page.keyboard.press("Escape")
        page.keyboard.press("1")
        says(page, "Сохранено: «В течение 14 дней» — засчитано")
        expect(near).to_be_hidden()


def test_a_name_of_two_hundred_letters_leaves_the_queue_its_other_answers(tmp_path: Path, page: Page):
    (tmp_path / "in").mkdir()
    write(tmp_path / "in/long.json", sheet(learner={"id": "1", "name": "ж" * 200}))
    with desk_for(tmp_path, "--trainer", "Ирина") as (address, _):
        open_at(page, address)
        row = page.locator("#queue-items button").first.bounding_box()
        assert row
        assert row["height"] < 100
        expect(page.locator("#learner")).to_have_text(f"{'ж' * 200} (1)")
