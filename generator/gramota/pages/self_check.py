"""The self-check of a letter as HTML that reads well before any script runs."""

from markupsafe import Markup

from gramota.course import Lesson, Letter
from gramota.course.model.self_check import GAP
from gramota.pages.environment import render_template
from gramota.pages.links import from_root
from gramota.pages.markup import render_inline
from gramota.quiz import public_items
from gramota.wording import wording

# Stands for the gap while Markdown is at work; a private-use character that no author writes.
_STAND_IN = "\ue000"


def render_self_check(lesson: Lesson, site: str) -> str:
    """Return the HTML block for the letter's own page, or "" where the quiz has no self-check.

    `site` names the site in what browsers store.
    """
    if lesson.quiz is None or not lesson.self_check:
        return ""
    return render_template(
        "self_check.html.j2",
        letter=lesson.letter,
        items=public_items(lesson),
        asked=lesson.quiz.asked_count,
        drawn=lesson.quiz.self_check_rules.drawn(),
        site=site,
        has_control=bool(lesson.control),
        around_gap=around_gap,
        say=wording("blocks", lesson.letter.lang),
    )


def around_gap(prompt: str, letter: Letter) -> tuple[Markup, Markup]:
    """Return what stands before and after the gap of a fill-in question."""
    text = from_root(GAP.sub(_STAND_IN, prompt), letter)
    before, _, after = render_inline(text, letter.terms).partition(_STAND_IN)
    return before, after
