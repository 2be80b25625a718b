"""The page of a letter's control sheet."""

from gramota.course import Lesson
from gramota.pages.clearing import render_clearing
from gramota.pages.control_sheet import render_control_sheet
from gramota.pages.environment import render_template
from gramota.pages.letter_page import control_path, letter_facts
from gramota.pages.markup import abbreviations, as_text
from gramota.pages.page import Blocks, Page, front_matter
from gramota.quiz import PageKind
from gramota.wording import wording


def render_control_page(lesson: Lesson, site: str, email: str = "") -> Page:
    """Return the control sheet's page; of the control questions it holds no part of the rubric."""
    letter = lesson.letter
    say = wording("site", letter.lang)
    title = say("control_title", title=letter.title)
    blocks = Blocks()
    markdown = render_template(
        "control.md.j2",
        letter=letter,
        facts=letter_facts(letter),
        languages=blocks.languages,
        sheet=blocks.place(render_control_sheet(lesson, site, email)),
        clearing=blocks.place(render_clearing(letter.lang, site)),
        say=say,
        as_text=as_text,
        abbreviations=abbreviations(letter.terms),
    )
    return Page(control_path(letter), letter.lang, front_matter(title) + markdown, PageKind.SHEET, blocks=blocks.kept)
