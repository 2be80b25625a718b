"""The guide's pictures of the report and of a feedback sheet: the example's employees, one of them decided on."""

from pathlib import Path

from playwright.sync_api import Browser

from gramota.decisions.line import Commented, Finished, Subject
from tests.browser.desk_pictures import OTHERS, TRAINERS
from tests.browser.small_png import shrink_png
from tests.cli.command import gramota
from tests.docs.guide import example_project
from tests.docs.sheets import write_sheet
from tests.unit.decisions.lines import write_log

DESKTOP = {"width": 1100, "height": 1010}
LEAF = {"width": 794, "height": 700}
MORE = {
    "ru": (
        ("4721", "Дарья Орлова", "Нажму красную кнопку и спокойно выйду по лестнице, но больше ничего не вспомню."),
        ("4722", "Егор Зайцев", "Сразу же позвоню 112 и подожду приезда пожарных в кабинете, закрыв окна."),
        ("4723", "Жанна Котова", "Нажму красную кнопку и позвоню 112, скажу адрес, этаж и что горит."),
        ("4724", "Захар Лебедев", "Спущусь на лифте, пока он еще работает, и позвоню 112 уже с улицы."),
        ("4725", "Инна Мороз", "Сначала красная кнопка на стене, потом звоню 112, потом спускаюсь по лестнице."),
        ("4726", "Кирилл Носов", "Позвоню 112 и уйду по лестнице вместе со всеми, кто есть на этаже."),
    ),
    "en": (
        ("4721", "Daria Orlova", "I press the red button and walk down the stairs, and can think of nothing else."),
        ("4722", "Egor Zaitsev", "I call 112 at once and wait for the fire brigade in my room with the windows shut."),
        ("4723", "Jeanne Kotova", "I press the red button and call 112, and say the address and the floor."),
        ("4724", "Zachary Lebedev", "I take the lift while it still works, and call 112 from the street."),
        ("4725", "Inna Moroz", "First I press the red button on the wall, then I call 112 and walk down the stairs."),
        ("4726", "Cyril Nosov", "I call 112 and walk down the stairs together with everybody on the floor."),
    ),
}
COMMENTS = {
    "ru": "Кнопка и звонок — верно. Лифтом при пожаре не пользуемся: он может остановиться между этажами.",
    "en": "The button and the call are right. We never take the lift in a fire: it may get stuck between floors.",
}


def take_report_pictures(browser: Browser, lang: str, folder: Path, pictures: Path) -> None:
    """Write report.LANG.png and feedback.LANG.png."""
    project = example_project(lang, folder)
    attempt = write_sheet(project, folder / "sheets/4711.json", lang)
    others = [(number, *said) for number, said in OTHERS[lang].items()]
    for number, name, text in (*others, *MORE[lang]):
        write_sheet(project, folder / f"sheets/{number}.json", lang, {"id": number, "name": name}, text)
    _decide(folder / "results", attempt, lang)
    folders = ("--docs", project / "docs", "--quizzes", project / "quizzes", "--lang", lang)
    ended = gramota("grade", folder / "sheets", "-o", folder / "results", *folders)
    assert ended.code == 0, ended.err
    context = browser.new_context(viewport=DESKTOP, color_scheme="light", reduced_motion="reduce")
    page = context.new_page()
    page.goto((folder / "results/report.html").as_uri())
    (pictures / f"report.{lang}.png").write_bytes(shrink_png(page.screenshot()))
    page.set_viewport_size(LEAF)
    (sheet,) = (folder / "results/feedback").glob("fire--4711--*.html")
    page.goto(sheet.as_uri())
    (pictures / f"feedback.{lang}.png").write_bytes(shrink_png(page.screenshot(full_page=True)))
    context.close()


def _decide(folder: Path, attempt: str, lang: str) -> None:
    folder.mkdir()
    about = Subject(attempt=attempt, learner="4711", letter="fire", question="first-steps", rubric="")
    met = {"alarm": True, "call": True, "stairs": False}
    acts = (
        Commented(subject=about, text=COMMENTS[lang]),
        Finished(subject=about, criteria=met, misconceptions={"lift": True}),
    )
    write_log(folder, *acts, who=TRAINERS[lang])
