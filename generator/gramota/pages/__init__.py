"""Pages: the course model becomes Markdown. Pure: nothing is read or written but the templates."""

from collections.abc import Iterator

from gramota.course import Lesson
from gramota.pages.card import Card, card_of
from gramota.pages.control_page import render_control_page
from gramota.pages.group_pages import render_group_pages
from gramota.pages.home_page import MARKER, LetterList, render_home, render_letter_list
from gramota.pages.letter_page import control_path, letter_path, render_letter_page
from gramota.pages.page import Page

__all__ = [
    "MARKER",
    "Card",
    "LetterList",
    "Page",
    "card_of",
    "control_path",
    "letter_path",
    "render_group_pages",
    "render_home",
    "render_letter_list",
    "render_pages",
]


def render_pages(lesson: Lesson, site: str, email: str = "") -> Iterator[Page]:
    """Yield the letter's page and, where it has control questions, its control sheet's page.

    `site` names the site in what browsers store and employees hand in; `email` is where sheets go of letters
    that name no address themselves.
    """
    yield render_letter_page(lesson, site)
    if lesson.control:
        yield render_control_page(lesson, site, email)
