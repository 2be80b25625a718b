"""Suggestions as one JSON object, for programs; the keys are a contract."""

from collections.abc import Sequence

from gramota.grading.files.harmless_json import write_harmless
from gramota.grading.files.strict_json import Json
from gramota.grading.suggesting.shorter import Shorter
from gramota.grading.suggesting.suggest import LIMITS, Learnt
from gramota.grading.suggesting.suggestion_text import shorten_answer
from gramota.grading.suggesting.what_if import Change, Trial
from gramota.rubric.vectors.near_words import NearWords

FORMAT = "gramota-suggestions/1"
_ENDS = {True: "mends", False: "breaks", None: None}


def write_suggestions(question: str, near: Sequence[NearWords], learnt: Learnt | None) -> str:
    """Return the whole as text; `answers` is null where none were given."""
    found: dict[str, Json] = {
        "format": FORMAT,
        "question": question,
        "near": [_near(each) for each in near],
        "answers": _learnt(learnt) if learnt else None,
    }
    return write_harmless(found)


def _near(near: NearWords) -> Json:
    return {
        "part": near.part,
        "places": [{place.kind: place.meaning, "phrase": place.phrase} for place in near.places],
        "words": [{"word": each.word, "similarity": each.similarity, "to": each.to} for each in near.words],
    }


def _learnt(learnt: Learnt) -> Json:
    return {
        "count": learnt.answers,
        "limits": {limit: LIMITS[limit] for limit in learnt.limits},
        "unknown": [{"word": each.word, "answers": len(each.answers)} for each in learnt.unknown],
        "additions": [_trial(trial) for trial in learnt.trials],
        "shorter": [_shorter(each) for each in learnt.shorter],
    }


def _trial(trial: Trial) -> Json:
    addition = trial.addition
    place: dict[str, Json] = {}
    if addition.place:
        place = {addition.place.kind: addition.place.meaning, "phrase": addition.place.phrase}
    return {
        "word": addition.word,
        "part": addition.part,
        **place,
        "becomes": addition.becomes if addition.place else None,
        "similarity": trial.similarity,
        "mends": trial.mends,
        "breaks": trial.breaks,
        "alike": trial.alike,
        "changes": [_change(change) for change in trial.changes],
    }


def _shorter(shorter: Shorter) -> Json:
    return {
        shorter.place.kind: shorter.place.meaning,
        "phrase": shorter.place.phrase,
        "left_out": shorter.left_out,
        "becomes": shorter.becomes,
        "mends": shorter.mends,
        "breaks": shorter.breaks,
        "changes": [_change(change) for change in shorter.changes],
    }


def _change(change: Change) -> Json:
    kind, meaning = change.meaning
    return {
        "id": change.answer.id,
        kind: meaning,
        "from": not change.met,
        "to": change.met,
        "effect": _ENDS[change.is_right],
        "answer": shorten_answer(change),
    }
