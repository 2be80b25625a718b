"""Small pages of letters and of the list of letters, as a site has them, with nothing of any theme."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from markdown import markdown
from pydantic import TypeAdapter

from gramota.course import Lesson
from gramota.course.model.revisions import Change
from gramota.course.model.time_spans import Span
from gramota.pages import Card, Page, card_of, control_path, letter_path, render_group_pages, render_letter_list
from gramota.pages.control_page import render_control_page
from gramota.pages.letter_page import render_letter_page
from gramota.pages.links import with_addresses
from gramota.pages.markup import EXTENSIONS, sanitize
from tests.browser.blocks import PAGE, SITE, load_every_type, load_rules

CHANGES = (
    Change(revision=2, date=dt.date(2025, 6, 10), what=("Пар теперь газ.",)),
    Change(revision=3, date=dt.date(2026, 2, 1), what=("Лёд теперь твёрже.", "Вода <b>мокрее</b>.")),
)
MANY = 3000


def changed(lesson: Lesson, **changes: object) -> Lesson:
    """Return the lesson with its letter's fields changed."""
    return replace(lesson, letter=lesson.letter.model_copy(update=changes))


def write_letters(folder: Path) -> None:
    """Write read.html and home.html and their variants into the folder."""
    lesson = load_every_type()
    third = changed(lesson, revision=3, changes=CHANGES)
    write_letter(folder / "read.html", lesson)
    write_letter(folder / "read-en.html", changed(lesson, lang="en"))
    write_letter(folder / "read-editorial.html", changed(lesson, title="Письмо про воду"))
    write_letter(folder / "read-revised.html", third)
    write_letter(folder / "read-long.html", _with_long_sections(third))
    write_letter(folder / "read-yearly.html", changed(lesson, valid_for=TypeAdapter(Span).validate_python("1y")))
    write_control(folder / "control.html", lesson)
    write_home(folder / "home.html", lesson)
    write_home(folder / "home-en.html", lesson, lang="en")
    write_home(folder / "home-revised.html", third)
    write_home(folder / "home-reworded.html", _with_a_question_reworded(lesson))
    write_home(folder / "home-rules.html", load_rules())
    write_home(folder / "home-one-audience.html", lesson, audience="Все")
    write_many(folder, lesson)


def write_letter(path: Path, lesson: Lesson) -> None:
    """Write the letter's page."""
    _write(path, render_letter_page(lesson, SITE))


def write_control(path: Path, lesson: Lesson) -> None:
    """Write the control sheet's page."""
    _write(path, render_control_page(lesson, SITE))


def _write(path: Path, page: Page) -> None:
    """Write what the site makes of the page's Markdown."""
    source = page.whole_markdown().split("---\n", 2)[2]
    body = sanitize(markdown(source, extensions=[*EXTENSIONS]))
    without_twins = PAGE.replace('<h2 id="states">Три состояния</h2><h2 id="boiling">Кипение</h2>', "")
    path.write_text(without_twins.format(body=body), encoding="utf-8")


def write_home(path: Path, lesson: Lesson, lang: str = "ru", audience: str = "") -> None:
    """Write a list of three letters: the lesson's, one in a folder without a quiz, and one to read every year."""
    quizless = replace(changed(lesson, id="sales/refunds", title="Возвраты", date=dt.date(2026, 1, 2)), quiz=None)
    store = changed(quizless, audience=(audience or "Склад",))
    yearly = TypeAdapter(Span).validate_python("1y")
    fire = changed(quizless, id="fire", title="Пожар", valid_for=yearly, date=dt.date(2025, 5, 5), audience=("Все",))
    _write_list(path, [card_of(each) for each in (lesson, store, fire)], lang)


def write_many(folder: Path, lesson: Lesson) -> None:
    """Write home-many.html, of very many letters in seven groups, and group-many.html, the first page of one of them.

    Letters to group 4 are in two languages, those to group 6 to be read every year, and one is to groups 5 and 6.
    """
    card = card_of(lesson)
    cards = [replace(card, **_numbered(number), audience=(f"Отдел {number % 7}",)) for number in range(MANY)]
    cards = [replace(each, valid_for="1y") if each.audience == ("Отдел 6",) else each for each in cards]
    twins = [replace(each, id=f"{each.id}-en", lang="en") for each in cards if each.audience == ("Отдел 4",)]
    shared = replace(card, id="shared", original="shared", audience=("Отдел 5", "Отдел 6"))
    _write_list(folder / "home-many.html", [*cards, *twins, shared], "ru")
    _write_list(folder / "home-one-group.html", [replace(each, audience=("Все",)) for each in cards[:30]], "ru")
    _write_group(folder / "group-many.html", next(render_group_pages(cards, "ru", SITE)))


def _numbered(number: int) -> dict[str, str]:
    return dict.fromkeys(("id", "original"), f"letter-{number}") | {"title": f"Письмо {number}"}


def _write_group(path: Path, page: Page) -> None:
    html = page.safe_html(markdown(page.markdown.split("---\n", 2)[2]))
    body = with_addresses(html, page.path, lambda source: "read.html" if source.startswith("letters/") else path.name)
    path.write_text(PAGE.format(body=body), encoding="utf-8")


def _write_list(path: Path, cards: Sequence[Card], lang: str) -> None:
    """Write the list of letters, the pages of the first of which stand beside it."""
    pages = {letter_path(cards[0]): "read.html", control_path(cards[0]): "sheet.html"}
    found = render_letter_list(cards, lang, SITE, lambda source: pages.get(source, "nowhere.html"))
    path.write_text(PAGE.format(body=found.html), encoding="utf-8")
    for name, text in found.files.items():
        (path.parent / name).parent.mkdir(parents=True, exist_ok=True)
        (path.parent / name).write_text(text, encoding="utf-8")


def _with_long_sections(lesson: Lesson) -> Lesson:
    sections = [section.model_copy(update={"body": "Вода.\n\n" * 60}) for section in lesson.letter.sections]
    return changed(lesson, sections=tuple(sections))


def _with_a_question_reworded(lesson: Lesson) -> Lesson:
    assert lesson.quiz
    first, *rest = lesson.quiz.self_check
    reworded = first.model_copy(update={"prompt": f"{first.prompt} (новое)"})
    return replace(lesson, quiz=lesson.quiz.model_copy(update={"self_check": (reworded, *rest)}))
