"""Pages: the course model becomes Markdown. Pure: nothing is read or written but the templates."""

from collections.abc import Iterator

from gramota.course import Course
from gramota.pages.control_page import render_control_page
from gramota.pages.home_page import MARKER, render_home, render_letter_list
from gramota.pages.letter_page import control_path, letter_path, render_letter_page
from gramota.pages.page import Page

__all__ = [
    "MARKER",
    "Page",
    "control_path",
    "letter_path",
    "render_home",
    "render_letter_list",
    "render_pages",
]


def render_pages(course: Course, site: str, email: str = "") -> Iterator[Page]:
    """Yield each letter's page and, where it has control questions, its control sheet's page.

    `site` names the site in what browsers store and employees hand in; `email` is where sheets go of letters
    that name no address themselves.
    """
    for lesson in course.lessons:
        others = course.others(lesson.letter)
        yield render_letter_page(lesson, site, others)
        if lesson.control:
            yield render_control_page(lesson, site, email, others)
