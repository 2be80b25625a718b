"""Coverage for programs: `gramota-coverage/1`."""

import json
from collections.abc import Sequence
from dataclasses import asdict

from gramota.errors import Where
from gramota.grading.coverage.covered import (
    CoveredLetter,
    CoveredMeaning,
    CoveredQuestion,
    CoveredSection,
    OverlapAt,
    PhraseAt,
)
from gramota.grading.coverage.totals import count_lacks

FORMAT = "gramota-coverage/1"

_Plain = dict[str, object]


def write_coverage(letters: Sequence[CoveredLetter]) -> str:
    """Return all letters, also what is covered, and the totals: how many of how many are not."""
    totals = {name: asdict(lack) for name, lack in count_lacks(letters).items()}
    whole = {"format": FORMAT, "letters": [_letter(letter) for letter in letters], "totals": totals}
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _letter(letter: CoveredLetter) -> _Plain:
    return {
        "letter": letter.id,
        "sections": [_section(section) for section in letter.sections],
        "questions": [_question(question) for question in letter.questions],
    }


def _section(section: CoveredSection) -> _Plain:
    return {"id": section.id, "questions": section.questions, **_place(section.where)}


def _question(question: CoveredQuestion) -> _Plain:
    return {
        "id": question.id,
        "examples": question.examples,
        **_place(question.where),
        "meanings": [_meaning(meaning) for meaning in question.meanings],
        "overlaps": [_overlap(overlap) for overlap in question.overlaps],
    }


def _meaning(meaning: CoveredMeaning) -> _Plain:
    return {
        "kind": meaning.kind,
        "id": meaning.id,
        **_place(meaning.where),
        "met": meaning.met,
        "not_met": meaning.not_met,
        "phrases": meaning.phrases,
        "unused": [_phrase(phrase) for phrase in meaning.unused],
    }


def _overlap(overlap: OverlapAt) -> _Plain:
    return {
        "meaning": overlap.meaning,
        **_phrase(overlap.phrase),
        "other": {"meaning": overlap.other, **_phrase(overlap.other_phrase)},
        "same": overlap.is_same,
    }


def _phrase(phrase: PhraseAt) -> _Plain:
    return {"phrase": phrase.text, **_place(phrase.where)}


def _place(where: Where) -> _Plain:
    return {"file": where.path, "line": where.line, "column": where.column}
