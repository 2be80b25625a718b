"""An explanation as one JSON object, for programs; the keys are a contract. Spans are [start, end] in code points."""

from collections.abc import Sequence

from gramota.grading.files.harmless_json import write_harmless
from gramota.grading.files.strict_json import Json
from gramota.grading.results import tell_maker
from gramota.rubric.explaining.explained import Explanation, MeaningRead, PartRead, PhraseRead, WordRead
from gramota.rubric.scoring.score import Span

FORMAT = "gramota-explanation/1"


def write_explanation(quiz: str, question: str, explained: Explanation) -> str:
    """Return the whole as text; of every phrase, also of those that have no word in the answer."""
    score = explained.score
    return write_harmless(
        {
            "format": FORMAT,
            "quiz": quiz,
            "question": question,
            "answer": explained.answer,
            "parts": [_part(each) for each in explained.parts],
            "words": [_word(each) for each in explained.words],
            "implied": [_spans(each) for each in explained.implied],
            "criteria": [_meaning(each) for each in explained.criteria],
            "misconceptions": [_meaning(each) for each in explained.misconceptions],
            "score": score.score,
            "max": score.max,
            "notices": [*score.notices],
            "review": score.review,
        }
    )


def _part(part: PartRead) -> Json:
    return {"sentence": part.sentence, "part": part.number, "span": [*part.span], "words": [*part.words]}


def _word(word: WordRead) -> Json:
    return {
        "span": [*word.span],
        "read_as": word.text,
        "forms_of": [*word.words],
        "slips": word.slips,
        "other_layout": word.other_layout,
        "small": word.small,
        "negator": word.negator,
        "covers": [*word.covers],
        "covered_by": [*word.covered_by],
        "denied": word.denied,
        "quoted": word.quoted,
    }


def _meaning(meaning: MeaningRead) -> Json:
    return {
        "id": meaning.id,
        "met": meaning.decision.met,
        "confidence": meaning.decision.confidence,
        "evidence": _spans(meaning.decision.evidence),
        "phrase": meaning.decision.phrase,
        **tell_maker(meaning.decision),
        "refused_for": [*meaning.refused_for],
        "excluded_by": [*meaning.excluded_by],
        "requires": [*meaning.requires],
        "doubted": meaning.doubted,
        "phrases": [_phrase(each) for each in meaning.phrases],
    }


def _phrase(phrase: PhraseRead) -> Json:
    return {
        "phrase": phrase.text,
        "fate": phrase.fate,
        "parts": [{"part": each.text, "found": _spans(each.found), "whole": each.whole} for each in phrase.parts],
        "evidence": _spans(phrase.evidence),
        "hidden_by": phrase.hidden_by,
        "denied_by": _spans(phrase.denied_by),
        "apart": phrase.apart,
        "reach": phrase.reach,
        "limit": phrase.limit,
    }


def _spans(spans: Sequence[Span]) -> Json:
    return [[start, end] for start, end in spans]
