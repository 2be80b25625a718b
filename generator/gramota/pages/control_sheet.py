"""The control sheet of a letter as an HTML form, which prints as a paper form too."""

from babel.dates import format_date

from gramota.course import Lesson
from gramota.course.identity import content_hash
from gramota.pages.environment import render_template
from gramota.quiz import public_question
from gramota.wording import wording


def render_control_sheet(lesson: Lesson, site: str) -> str:
    """Return the HTML block, or "" where the quiz has no control questions; of these it holds the prompts only.

    `site` names the site in what browsers store and employees hand in.
    """
    if not lesson.control:
        return ""
    say = wording("blocks", lesson.letter.lang)
    return render_template(
        "control_sheet.html.j2",
        letter=lesson.letter,
        letter_hash=content_hash(lesson.letter),
        letter_date=format_date(lesson.letter.date, say("date_pattern"), locale=say.locale),
        questions=[public_question(question) for question in lesson.control],
        site=site,
        say=say,
    )
