"""The words of an answer on which its marks rest, in one line."""

from gramota.grading.grade import Grade
from gramota.grading.plain_text import quote_evidence


def tell_evidence(grade: Grade) -> str:
    """Return each id of a criterion or misconception with the words that are its evidence; none where there is none."""
    decisions = (*grade.criteria.items(), *grade.misconceptions.items())
    quoted = ((key, quote_evidence(grade.answer, decision.evidence)) for key, decision in decisions)
    return "; ".join(f"{key} {words}" for key, words in quoted if words)
