"""The guide's picture of the trainer's desk: the example's sheets, one of them half decided."""

from pathlib import Path

from playwright.sync_api import Browser

from tests.browser.small_png import shrink_png
from tests.desk.running import client_of, start_desk
from tests.docs.guide import example_project
from tests.docs.sheets import NAMES, write_sheet

SIZE = {"width": 1280, "height": 760}
TRAINERS = {"ru": "Ирина Сергеева", "en": "Irene Sergeeva"}
OTHERS = {
    "ru": {
        "4712": ("Борис Петров", "Позвоню 112, нажму красную кнопку и спокойно выйду по лестнице, не забыв никого."),
        "4713": ("Вера Смирнова", "Кнопка, звонок, лестница, выход, сбор."),
        "4714": (
            "Глеб Волков",
            "Позвоню 112, нажму красную кнопку и спокойно выйду по лестнице, не забыв соседей.",
        ),
    },
    "en": {
        "4712": (
            "Boris Petrov",
            "I call 112, press the red button and walk down the stairs, calmly, as we did before.",
        ),
        "4713": ("Vera Smirnova", "Button, call, stairs, exit, assembly."),
        "4714": (
            "Gleb Volkov",
            "I call 112, press the red button and walk down the stairs, calmly, as they told us.",
        ),
    },
}
KEPT = {"ru": "Лифтом при пожаре не пользуемся.", "en": "We never take the lift in a fire."}


def take_desk_picture(browser: Browser, lang: str, folder: Path, pictures: Path) -> None:
    """Write desk.LANG.png."""
    project = example_project(lang, folder)
    write_sheet(project, folder / "sheets/4711.json", lang)
    for number, (name, text) in OTHERS[lang].items():
        write_sheet(project, folder / f"sheets/{number}.json", lang, {"id": number, "name": name}, text)
    folders = ("--docs", str(project / "docs"), "--quizzes", str(project / "quizzes"), "--lang", lang)
    desk = start_desk(folder / "sheets", folder / "results", "--trainer", TRAINERS[lang], folders=folders)
    try:
        context = browser.new_context(viewport=SIZE, color_scheme="light", reduced_motion="reduce", timezone_id="UTC")
        page = context.new_page()
        page.goto(client_of(desk).address)
        page.locator("#queue-items button", has_text=NAMES[lang]).click()
        page.locator("#learner", has_text=NAMES[lang]).wait_for()
        page.locator("#comment").fill(KEPT[lang])
        page.locator("#comment-keep").click()
        page.locator("#kept .use").wait_for()
        page.keyboard.press("Escape")
        # Moments of the real clock would make another picture each time.
        page.locator("#comments .by").evaluate("by => by.remove()")
        (pictures / f"desk.{lang}.png").write_bytes(shrink_png(page.screenshot(animations="disabled", caret="hide")))
        context.close()
    finally:
        desk.kill()
        desk.communicate()
