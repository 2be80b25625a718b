"""The home page: every letter, by the people whom it addresses, with the steps that its reader takes."""

from collections.abc import Callable, Mapping
from itertools import chain

from gramota.course import Course, Lesson
from gramota.course.identity import question_hash
from gramota.pages.clearing import render_clearing
from gramota.pages.environment import render_template
from gramota.pages.letter_page import control_path, letter_facts, letter_path
from gramota.pages.markup import as_text
from gramota.wording import wording

MARKER = "<!-- gramota: letters -->"
# As many rows as the browser fills of what is to be done; their room is kept before it does.
TODO_ROWS = 3
_WIDE = "---\nhide: [navigation, toc]\n---\n"
# Enough of a question's hash to see that it has changed.
_HASH_DIGITS = 6


def letters_by_audience(course: Course) -> Mapping[str, list[Lesson]]:
    """Return the lessons of each audience, audiences in alphabetical order, the newest letter first."""
    audiences = sorted(set(chain.from_iterable(lesson.letter.audience for lesson in course.lessons)))
    newest_first = sorted(course.lessons, key=lambda lesson: lesson.letter.date, reverse=True)
    return {name: [lesson for lesson in newest_first if name in lesson.letter.audience] for name in audiences}


def render_letter_list(course: Course, lang: str, site: str, address: Callable[[str], str]) -> str:
    """Return the list of letters as HTML.

    `site` names the site in what browsers store; `address` says where the page of a source path is, from the home page.
    """
    return render_template(
        "letter_list.html.j2",
        audiences=letters_by_audience(course),
        languages=_languages(course),
        others=course.others,
        facts=letter_facts,
        letter_address=lambda letter: address(letter_path(letter)),
        control_address=lambda letter: address(control_path(letter)),
        hashes=_question_hashes,
        rows=min(TODO_ROWS, len(course.lessons)),
        clearing=render_clearing(lang, site),
        site=site,
        say=wording("site", lang),
        soon=wording("runtime", lang),
        lang=lang,
    )


def render_home(lang: str, site_name: str) -> str:
    """Return the Markdown of a home page for a site that has none of its own."""
    lead = wording("site", lang)("home_lead")
    return f"{_WIDE}# {as_text(site_name)}\n\n{lead}\n{{: .gramota-lead }}\n\n{MARKER}\n"


def _languages(course: Course) -> list[tuple[str, str]]:
    """The languages of the letters, by the names that their own speakers call them."""
    spoken = sorted({lesson.letter.lang for lesson in course.lessons})
    return sorted(((lang, wording("site", lang)("language")) for lang in spoken), key=lambda each: each[1])


def _question_hashes(lesson: Lesson) -> str:
    return " ".join(question_hash(item)[:_HASH_DIGITS] for item in lesson.self_check)
