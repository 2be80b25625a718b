"""How much is not covered, in all letters together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gramota.grading.coverage.covered import CoveredLetter


@dataclass(frozen=True)
class Lack:
    """How many are not covered, of how many."""

    count: int
    all: int


def count_lacks(letters: Sequence[CoveredLetter]) -> Mapping[str, Lack]:
    """Return what is not covered, by the names that the wording and the JSON have for it."""
    questions = [question for letter in letters for question in letter.questions]
    meanings = [meaning for question in questions for meaning in question.meanings]
    overlaps = sum(len(question.overlaps) for question in questions)
    phrases = sum(meaning.phrases for meaning in meanings)
    return {
        "sections": Lack(sum(len(each.unasked) for each in letters), sum(len(each.sections) for each in letters)),
        "met": Lack(sum(meaning.lacks_met for meaning in meanings), len(meanings)),
        "not_met": Lack(sum(meaning.lacks_not_met for meaning in meanings), len(meanings)),
        "unused": Lack(sum(len(meaning.unused) for meaning in meanings), phrases),
        "overlaps": Lack(overlaps, phrases),
    }
