"""The control sheet of a letter as an HTML form, which prints as a paper form too."""

from urllib.parse import quote

from gramota.course import Lesson
from gramota.course.model.identity import content_hash
from gramota.pages.environment import render_template
from gramota.quiz import PublicQuestion, public_question
from gramota.wording import Wording, wording
from gramota.wording.written_day import written_day

# What people write by hand in a line of an A4 page, and how many lines a question gets where nothing is advised.
WORDS_PER_LINE = 9
USUAL_LINES = 5
MOST_LINES = 24
# Some mail programs cut long addresses off, and of a subject nobody reads more.
MAX_SUBJECT = 90


def render_control_sheet(lesson: Lesson, site: str, email: str = "") -> str:
    """Return the HTML block, or "" where the quiz has no control questions; of these it holds no part of the rubric.

    `site` names the site in what browsers store and employees hand in; `email` is the trainer's address where the
    letter names none.
    """
    if not lesson.control:
        return ""
    letter = lesson.letter
    say = wording("blocks", letter.lang)
    address = letter.hand_in.email if letter.hand_in else email
    return render_template(
        "control_sheet.html.j2",
        letter=letter,
        letter_hash=content_hash(letter),
        letter_date=written_day(letter.date, say),
        questions=[public_question(question) for question in lesson.control],
        advice=advised_length,
        lines=ruled_lines,
        email=address,
        mail=mail_link(address, say("mail_subject", title=letter.title)),
        site=site,
        say=say,
    )


def mail_link(address: str, subject: str) -> str:
    """Return a mailto: link with a subject and without a body: few Cyrillic letters would fit into one."""
    short = subject if len(subject) <= MAX_SUBJECT else f"{subject[: MAX_SUBJECT - 1].rstrip()}…"
    return f"mailto:{quote(address, safe='@')}?subject={quote(short, safe='')}"


def advised_length(question: PublicQuestion, say: Wording) -> str:
    """Return how long an answer had best be, in words; "" where nothing is advised."""
    match question.least_words, question.most_words:
        case None, None:
            return ""
        case least, None:
            return say("advised_least", count=least)
        case None, most:
            return say("advised_most", count=most)
        case least, most:
            return say("advised", least=least, count=most)


def ruled_lines(question: PublicQuestion) -> int:
    """Return how many lines an answer by hand needs."""
    words = question.most_words or 2 * (question.least_words or 0)
    return min(max(3, -(-words // WORDS_PER_LINE)), MOST_LINES) if words else USUAL_LINES
