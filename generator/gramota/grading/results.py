"""Grades as JSON lines, for programs; the keys and their order are a contract."""

import json
from collections.abc import Iterator, Mapping

from gramota.grading.files.strict_json import Json
from gramota.grading.grade import Attempt, Grade
from gramota.grading.notices import Notice
from gramota.grading.tables.carried_names import carried_names
from gramota.grading.tables.rows import BulkRow
from gramota.rubric import Decision

LEARNED = "learned"
"""By whom a decision is that follows what trainers decided, and not a phrase."""

POINTS_DIGITS, CONFIDENCE_DIGITS = 6, 4


def bulk_line(row: BulkRow, grade: Grade) -> str:
    """Return one line: the contract's keys, then the input's other columns (`input.` before a name that is taken)."""
    graded = _graded(row.id, grade)
    names = carried_names(row.others)
    return json_line({**graded, **{names[name]: value for name, value in row.others.items()}})


def attempt_lines(attempt: Attempt) -> Iterator[str]:
    """Yield a line for each question: the contract's keys, then the grade's state and whose attempt it is."""
    answers = attempt.handed_in.answers
    about: dict[str, Json] = {
        "file": attempt.handed_in.file,
        "letter": answers.letter.id,
        "revision": answers.letter.revision,
        "learner": answers.learner.model_dump(exclude_none=True),
        "acknowledged": {"revision": answers.acknowledged_revision, "at": answers.acknowledged_at},
        "finished": answers.finished,
        "outcome": attempt.outcome,
        "standing": attempt.standing,
        "warnings": [warning.code.partition(".")[0] for warning in attempt.handed_in.warnings],
    }
    for grade in attempt.grades:
        line = _graded(answers.learner.id or answers.learner.shown, grade)
        yield json_line({**line, "state": grade.state, "attempt": about})


def plain_number(value: float | None) -> float | None:
    """Return a whole number as one, and a fraction without the dust of binary sums."""
    if value is None:
        return None
    return int(value) if value == int(value) else round(value, POINTS_DIGITS)


def tell_maker(decision: Decision) -> dict[str, Json]:
    """Return who made the decision, as `by`; only where it was not the rubric's phrases."""
    return {"by": LEARNED} if decision.is_learned else {}


def _graded(answer_id: str | int, grade: Grade) -> dict[str, Json]:
    return {
        "id": answer_id,
        "question": grade.question,
        "score": plain_number(grade.score),
        "max": plain_number(grade.max),
        "criteria": {key: _criterion(decision) for key, decision in grade.criteria.items()},
        "misconceptions": {key: _misconception(decision) for key, decision in grade.misconceptions.items()},
        "notices": [_notice(notice) for notice in grade.notices],
        "review": grade.review,
    }


def _criterion(decision: Decision) -> Json:
    return {"met": decision.met, **_certainty(decision), "phrase": decision.phrase, **tell_maker(decision)}


def _misconception(decision: Decision) -> Json:
    return {"held": decision.met, **_certainty(decision)}


def _notice(notice: Notice) -> Json:
    """`question` stands only in a notice about another question."""
    about: dict[str, Json] = {"question": notice.question} if notice.question else {}
    return {"kind": notice.kind, **about, "refused": notice.refused}


def _certainty(decision: Decision) -> dict[str, Json]:
    evidence: list[Json] = [[start, end] for start, end in decision.evidence]
    return {"confidence": round(decision.confidence, CONFIDENCE_DIGITS), "evidence": evidence}


def json_line(values: Mapping[str, Json]) -> str:
    """Return a line of JSON, which is one for every reader."""
    # U+2028 ends a line for some readers of JSON lines; nothing but our own newline may.
    text = json.dumps(values, ensure_ascii=False)
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("\x85", "\\u0085") + "\n"
