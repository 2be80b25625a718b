"""Notices in words, for reports and gradebooks."""

from gramota.grading.notices import Notice
from gramota.wording import Wording


def tell_notice(notice: Notice, question: str, t: Wording) -> str:
    """Return what the answer looks like, and whether it was refused for it; `question` names the other question."""
    said = t(f"notice.{notice.kind}", question=question)
    return t("notice.refused", notice=said) if notice.refused else said
