"""All of it by keyboard alone, and the focus where the news is."""

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.blocks import PREFIX
from tests.browser.reader import answer, item, press, two_tabs

COUNT_RUNS = f"runs = 0; addEventListener('storage', ({{ key }}) => {{ if (key === '{PREFIX}run') runs += 1; }})"
TARGET = 24  # CSS pixels, WCAG 2.2, 2.5.8


def focus_is_in(page: Page, name: str, selector: str) -> None:
    expect(item(page, name).locator(selector).first).to_be_focused()


def test_every_type_is_answered_by_keyboard(page: Page, url: str):
    page.goto(f"{url}/check.html")
    press = page.keyboard.press

    item(page, "one").locator("input").first.focus()
    labels = item(page, "one").locator("label").all_inner_texts()
    press("Space")
    for _ in range(labels.index("Твёрдая вода")):
        press("ArrowDown")
    expect(page.locator("[data-progress-line]")).to_have_text("Верно 0 из 7 · проверено 0")
    press("Tab")
    press("Enter")
    focus_is_in(page, "one", "[data-result]")
    expect(item(page, "one").locator("[data-verdict]")).to_have_text("Верно")

    for place, label in enumerate(item(page, "some").locator("label").all_inner_texts()):
        item(page, "some").locator("input").nth(place).focus()
        if label in {"Лёд", "Пар"}:
            press("Space")
    press("Tab")
    press("Space")
    expect(item(page, "some").locator("[data-verdict]")).to_have_text("Верно")

    item(page, "gap").get_by_role("textbox").focus()
    page.keyboard.type("водой")
    press("Enter")
    focus_is_in(page, "gap", "[data-result]")

    item(page, "degrees").get_by_role("textbox").focus()
    page.keyboard.type("100")
    press("Enter")

    for place, text in enumerate(["Лёд", "Вода", "Кипяток", "Пар"]):
        row = item(page, "row").locator("li", has_text=text)
        button = row.locator('[data-move="-1"]')
        button.focus()
        while row.evaluate("row => [...row.parentNode.children].indexOf(row)") > place:
            press("Enter")
            expect(button).to_be_focused()
    item(page, "row").get_by_role("button", name="Проверить").focus()
    press("Enter")

    for left, right in {"Лёд": "твёрдое", "Вода": "жидкое", "Пар": "газ"}.items():
        partner = item(page, "pairs").get_by_label(left)
        partner.focus()
        while partner.evaluate("list => list.selectedOptions[0].textContent") != right:
            press("ArrowDown")
    press("Tab")
    press("Enter")

    item(page, "words").get_by_role("textbox").focus()
    page.keyboard.type("Тепло греет лёд,")
    press("Enter")
    page.keyboard.type("и он становится водой.")
    expect(item(page, "words").locator("[data-verdict]")).to_be_hidden()
    press("Tab")  # to the hint
    press("Tab")
    press("Enter")
    expect(page.locator("[data-outcome-title]")).to_be_focused()
    expect(page.locator("[data-progress-line]")).to_have_text("Верно 7 из 7 · проверено 7")


def test_arrow_keys_choose_and_never_submit(page: Page, url: str):
    """mkdocs-quiz: one ArrowDown selects, submits and locks the answer."""
    page.goto(f"{url}/check.html")
    item(page, "one").locator("input").first.focus()
    for _ in range(5):
        page.keyboard.press("ArrowDown")
    expect(item(page, "one").locator("[data-verdict]")).to_be_hidden()
    expect(item(page, "one").locator("input:checked")).to_be_enabled()


def test_a_wrong_answer_is_tried_again_without_the_mouse(page: Page, url: str):
    page.goto(f"{url}/check.html")
    field = item(page, "gap").get_by_role("textbox")
    field.focus()
    page.keyboard.type("снегом")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")  # to the link to the section
    page.keyboard.press("Tab")
    expect(item(page, "gap").get_by_role("button", name="Попробовать еще раз")).to_be_focused()
    page.keyboard.press("Enter")
    expect(field).to_be_focused()
    page.keyboard.type("водой")
    expect(field).to_have_value("водой")


def test_what_a_move_did_is_said_aloud(page: Page, url: str):
    page.goto(f"{url}/check.html")
    row = item(page, "row").locator("li").nth(1)
    text = row.locator("[data-text]").inner_text()
    row.locator('[data-move="-1"]').focus()
    page.keyboard.press("Space")
    expect(item(page, "row").locator("[data-moved]")).to_have_text(f"Теперь на месте 1 из 4: {text}")


def test_the_focus_stays_when_another_tab_begins_anew_or_comes_back(context: BrowserContext, url: str):
    page, other = two_tabs(context, f"{url}/check.html")
    button = item(page, "row").locator("li").nth(1).locator('[data-move="-1"]')
    page.evaluate(COUNT_RUNS)
    button.press("Enter")
    moved = button.get_attribute("aria-label")
    places = (("row", ":focus"), ("one", "input"), ("pairs", "select"), ("gap", "input"))
    for run, (name, selector) in enumerate(places, 1):
        control = item(page, name).locator(selector).first.element_handle()
        control.focus()
        press(other.locator("gramota-self-check"), "Начать заново")
        press(other.locator("gramota-self-check"), "Стереть")
        page.wait_for_function("run => runs === run", arg=run)
        assert page.evaluate("control => control === document.activeElement", control), name
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    assert page.evaluate("control => control === document.activeElement", control)
    assert item(page, "row").locator(f'[aria-label="{moved}"]').count() == 1


def test_what_another_tab_locks_or_hides_gives_the_focus_to_the_question(context: BrowserContext, url: str):
    page, other = two_tabs(context, f"{url}/check.html")
    item(page, "gap").get_by_role("textbox").focus()
    answer(other, "gap", "снегом")
    focus_is_in(page, "gap", "[data-result]")
    press(item(other, "gap"), "Попробовать еще раз")
    focus_is_in(page, "gap", "input")
    item(page, "gap").get_by_role("button", name="Проверить").focus()
    answer(other, "gap", "льдом")
    focus_is_in(page, "gap", "[data-result]")


def test_every_control_has_a_name_and_room_for_a_finger(page: Page, url: str):
    for name in ("check", "sheet"):
        page.goto(f"{url}/{name}.html")
        for control in page.locator(
            "button:visible, input:visible, select:visible, textarea:visible, summary:visible"
        ).all():
            is_in_label = control.evaluate("control => control.matches('[type=radio], [type=checkbox]')")
            box = (control.locator("xpath=ancestor::label") if is_in_label else control).bounding_box()
            assert box["width"] >= TARGET, control
            assert box["height"] >= TARGET, control
            named = control.evaluate(
                "control => control.labels?.length || control.ariaLabel || control.textContent.trim()"
            )
            assert named, control
