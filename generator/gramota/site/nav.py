"""The navigation of mkdocs.yml, in which `letters/` stands for all letters and a letter's file for its page."""

from collections.abc import Iterator
from html import escape
from typing import Any

from gramota.course import Course
from gramota.pages import control_path, letter_path

LETTERS_IN_NAV = "letters/"


def expand_nav(entries: list[Any], course: Course) -> list[Any]:
    """Return the navigation's entries with the letters in their places."""
    expanded: list[Any] = []
    for entry in entries:
        found = _expand(entry, course)
        expanded += found if isinstance(found, list) else [found]
    return expanded


def _expand(entry: Any, course: Course) -> Any:  # noqa: ANN401 - MkDocs' nav is nested lists, mappings and strings
    """Replace `letters/` in the navigation by the letters, and a letter's file by its page."""
    if isinstance(entry, dict):
        return {title: _expand(value, course) for title, value in entry.items()}
    if isinstance(entry, list):
        return expand_nav(entry, course)
    if entry == LETTERS_IN_NAV:
        return [*_letters_nav(course)]
    files = {f"letters/{lesson.letter.id}.yml": letter_path(lesson.letter) for lesson in course.lessons}
    return files.get(entry, entry)


def _letters_nav(course: Course) -> Iterator[dict[str, list[str]]]:
    for lesson in course.lessons:
        pages = [letter_path(lesson.letter)]
        if lesson.control:
            pages.append(control_path(lesson.letter))
        # The themes print titles as they are.
        yield {escape(lesson.letter.title, quote=False): pages}
