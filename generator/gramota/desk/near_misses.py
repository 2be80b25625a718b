"""Phrases that an answer nearly matched, in the words of `gramota check --explain`; takes a tenth of a second."""

from collections.abc import Iterator

from pydantic import BaseModel, ConfigDict

from gramota.desk.case import Case
from gramota.grading.explanation.misses import nearest_misses, tell_phrase
from gramota.grading.files.plain_text import clean_line
from gramota.rubric.compiling.whole_rubric import WholeRubric
from gramota.rubric.explaining.explain import explain_answer
from gramota.rubric.explaining.explained import MeaningRead, PhraseRead
from gramota.wording import wording

MOST_TOLD = 2
"""Misses that are told of one criterion."""


class NearMiss(BaseModel):
    """A phrase of a criterion or misconception, and what kept it from matching."""

    model_config = ConfigDict(frozen=True)

    kind: str
    id: str
    phrase: str
    told: str


def find_near_misses(case: Case, lang: str) -> list[NearMiss]:
    """Return the nearest misses of all that the rubric does not find in the answer."""
    compiled, question_id = case.attempt.compiled, case.subject.question
    if question_id not in compiled.rubrics:
        return []
    rubric = WholeRubric(compiled.quiz.question(question_id), compiled.quiz.synonyms, compiled.rubrics[question_id])
    explained = explain_answer(rubric, case.grade.answer)
    lists = (("criteria", explained.criteria), ("misconceptions", explained.misconceptions))
    return [miss for kind, meanings in lists for each in meanings for miss in _of(kind, each, case, lang)]


def _of(kind: str, meaning: MeaningRead, case: Case, lang: str) -> Iterator[NearMiss]:
    if meaning.decision.met:
        return
    if meaning.doubted:
        yield NearMiss(
            kind=kind,
            id=meaning.id,
            phrase=clean_line(meaning.decision.phrase or ""),
            told=wording("explain", lang)("doubted"),
        )
    near = [phrase for phrase in nearest_misses(meaning.phrases) if _is_near(phrase)]
    for phrase in near[:MOST_TOLD]:
        told = tell_phrase(phrase, case.grade.answer, wording("explain", lang))
        yield NearMiss(kind=kind, id=meaning.id, phrase=clean_line(phrase.text), told=clean_line(told))


def _is_near(phrase: PhraseRead) -> bool:
    """Whether all its words are there and do not count, or all parts but one."""
    return phrase.fate != "lacking" or (len(phrase.parts) > 1 and sum(not part.whole for part in phrase.parts) == 1)
