"""The words of an answer on which its marks rest, in one line."""

from collections.abc import Iterator

from gramota.grading.files.plain_text import quote_evidence
from gramota.grading.grade import Grade
from gramota.rubric import Decision
from gramota.wording import Wording


def tell_evidence(grade: Grade, t: Wording) -> str:
    """Return each id of a criterion or misconception with the words that are its evidence; none where there is none.

    What follows trainers' earlier decisions in place of a phrase is told as such, and also where there are no words.
    """
    decisions = (*grade.criteria.items(), *grade.misconceptions.items())
    return "; ".join(told for key, decision in decisions for told in _tell(key, decision, grade.answer, t))


def _tell(key: str, decision: Decision, answer: str, t: Wording) -> Iterator[str]:
    words = quote_evidence(answer, decision.evidence)
    if decision.is_learned:
        yield " ".join(filter(None, (key, words, f"({t('learned')})")))
    elif words:
        yield f"{key} {words}"
