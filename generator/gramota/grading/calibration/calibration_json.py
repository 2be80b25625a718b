"""A calibration as one JSON object, `gramota-calibration/1`; answers that are kept aside appear in figures alone."""

from collections.abc import Mapping

from gramota.grading.calibration.agreement import Interval
from gramota.grading.calibration.calibrate import CalibratedQuestion, Calibration, Difference
from gramota.grading.calibration.figures import Figures
from gramota.grading.calibration.patch import Patch
from gramota.grading.calibration.proposals import Effect, Proposal
from gramota.grading.files.harmless_json import write_harmless
from gramota.grading.files.strict_json import Json
from gramota.grading.suggesting.labelled_answers import MeaningKey
from gramota.rubric.phrases.accepted import Kind

FORMAT = "gramota-calibration/1"


def write_calibration(calibration: Calibration, patch: Patch) -> str:
    """Return the whole as text."""
    return write_harmless(
        {
            "format": FORMAT,
            "quiz": calibration.compiled.letter.id,
            "questions": [_question(each) for each in calibration.questions],
            "trainers": [
                {"one": each.one, "other": each.other, **_figures(each.figures)} for each in calibration.trainers
            ],
            "parts": {
                part: {stage: _figures(calibration.part(part, stage)) for stage in ("now", "then")}
                for part in ("learned", "aside")
            },
            "file": patch.path,
            "patch": "".join(f"{line}\n" for line in patch.difference),
        }
    )


def _question(question: CalibratedQuestion) -> Json:
    figures = question.figures
    return {
        "question": question.question.id,
        "answers": figures.answers,
        "criteria": _of_kind("criteria", figures.meanings),
        "misconceptions": _of_kind("misconceptions", figures.meanings),
        "all": {kind: _figures(each) for kind, each in figures.kinds.items()},
        "points": {"answers": figures.counted, "weighted_kappa": _interval(figures.points)},
        "disputed": question.disputed,
        "differences": [_difference(each) for each in question.differences],
        "proposals": [_proposal(each) for each in question.proposals],
    }


def _of_kind(kind: Kind, meanings: Mapping[MeaningKey, Figures]) -> dict[str, Json]:
    return {name: _figures(each) for (its_kind, name), each in meanings.items() if its_kind == kind}


def _figures(figures: Figures) -> dict[str, Json]:
    return {"n": figures.n, "accuracy": _interval(figures.accuracy), "kappa": _interval(figures.kappa)}


def _interval(interval: Interval | None) -> Json:
    if interval is None:
        return None
    value, low, high = (round(each, 4) for each in interval)
    return {"value": value, "low": low, "high": high}


def _difference(difference: Difference) -> Json:
    kind, name = difference.meaning
    answer = difference.graded.answer
    decision = difference.graded.decisions[difference.meaning]
    evidence: list[Json] = [[start, end] for start, end in decision.evidence]
    return {
        "id": answer.id,
        kind: name,
        "rubric": decision.met,
        "trainers": not decision.met,
        "confidence": round(decision.confidence, 4),
        "phrase": decision.phrase,
        "evidence": evidence,
        "answer": answer.text,
    }


def _proposal(proposal: Proposal) -> Json:
    kind, name = proposal.new.meaning
    return {
        kind: name,
        "list": proposal.new.where,
        "phrase": proposal.new.phrase,
        "learned": _effect(proposal.learned),
        "aside": _effect(proposal.aside),
        "changes": [
            {"id": change.answer.id, "to": change.met, "right": change.is_right, "answer": change.answer.text}
            for change in proposal.changes
        ],
    }


def _effect(effect: Effect) -> Json:
    return {"mends": effect.mends, "breaks": effect.breaks}
