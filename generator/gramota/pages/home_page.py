"""The home page: every letter, by the people whom it addresses."""

from collections.abc import Mapping
from itertools import chain

from markupsafe import Markup

from gramota.course import Course, Lesson
from gramota.pages.environment import render_template
from gramota.pages.letter_page import control_path, letter_facts, letter_path
from gramota.pages.markup import as_text
from gramota.wording import Wording, wording

MARKER = "<!-- gramota: letters -->"
_WIDE = "---\nhide: [navigation, toc]\n---\n"


def letters_by_audience(course: Course) -> Mapping[str, list[Lesson]]:
    """Return the lessons of each audience, audiences in alphabetical order, the newest letter first."""
    audiences = sorted(set(chain.from_iterable(lesson.letter.audience for lesson in course.lessons)))
    newest_first = sorted(course.lessons, key=lambda lesson: lesson.letter.date, reverse=True)
    return {name: [lesson for lesson in newest_first if name in lesson.letter.audience] for name in audiences}


def render_letter_list(course: Course, lang: str) -> str:
    """Return the list of letters as Markdown, its links relative to the docs folder."""
    return render_template(
        "letter_list.md.j2",
        audiences=letters_by_audience(course),
        facts=letter_facts,
        letter_path=letter_path,
        links=_links,
        say=wording("site", lang),
        as_text=as_text,
        lang=lang,
    )


def render_home(course: Course, lang: str, site_name: str) -> str:
    """Return the Markdown of a home page for a site that has none of its own."""
    lead = wording("site", lang)("home_lead")
    return f"{_WIDE}# {as_text(site_name)}\n\n{lead}\n\n{render_letter_list(course, lang)}"


def _links(lesson: Lesson, say: Wording) -> Markup:
    letter, links = lesson.letter, []
    if lesson.self_check:
        links.append(f"[{say('self_check')}]({letter_path(letter)}#gramota-self-check)")
    if lesson.control:
        links.append(f"[{say('control')}]({control_path(letter)})")
    return Markup(" · ".join(links))  # noqa: S704 - ids and our own words
