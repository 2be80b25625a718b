"""Notices in words, for reports and gradebooks."""

from gramota.course import Quiz
from gramota.grading.files.plain_text import clean_line
from gramota.grading.notices import Notice
from gramota.wording import Wording


def tell_notice(notice: Notice, question: str, t: Wording) -> str:
    """Return what the answer looks like, and whether it was refused for it; `question` names the other question."""
    said = t(f"notice.{notice.kind}", question=question)
    return t("notice.refused", notice=said) if notice.refused else said


def tell_notice_of(quiz: Quiz, notice: Notice, t: Wording) -> str:
    """Return the same, with the other question named by its prompt."""
    return tell_notice(notice, clean_line(quiz.question(notice.question).prompt) if notice.question else "", t)
