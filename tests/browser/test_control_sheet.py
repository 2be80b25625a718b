"""The control sheet in a real browser: written, reviewed, downloaded, copied, erased."""

import hashlib
import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from gramota.course.identity import content_hash
from tests.browser.blocks import SITE, load_every_type
from tests.browser.reader import RIGHT, answer, press


@pytest.fixture
def sheet(page: Page, url: str) -> Page:
    page.goto(f"{url}/sheet.html")
    return page


def fill(page: Page, **answers: str) -> None:
    page.get_by_label("Фамилия и имя").fill(" Анна Иванова ")
    page.get_by_label("Табельный номер").fill("4711")
    for question, text in answers.items():
        page.locator(f'[data-question="{question}"] textarea').fill(text)


def review(page: Page) -> None:
    page.get_by_role("button", name="Просмотреть и сдать").click()


def download(page: Page) -> tuple[str, dict]:
    with page.expect_download() as caught:
        page.get_by_role("button", name="Скачать файл").click()
    return caught.value.suggested_filename, json.loads(Path(caught.value.path()).read_text(encoding="utf-8"))


def checksum(answers: dict) -> str:
    rest = {key: value for key, value in answers.items() if key != "checksum"}
    canonical = json.dumps(rest, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return "sha256:" + hashlib.sha256(canonical.encode()).hexdigest()


def test_what_is_typed_before_the_script_is_there_stays(page: Page, url: str):
    waiting: list[Route] = []
    page.route("**/gramota.js", lambda route: waiting.append(route))  # noqa: PLW0108 - Playwright marks what it is given
    with page.expect_request("**/gramota.js"):
        page.goto(f"{url}/sheet.html", wait_until="commit")
    page.get_by_label("Что такое вода?").fill("Жидкость")
    waiting[0].continue_()
    page.unroute_all()
    expect(page.locator("[data-count]")).to_have_text("Без ответа: 2 из 3")
    page.goto(f"{url}/check.html")
    page.goto(f"{url}/sheet.html")
    expect(page.get_by_label("Что такое вода?")).to_have_value("Жидкость")


def test_a_sheet_that_a_theme_moves_works_on_as_one(sheet: Page):
    note = sheet.locator("[data-learner-note]")
    said = note.inner_text()
    review(sheet)
    expect(note).not_to_have_text(said)
    sheet.evaluate("document.body.append(document.querySelector('gramota-control-sheet').parentNode)")
    expect(note).to_have_text(said)
    fill(sheet, what="Жидкость", why="Нагрета", more="Лёд")
    review(sheet)
    assert [each["text"] for each in download(sheet)[1]["answers"]] == ["Жидкость", "Нагрета", "Лёд"]


def test_the_file_says_what_was_answered_about_what(sheet: Page):
    fill(sheet, what="Жидкость\nбез цвета", why="  Её нагрели  ")
    sheet.get_by_label("Я прочитал(а) письмо").check()
    review(sheet)
    name, answers = download(sheet)
    assert answers.pop("checksum") == checksum(answers)
    started, finished = answers.pop("started"), answers.pop("finished")
    acknowledged = answers["acknowledged"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", started)
    assert started < acknowledged["at"] < finished
    assert re.fullmatch(r"every-type--4711--\d{4}-\d\d-\d\d\.json", name)
    assert answers == {
        "format": "gramota-answers/1",
        "site": SITE,
        "letter": {"id": "every-type", "revision": 2, "hash": content_hash(load_every_type().letter)},
        "learner": {"id": "4711", "name": "Анна Иванова"},
        "acknowledged": {"revision": 2, "hash": content_hash(load_every_type().letter), "at": acknowledged["at"]},
        "answers": [
            {"question": "what", "text": "Жидкость\nбез цвета"},
            {"question": "why", "text": "  Её нагрели  "},
            {"question": "more", "text": ""},
        ],
        "self_check": [],
    }


def test_the_file_holds_what_the_self_check_came_to(page: Page, url: str):
    page.goto(f"{url}/check.html")
    answer(page, "one", RIGHT["one"])
    press(answer(page, "gap", "снегом"), "Попробовать еще раз")
    answer(page, "gap", "снегом")
    hashes = {name: page.locator(f'[data-item="{name}"]').get_attribute("data-hash") for name in ("one", "gap")}
    page.locator('[data-item="some"]').get_by_label("Песок").check()
    page.goto(f"{url}/sheet.html")
    fill(page, what="а", why="б")
    review(page)
    assert download(page)[1]["self_check"] == [
        {"item": "gap", "hash": hashes["gap"], "attempts": 2, "correct": False},
        {"item": "one", "hash": hashes["one"], "attempts": 1, "correct": True},
    ]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("emoji 👩‍🚀, e\u0301, \u2028, \u0000\u0001\u001f\u007f, \\ / \"'", None),
        ("half \ud83d of an emoji", "half \ufffd of an emoji"),
        ('</script><!-- "quotes" -->', None),
    ],
)
def test_any_text_comes_whole_and_its_checksum_right(sheet: Page, text: str, kept: str | None):
    fill(sheet, why="б")
    written = json.dumps(text)  # a lone surrogate cannot travel as text
    sheet.evaluate(
        """written => {
            const field = document.querySelector('[data-question="what"] textarea');
            field.value = JSON.parse(written);
            field.dispatchEvent(new Event('input', {bubbles: true}));
        }""",
        written,
    )
    review(sheet)
    answers = download(sheet)[1]
    assert answers["answers"][0]["text"] == (kept or text)
    assert answers["checksum"] == checksum(answers)


def test_neither_name_nor_number_is_asked_for_at_the_field(sheet: Page):
    review(sheet)
    expect(sheet.locator("[data-learner-note]")).to_contain_text("Укажите имя или табельный номер")
    expect(sheet.get_by_label("Фамилия и имя")).to_be_focused()
    expect(sheet.get_by_label("Фамилия и имя")).to_have_attribute("aria-invalid", "true")
    expect(sheet.locator("[data-view=review]")).to_be_hidden()


def test_one_of_name_and_number_is_enough(sheet: Page):
    sheet.get_by_label("Фамилия и имя").fill("Иванова/Анна: <b>")
    sheet.get_by_label("Что такое вода?").fill("а")
    sheet.get_by_label("Почему вода кипит?").fill("б")
    review(sheet)
    name, answers = download(sheet)
    assert answers["learner"] == {"name": "Иванова/Анна: <b>"}
    assert name.startswith("every-type--Иванова-Анна-b--")


def test_what_is_unanswered_is_warned_of_and_goes_only_with_a_tick(sheet: Page):
    fill(sheet, what="Жидкость", why=" \n ")
    expect(sheet.locator("[data-count]")).to_have_text("Без ответа: 2 из 3")
    review(sheet)
    expect(sheet.locator("[data-review-title]")).to_be_focused()
    shown = sheet.locator("[data-review-list] > li .gramota-review-answer").all_inner_texts()
    assert shown == ["Жидкость", "Без ответа", "Без ответа, можно не отвечать"]
    sheet.get_by_role("button", name="Скачать файл").click()
    expect(sheet.locator("[data-review-said]")).to_contain_text("Есть вопросы без ответа")
    tick = sheet.get_by_label("Сдать без ответа на 1 вопрос")
    expect(tick).to_be_focused()
    tick.check()
    answers = download(sheet)[1]
    assert [given["text"] for given in answers["answers"]] == ["Жидкость", "", ""]
    assert answers["acknowledged"] is None


def test_going_back_keeps_all_and_leads_to_the_first_unanswered(sheet: Page):
    fill(sheet, what="Жидкость")
    review(sheet)
    sheet.get_by_role("button", name="Вернуться к правке").click()
    expect(sheet.get_by_label("Почему вода кипит?")).to_be_focused()
    expect(sheet.get_by_label("Что такое вода?")).to_have_value("Жидкость")


def test_a_reload_restores_the_sheet_and_when_it_was_begun(sheet: Page):
    fill(sheet, what="Жидкость", why="б")
    sheet.get_by_label("Я прочитал(а) письмо").check()
    review(sheet)
    started = download(sheet)[1]["started"]
    sheet.reload()
    expect(sheet.get_by_label("Что такое вода?")).to_have_value("Жидкость")
    expect(sheet.get_by_label("Табельный номер")).to_have_value("4711")
    expect(sheet.get_by_label("Я прочитал(а) письмо")).to_be_checked()
    review(sheet)
    assert download(sheet)[1]["started"] == started


def copied(page: Page) -> str:
    page.get_by_role("button", name="Скопировать текстом").click()
    expect(page.locator("[data-review-said]")).to_be_visible()
    return page.locator("[data-copied]").input_value()


def test_the_text_reads_well_in_a_messenger(sheet: Page):
    fill(sheet, what="Жидкость", why="Её\nнагрели")
    review(sheet)
    lines = copied(sheet).splitlines()
    assert lines[:2] == ["Контрольный лист: Письмо о воде", "Сотрудник: Анна Иванова, табельный номер 4711"]
    assert re.fullmatch(r"Начато \d\d\.\d\d\.\d{4}, \d\d:\d\d, закончено \d\d\.\d\d\.\d{4}, \d\d:\d\d", lines[2])
    assert lines[3:13] == [
        "Прочтение не подтверждено",
        "",
        "1. Что такое вода?",
        "Жидкость",
        "",
        "2. Почему вода кипит?",
        "Её",
        "нагрели",
        "",
        "3. Что ещё вы хотите добавить?",
    ]
    assert re.fullmatch(r"Письмо every-type, редакция 2, [0-9a-f]{16}", lines[-3])
    assert lines[-2] == "gramota-answers/1"
    assert re.fullmatch(r"sha256:[0-9a-f]{64}", lines[-1])


def test_the_clipboard_gets_the_text_where_the_browser_allows(sheet: Page):
    sheet.context.grant_permissions(["clipboard-read", "clipboard-write"])
    fill(sheet, what="а", why="б")
    review(sheet)
    text = copied(sheet)
    expect(sheet.locator("[data-review-said]")).to_contain_text("Текст скопирован")
    assert sheet.evaluate("navigator.clipboard.readText()") == text


def test_a_refused_clipboard_leaves_the_text_selected(sheet: Page):
    sheet.evaluate("""() => {
        navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
        document.execCommand = () => false;
    }""")
    fill(sheet, what="а", why="б")
    review(sheet)
    text = copied(sheet)
    expect(sheet.locator("[data-review-said]")).to_contain_text("Текст ниже выделен")
    assert sheet.evaluate("getSelection().toString()") == text


def test_erasing_offers_the_download_first_and_asks(sheet: Page):
    fill(sheet, what="Жидкость")
    press(sheet.locator("gramota-control-sheet"), "Стереть лист")
    expect(sheet.get_by_role("button", name="Сначала скачать")).to_be_visible()
    sheet.keyboard.press("Escape")
    expect(sheet.get_by_role("button", name="Стереть лист")).to_be_focused()
    expect(sheet.get_by_label("Что такое вода?")).to_have_value("Жидкость")
    press(sheet.locator("gramota-control-sheet"), "Стереть лист")
    press(sheet.locator("gramota-control-sheet"), "Стереть")
    expect(sheet.get_by_label("Что такое вода?")).to_have_value("")
    expect(sheet.get_by_label("Фамилия и имя")).to_have_value("")
    expect(sheet.locator("[data-said]")).to_have_text("Лист стерт с этого компьютера.")
    assert sheet.evaluate("Object.keys(localStorage)") == []


def test_the_text_box_grows_with_the_text(sheet: Page):
    field = sheet.get_by_label("Что такое вода?")
    before = field.bounding_box()["height"]
    field.fill("строка\n" * 30)
    assert field.bounding_box()["height"] > before * 3
    assert field.evaluate("field => field.scrollHeight <= field.clientHeight + 1")


def test_a_title_of_one_long_word_does_not_widen_the_page(page: Page, url: str):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{url}/sheet-long-word.html")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_sheet_speaks_english_whole(page: Page, url: str):
    page.goto(f"{url}/sheet-en.html")
    page.get_by_label("Employee number").fill("4711")
    page.get_by_role("button", name="Review and hand in").click()
    expect(page.locator("[data-review-learner]")).to_have_text("Employee: employee number 4711")
    page.get_by_label("Hand in without an answer to 2 questions").check()
    assert "1. Что такое вода?\n(no answer)" in _copied_in_english(page)
    assert not re.search("[а-яё]", page.locator("[data-review-said]").inner_text().lower())


def _copied_in_english(page: Page) -> str:
    page.get_by_role("button", name="Copy as text").click()
    expect(page.locator("[data-review-said]")).to_contain_text("copied")
    return page.locator("[data-copied]").input_value()
