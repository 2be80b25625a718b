"""What a reader does on the pages of the tests."""

from playwright.sync_api import BrowserContext, Locator, Page

PATIENCE = 20_000
"""Milliseconds that a page gets for anything, beside whatever else the machine does: they only end a vain wait."""

RIGHT = {
    "one": ["Твёрдая вода"],
    "some": ["Лёд", "Пар"],
    "gap": " «Водой». ",
    "degrees": "100,4 °c",
    "row": ["Лёд", "Вода", "Кипяток", "Пар"],
    "pairs": {"Лёд": "твёрдое", "Вода": "жидкое", "Пар": "газ"},
    "words": "Тепло греет лёд, и он превратился в воду, а в воде\nпоявились пузырьки.",
}


def item(page: Page, name: str) -> Locator:
    return page.locator(f'[data-item="{name}"]')


def press(question: Locator, name: str) -> None:
    question.get_by_role("button", name=name, exact=True).click()


def order(question: Locator, *wanted: str) -> None:
    """Bring the things into this order by the buttons, as a reader does."""
    for place, text in enumerate(wanted):
        row = question.locator("[data-order] > li", has_text=text)
        while row.evaluate("row => [...row.parentNode.children].indexOf(row)") > place:
            row.locator('[data-move="-1"]').click()


def answer(page: Page, name: str, given: object) -> Locator:
    question = item(page, name)
    match name:
        case "one" | "some":
            for text in given:
                question.get_by_label(text).check()
        case "gap" | "degrees" | "words":
            question.get_by_role("textbox").fill(given)
        case "row":
            order(question, *given)
        case "pairs":
            for left, right in given.items():
                question.get_by_label(left).select_option(label=right)
    press(question, "Проверить")
    return question


def two_tabs(context: BrowserContext, address: str) -> tuple[Page, Page]:
    """Open the same page twice in one browser."""
    one, two = context.new_page(), context.new_page()
    for tab in (one, two):
        tab.goto(address)
    return one, two
