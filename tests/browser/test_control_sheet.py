"""The control sheet in a real browser: written, reviewed, downloaded, copied, erased."""

import hashlib
import json
import re
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from gramota.course.model.identity import content_hash
from gramota.grading.inbox.answers_text import Written, content_of, find_sheets, letters_of
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
        "attempt": 1,
        "acknowledged": {"revision": 2, "hash": content_hash(load_every_type().letter), "at": acknowledged["at"]},
        "answers": [
            {"question": "what", "text": "Жидкость\nбез цвета"},
            {"question": "why", "text": "  Её нагрели  "},
            {"question": "more", "text": ""},
        ],
        "self_check": [],
    }


def test_nobodys_name_is_in_the_files_name_and_people_without_a_number_are_told_apart(sheet: Page):
    names = set()
    for learner in ("Анна Иванова", "Борис Петров"):
        fill(sheet, what="Жидкость", why="Нагрета")
        sheet.get_by_label("Фамилия и имя").fill(learner)
        sheet.get_by_label("Табельный номер").fill(f"{learner} 7")
        review(sheet)
        name, answers = download(sheet)
        assert re.fullmatch(rf"every-type--{answers['checksum'][7:15]}--\d{{4}}-\d\d-\d\d\.json", name)
        names.add(name)
        sheet.evaluate("localStorage.clear()")
        sheet.reload()
    assert len(names) == 2


COUNT_WORK = """() => {
    worked = [];
    const counted = (home, name) => {
        const done = home[name];
        home[name] = function (...given) {
            if (Math.max(this.length || 0, ...given.map((one) => String(one).length)) > 50000) worked.push(name);
            return done.apply(this, given);
        };
    };
    counted(Storage.prototype, 'setItem');
    counted(TextEncoder.prototype, 'encode');
    ['match', 'replace', 'trim', 'normalize'].forEach((name) => counted(String.prototype, name));
}"""
TYPE_ON = """(box, count) => {
    for (let stroke = 0; stroke < count; stroke += 1) {
        box.setRangeText(' да', box.value.length, box.value.length, 'end');
        box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
}"""


def test_typing_in_a_very_long_answer_does_the_long_work_once_for_many_strokes(sheet: Page):
    fill(sheet, what="вода " * 20_000, why="Нагрета")
    review(sheet)
    download(sheet)
    sheet.get_by_role("button", name="Изменить ответ 1").click()
    box = sheet.get_by_label("Что такое вода?")
    sheet.evaluate(COUNT_WORK)
    box.evaluate(TYPE_ON, 200)
    expect(handed(sheet)).to_contain_text("лист изменился")
    expect(sheet.locator("[data-words]").first).to_have_text("20200 слов")
    expect(sheet.locator("[data-saved]")).to_have_text("Сохранено на этом компьютере")
    worked = sheet.evaluate("worked")
    assert worked.count("setItem") == worked.count("encode") == 1
    assert len(worked) < 20
    sheet.reload()
    expect(box).to_have_value("вода " * 20_000 + " да" * 200)


def test_a_short_answer_is_saved_at_each_stroke(sheet: Page):
    box = sheet.get_by_label("Что такое вода?")
    box.evaluate(TYPE_ON, 3)
    assert sheet.evaluate("[...document.querySelectorAll('[data-words]')][0].textContent") == "3 слова"
    assert " да да да" in sheet.evaluate("Object.values(localStorage).join()")


@pytest.mark.parametrize("way", ["leave", "review", "print"])
def test_a_long_answer_is_whole_whatever_is_done_right_after_the_last_stroke(sheet: Page, way: str):
    fill(sheet, what="вода " * 20_000, why="Нагрета")
    box = sheet.get_by_label("Что такое вода?")
    box.evaluate(TYPE_ON, 5)
    if way == "print":
        sheet.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert sheet.evaluate("document.querySelector('[data-mirror]').textContent.endsWith(' да да да да да\\n')")
    elif way == "leave":
        sheet.reload()
        expect(box).to_have_value("вода " * 20_000 + " да" * 5)
    else:
        review(sheet)
        assert download(sheet)[1]["answers"][0]["text"] == "вода " * 20_000 + " да" * 5


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
        {"item": "gap", "hash": hashes["gap"], "attempts": 2, "correct": False, "share": 0},
        {"item": "one", "hash": hashes["one"], "attempts": 1, "correct": True, "share": 1},
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
    assert download(sheet)[1]["learner"] == {"name": "Иванова/Анна: <b>"}


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


def test_the_review_leads_back_to_the_question(sheet: Page):
    fill(sheet, what="Жидкость")
    review(sheet)
    expect(sheet.locator("[data-review-missing]")).to_have_text("Нет ответа на обязательные вопросы:вопрос 2")
    sheet.get_by_role("button", name="вопрос 2", exact=True).click()
    expect(sheet.get_by_label("Почему вода кипит?")).to_be_focused()
    sheet.keyboard.type("Нагрета")
    review(sheet)
    expect(sheet.locator("[data-review-missing]")).to_be_hidden()
    sheet.get_by_role("button", name="Изменить ответ 1").click()
    expect(sheet.get_by_label("Что такое вода?")).to_be_focused()


def test_words_are_counted_and_a_length_is_advised_and_never_demanded(sheet: Page):
    words = sheet.locator('[data-question="why"] .gramota-words')
    expect(words).to_have_text("Советуем от 3 до 5 слов")
    field = sheet.get_by_label("Почему вода кипит?")
    expect(field).to_have_accessible_description("Советуем от 3 до 5 слов")
    said = sheet.locator("[data-words-said]")
    field.press_sequentially("Кто-то её")
    expect(words.locator("[data-words]")).to_have_text("2 слова")
    expect(said).to_be_empty()
    field.press_sequentially(" нагрел")
    expect(said).to_have_text("3 слова — достаточно")
    field.fill("Кто-то её нагрел, и она теперь кипит")
    expect(words.locator("[data-words]")).to_have_text("7 слов — больше, чем советуем")
    expect(said).to_have_text("7 слов — больше, чем советуем")
    field.fill("Нагрели")
    fill(sheet, what="Жидкость")
    review(sheet)
    expect(sheet.locator(".gramota-review-foot").nth(1)).to_contain_text("1 слово — меньше, чем советуем")
    assert download(sheet)[1]["answers"][1]["text"] == "Нагрели"


def handed(page: Page) -> Locator:
    return page.locator("[data-handed]")


def test_what_was_handed_in_is_remembered_and_can_be_handed_in_again(sheet: Page):
    fill(sheet, what="а", why="б")
    expect(handed(sheet)).to_be_hidden()
    review(sheet)
    name, first = download(sheet)
    expect(handed(sheet)).to_contain_text(re.compile(r"Файл с ответами скачан \d\d\.\d\d\.\d{4}, \d\d:\d\d\."))
    expect(handed(sheet)).to_contain_text("Редакция 2, попытка 1.")
    sheet.reload()
    expect(handed(sheet)).to_contain_text("попытка 1. Если тренер еще не получил ответы, передайте их.")
    review(sheet)
    assert download(sheet) == (name, first)
    sheet.get_by_role("button", name="Изменить ответ 2").click()
    sheet.keyboard.type("!")
    expect(handed(sheet)).to_contain_text("После этого лист изменился — сдайте его снова.")
    review(sheet)
    again, second = download(sheet)
    assert (second["attempt"], second["started"]) == (2, first["started"])
    assert again == name.replace(".json", "--2.json")
    expect(handed(sheet)).to_contain_text("попытка 2. Если тренер")


def test_what_was_handed_in_is_due_again_when_the_letter_is_revised(sheet: Page, url: str):
    fill(sheet, what="а", why="б")
    review(sheet)
    copied(sheet)
    expect(handed(sheet)).to_contain_text("Ответы скопированы текстом")
    sheet.goto(f"{url}/sheet-revised.html")
    expect(handed(sheet)).to_contain_text("Редакция 2, попытка 1. С тех пор письмо изменилось: теперь редакция 3.")
    review(sheet)
    assert download(sheet)[1]["attempt"] == 2


def test_another_tab_knows_what_was_handed_in(sheet: Page):
    fill(sheet, what="а", why="б")
    other = sheet.context.new_page()
    other.goto(sheet.url)
    review(sheet)
    download(sheet)
    expect(handed(other)).to_contain_text("попытка 1")
    press(sheet.locator("gramota-control-sheet"), "Вернуться к правке")
    press(sheet.locator("gramota-control-sheet"), "Стереть лист")
    press(sheet.locator("gramota-control-sheet"), "Стереть")
    expect(handed(sheet)).to_be_hidden()
    expect(handed(other)).to_be_hidden()


def test_a_computer_is_offered_no_share_sheet(sheet: Page):
    fill(sheet, what="а", why="б")
    review(sheet)
    expect(sheet.get_by_role("button", name="Отправить файл")).to_be_hidden()


def telephone(browser: Browser, address: str, share: str) -> Page:
    """A telephone, whose share sheet Chromium for desktops lacks: `share` is what its user does there."""
    page = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True).new_page()
    page.add_init_script(f"""
        window.shared = [];
        navigator.canShare = data => (data.files || []).every(file => file.name.endsWith('.txt'));
        navigator.share = async data => {{
            if (!navigator.userActivation.isActive) throw new DOMException('late', 'NotAllowedError');
            {share};
            for (const file of data.files) window.shared.push([file.name, file.type, await file.text()]);
        }};""")
    page.goto(address)
    fill(page, what="а", why="б")
    review(page)
    return page


def test_a_telephone_shares_the_file(browser: Browser, url: str, tmp_path: Path):
    page = telephone(browser, f"{url}/sheet.html", share="")
    page.get_by_role("button", name="Отправить файл").click()
    expect(page.locator("[data-review-said]")).to_contain_text("Файл передан в выбранное приложение")
    expect(handed(page)).to_contain_text("Файл с ответами отправлен")
    ((name, kind, text),) = page.evaluate("window.shared")
    assert re.fullmatch(r"every-type--4711--\d{4}-\d\d-\d\d\.txt", name)
    assert kind == "text/plain"
    assert checksum(json.loads(text)) == json.loads(text)["checksum"]
    page.context.close()


@pytest.mark.parametrize(
    ("error", "said"), [("AbortError", ""), ("NotAllowedError", "Отправить не получилось. Скачайте файл")]
)
def test_what_was_not_shared_is_not_handed_in(browser: Browser, url: str, error: str, said: str):
    page = telephone(browser, f"{url}/sheet.html", share=f"throw new DOMException('no', '{error}')")
    page.get_by_role("button", name="Отправить файл").click()
    expect(page.locator("[data-review-said]")).to_contain_text(said)
    expect(handed(page)).to_be_hidden()
    page.context.close()


def test_a_mail_has_address_and_subject_and_the_file_is_there_to_attach(page: Page, url: str):
    page.goto(f"{url}/sheet-mail.html")
    fill(page, what="Жидкость")
    review(page)
    link = page.get_by_role("link", name="Написать тренеру")
    href = "mailto:trainer%2Bwater@example.org?subject=" + quote("Контрольный лист: Письмо о воде", safe="")
    expect(link).to_have_attribute("href", href)
    expect(page.locator("[data-view=review]")).to_contain_text("Почта тренера: trainer+water@example.org.")
    link.click()
    expect(page.locator("[data-review-said]")).to_contain_text("Есть вопросы без ответа")
    page.get_by_label("Сдать без ответа на 1 вопрос").check()
    with page.expect_download() as caught:
        link.click()
    expect(page.locator("[data-review-said]")).to_contain_text(f"Файл {caught.value.suggested_filename} скачан")
    expect(handed(page)).to_contain_text("Файл с ответами скачан для письма тренеру")


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
    assert lines[3:18] == [
        "Попытка 1",
        "Прочтение не подтверждено",
        "",
        "[1/3 what: Что такое вода?]",
        "Жидкость",
        "",
        "[2/3 why: Почему вода кипит?]",
        "Её",
        "нагрели",
        "",
        "[3/3 more: Что ещё вы хотите добавить?]",
        "(без ответа)",
        "",
        "[format: gramota-text/1]",
        "[letter: every-type]",
    ]
    assert re.fullmatch(r"\[checksum: [0-9a-f]{16}\]", lines[-2])
    assert lines[-1] == "Строки в квадратных скобках читает программа, не меняйте их."


def test_the_text_says_what_the_file_says_but_for_the_self_check(sheet: Page):
    hostile = "Жидкость [2/3 why: подделка] [format: x]\n > «цитата» — 1,5 * 2 🙂"
    fill(sheet, what=hostile, why="Её\n\n  нагрели")
    sheet.get_by_label("Я прочитал(а) письмо").check()
    review(sheet)
    answers = download(sheet)[1]
    [found] = find_sheets(copied(sheet))
    assert isinstance(found, Written)
    assert found.is_sealed
    read = content_of(found, {})
    assert read.pop("checksum") != answers.pop("checksum")
    given = {each["question"]: letters_of(each["text"]) for each in answers.pop("answers")}
    assert {each["question"]: letters_of(each["text"]) for each in read.pop("answers")} == given
    assert read == answers


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


def test_a_double_click_hands_in_once(sheet: Page):
    fill(sheet, what="Жидкость", why="Нагрета", more="Нет")
    review(sheet)
    caught = []
    sheet.on("download", lambda found: caught.append(found.suggested_filename))
    with sheet.expect_download():
        sheet.get_by_role("button", name="Скачать файл").dblclick()
    sheet.get_by_role("button", name="Скопировать текстом").click()
    expect(handed(sheet)).to_contain_text("скопированы")
    assert len(caught) == 1


def test_the_sheet_speaks_english_whole(page: Page, url: str):
    page.goto(f"{url}/sheet-en.html")
    page.get_by_label("Employee number").fill("4711")
    page.get_by_role("button", name="Review and hand in").click()
    expect(page.locator("[data-review-learner]")).to_have_text("Employee: employee number 4711")
    page.get_by_label("Hand in without an answer to 2 questions").check()
    assert "[1/3 what: Что такое вода?]\n(no answer)" in _copied_in_english(page)
    assert not re.search("[а-яё]", handed(page).inner_text().lower())
    assert not re.search("[а-яё]", page.locator("[data-review-said]").inner_text().lower())


def _copied_in_english(page: Page) -> str:
    page.get_by_role("button", name="Copy as text").click()
    expect(page.locator("[data-review-said]")).to_contain_text("copied")
    return page.locator("[data-copied]").input_value()
