"""The reader confirms having read a revision of the letter: kept, taken back, asked again when the meaning changed."""

import json
import re

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from gramota.course.model.identity import content_hash
from tests.browser.blocks import PREFIX, load_every_type
from tests.browser.reader import two_tabs
from tests.browser.test_storage import FORBIDDEN, FULL, stored

NOON = "2026-03-12T09:00:00Z"
CONFIRM = "Я прочитал(а) письмо (редакция 2, 15.03.2021)"
CONFIRM_THIRD = "Я прочитал(а) письмо (редакция 3, 01.02.2026)"
WATCH_SHIFTS = """
    window.shifts = [];
    new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map((shift) => shift.value)))
        .observe({type: "layout-shift", buffered: true});
"""
READ = "Вы прочитали это письмо 12.03.2026 (редакция 2)."


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A reader at noon of a day in March."""
    made = context.new_page()
    made.clock.set_fixed_time(NOON)
    return made


def confirm(page: Page, name: str = CONFIRM) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def line(page: Page):
    return page.locator("[data-read-line]")


def marks(page: Page) -> dict[str, str]:
    """What is stored of reading; the self-check of the same page keeps the order of its questions."""
    return {name: text for name, text in stored(page).items() if name.startswith(f"{PREFIX}read/")}


def test_what_was_read_is_kept_with_revision_hash_and_date(page: Page, url: str):
    page.goto(f"{url}/read.html")
    expect(page.locator("[data-read-state]")).to_have_text("не отмечено")
    confirm(page)
    expect(line(page)).to_have_text(READ)
    expect(line(page)).to_be_focused()
    expect(page.locator("[data-read-state]")).to_have_text("12.03.2026")
    kept = {"v": 1, "hash": content_hash(load_every_type().letter), "at": NOON.replace("Z", ".000Z")}
    assert {name: json.loads(text) for name, text in marks(page).items()} == {f"{PREFIX}read/2": kept}
    page.reload()
    expect(line(page)).to_have_text(READ)
    expect(page.get_by_role("button", name=CONFIRM)).to_have_count(0)


def test_a_slip_of_the_hand_is_taken_back(page: Page, url: str):
    page.goto(f"{url}/read.html")
    page.get_by_role("button", name=CONFIRM).press("Enter")
    page.get_by_role("button", name="Снять отметку").press("Enter")
    expect(page.get_by_role("button", name=CONFIRM)).to_be_focused()
    expect(page.locator("[data-read-state]")).to_have_text("не отмечено")
    assert marks(page) == {}


def test_the_second_click_of_a_double_one_takes_nothing_back(page: Page, url: str):
    page.goto(f"{url}/read.html")
    page.get_by_role("button", name=CONFIRM, exact=True).dblclick(position={"x": 12, "y": 12})
    expect(line(page)).to_have_text(READ)
    assert len(marks(page)) == 1


def test_a_raised_revision_says_what_has_changed_and_asks_again(page: Page, url: str):
    page.goto(f"{url}/read.html")
    confirm(page)
    page.goto(f"{url}/read-revised.html")
    expect(line(page)).to_contain_text("12.03.2026 вы прочитали редакцию 2, а теперь действует редакция 3")
    news = page.locator("[data-read-changes] > li")
    expect(news).to_have_count(1)
    expect(news).to_contain_text("Редакция 3 от 01.02.2026.")
    expect(news.locator("li")).to_have_text(["Лёд теперь твёрже.", "Вода <b>мокрее</b>."])
    expect(page.locator("[data-read-state]")).to_have_text("прочитать снова")
    expect(page.locator("summary", has_text="Изменения после редакции 2")).to_be_visible()
    confirm(page, CONFIRM_THIRD)
    expect(line(page)).to_have_text("Вы прочитали это письмо 12.03.2026 (редакция 3).")
    expect(news).to_have_count(0)
    expect(page.locator("summary", has_text="Изменения по редакциям")).to_be_visible()


def test_taking_back_the_later_revision_knows_the_earlier_one_again(page: Page, url: str):
    page.goto(f"{url}/read.html")
    confirm(page)
    page.goto(f"{url}/read-revised.html")
    confirm(page, CONFIRM_THIRD)
    page.get_by_role("button", name="Снять отметку").click()
    expect(line(page)).to_contain_text("вы прочитали редакцию 2")


def test_who_has_read_nothing_is_told_of_no_change(page: Page, url: str):
    page.goto(f"{url}/read-revised.html")
    expect(line(page)).to_contain_text("Дочитали?")
    expect(page.locator("[data-read-changes] > li")).to_have_count(0)


def test_an_editorial_change_does_not_ask_again(page: Page, url: str):
    page.goto(f"{url}/read.html")
    confirm(page)
    page.goto(f"{url}/read-editorial.html")
    expect(line(page)).to_have_text(READ)


def test_a_reading_counts_for_its_time_and_not_longer(page: Page, url: str):
    page.goto(f"{url}/read-yearly.html")
    confirm(page)
    expect(line(page)).to_have_text(f"{READ} Перечитать его нужно будет после 12.03.2027.")
    page.clock.set_fixed_time("2027-03-12T08:59:00Z")
    page.reload()
    expect(line(page)).to_contain_text("Перечитать его нужно будет")
    page.clock.set_fixed_time("2027-03-12T09:01:00Z")
    page.reload()
    expect(line(page)).to_contain_text("12.03.2027 срок вышел")
    expect(page.get_by_role("button", name=CONFIRM)).to_be_visible()
    page.goto(f"{url}/read.html")
    expect(line(page)).to_have_text(READ)


@pytest.mark.parametrize(("fault", "said"), [(FORBIDDEN, "не разрешает"), (FULL, "заполнено")])
def test_a_store_that_keeps_nothing_is_told_and_the_page_shows_what_was_confirmed(
    page: Page, url: str, fault: str, said: str
):
    page.add_init_script(fault)
    page.goto(f"{url}/read.html")
    confirm(page)
    expect(line(page)).to_have_text(READ)
    expect(page.locator("gramota-read [data-banner]")).to_contain_text(said)
    page.get_by_role("button", name="Снять отметку").click()
    expect(page.get_by_role("button", name=CONFIRM)).to_be_visible()


@pytest.mark.parametrize(
    "value", ["{", "null", '{"v": 1, "hash": 5, "at": "x"}', '{"v": 1, "hash": "a", "at": "soon"}']
)
def test_a_damaged_mark_is_set_aside_and_asked_for_again(page: Page, url: str, value: str):
    page.goto(f"{url}/read.html")
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [f"{PREFIX}read/2", value])
    page.reload()
    expect(page.locator("gramota-read [data-banner]")).to_contain_text("отложены и не потеряны")
    assert marks(page) == {f"{PREFIX}read/2~damaged-1": value}
    confirm(page)
    expect(line(page)).to_have_text(READ)


@pytest.mark.parametrize("name", ["read/", "read/x", "read/-1", "read/1e9", "read/2/2"])
def test_names_that_no_page_of_ours_writes_confirm_nothing(page: Page, url: str, name: str):
    page.goto(f"{url}/read.html")
    page.evaluate("key => localStorage.setItem(key, '{}')", f"{PREFIX}{name}")
    page.reload()
    expect(line(page)).to_contain_text("Дочитали?")
    expect(page.locator("gramota-read [data-banner]")).to_be_hidden()


def test_another_tab_is_told(context: BrowserContext, url: str):
    one, two = two_tabs(context, f"{url}/read.html")
    confirm(one)
    expect(line(two)).to_contain_text("Вы прочитали")
    two.get_by_role("button", name="Снять отметку").click()
    expect(one.get_by_role("button", name=CONFIRM)).to_be_visible()


def test_the_sheet_knows_what_the_letters_page_was_told_and_hands_it_in(page: Page, url: str):
    page.goto(f"{url}/read.html")
    confirm(page)
    page.clock.set_fixed_time("2026-03-14T09:00:00Z")
    page.goto(f"{url}/sheet.html")
    tick = page.get_by_label("Я прочитал(а) письмо")
    expect(tick).to_be_checked()
    page.get_by_label("Табельный номер").fill("4711")
    page.get_by_label("Что такое вода?").fill("а")
    page.get_by_label("Почему вода кипит?").fill("б")
    page.get_by_role("button", name="Просмотреть и сдать").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Скачать файл").click()
    answers = json.loads(download.value.path().read_text(encoding="utf-8"))
    read = {"revision": 2, "hash": content_hash(load_every_type().letter), "at": NOON.replace("Z", ".000Z")}
    assert answers["acknowledged"] == read
    page.get_by_role("button", name="Вернуться к правке").click()
    tick.uncheck()
    page.goto(f"{url}/read.html")
    expect(page.get_by_role("button", name=CONFIRM)).to_be_visible()


def test_a_tick_that_could_not_be_saved_is_saved_when_there_is_room(page: Page, url: str):
    page.goto(f"{url}/sheet.html")
    page.evaluate("() => { window.setItem = Storage.prototype.setItem; }")
    page.evaluate(f"() => {{ {FULL} }}")
    page.get_by_label("Я прочитал(а) письмо").check()
    expect(page.locator("[data-saved]")).to_contain_text("Не сохранено")
    page.evaluate("() => { Storage.prototype.setItem = window.setItem; }")
    page.get_by_label("Что такое вода?").fill("а")
    expect(page.locator("[data-saved]")).to_have_text("Сохранено на этом компьютере")
    assert f"{PREFIX}read/2" in stored(page)


def test_erasing_the_sheet_takes_back_whose_reading_it_was(page: Page, url: str):
    """On a shared computer the next reader would be said to have read the letter."""
    page.goto(f"{url}/sheet.html")
    page.get_by_label("Я прочитал(а) письмо").check()
    page.get_by_role("button", name="Стереть лист").click()
    page.get_by_role("button", name="Стереть", exact=True).click()
    expect(page.get_by_label("Я прочитал(а) письмо")).not_to_be_checked()
    assert marks(page) == {}


def test_the_line_of_the_sections_fills_as_one_reads(page: Page, url: str):
    page.goto(f"{url}/read-long.html")
    parts = page.locator("gramota-rail > i")
    expect(parts).to_have_count(2)
    expect(page.locator("gramota-rail > [data-passed]")).to_have_count(0)
    page.locator("#boiling").evaluate("heading => heading.scrollIntoView({block: 'start', behavior: 'instant'})")
    expect(parts.first).to_have_attribute("data-passed", "")
    share = "part => Number(part.style.getPropertyValue('--g-share'))"
    assert 0 < parts.last.evaluate(share) < 1
    page.evaluate("scrollTo(0, 0)")
    expect(parts.first).to_have_attribute("data-passed", "")


def test_the_parts_of_a_letter_may_be_moved_and_work_on_as_one(page: Page, url: str):
    """A theme with instant navigation does it, and runs the script a second time."""
    page.goto(f"{url}/read-long.html")
    page.add_script_tag(url="gramota.js")
    page.evaluate(
        "document.querySelectorAll('gramota-rail, gramota-read').forEach(part => part.parentNode.append(part))"
    )
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    expect(page.locator("gramota-rail > [data-passed]")).to_have_count(2)
    confirm(page, CONFIRM_THIRD)
    expect(line(page)).to_contain_text("Вы прочитали это письмо")
    page.get_by_role("button", name="Снять отметку").click()
    expect(page.get_by_role("button", name=CONFIRM_THIRD)).to_be_visible()


@pytest.mark.parametrize("name", ["read-long", "home-revised"])
def test_nothing_moves_when_the_script_comes(page: Page, url: str, name: str):
    page.goto(f"{url}/read.html")
    confirm(page)
    page.add_init_script(WATCH_SHIFTS)
    page.goto(f"{url}/{name}.html")
    expect(page.locator("[data-state=changed], [data-state=again]").first).to_be_attached()
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert page.evaluate("window.shifts") == []


def test_without_script_the_letter_reads_well_and_offers_no_button(browser: Browser, url: str):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{url}/read-revised.html")
    text = page.locator("body").inner_text()
    assert "Вода кипит при 100" in text
    assert "Изменения по редакциям" in text
    assert not re.search("Дочитали|не отмечено|Прочтение", text)
    assert page.locator("button:visible").count() == 0
    context.close()


def test_the_letters_page_speaks_english_whole(page: Page, url: str):
    page.goto(f"{url}/read-en.html")
    page.get_by_role("button", name="I have read this letter (revision 2, 15 March 2021)").click()
    expect(line(page)).to_have_text("You read this letter on 12 March 2026 (revision 2).")
    assert not re.search("[а-яё]", page.locator("gramota-read").inner_text().lower())
