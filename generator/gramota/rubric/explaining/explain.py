"""Why an answer was decided as it was; the decisions are score_answer's own, and so are the matches."""

from collections.abc import Mapping
from dataclasses import replace

from gramota.rubric.compiling.compiled import CompiledQuestion, Meaning
from gramota.rubric.compiling.whole_rubric import WholeRubric
from gramota.rubric.explaining.author_words import AuthorWords
from gramota.rubric.explaining.explained import Explanation, MeaningRead
from gramota.rubric.explaining.phrases import PhraseExplainer
from gramota.rubric.explaining.words import explain_contrasts, explain_parts, explain_words
from gramota.rubric.matching.match import Text
from gramota.rubric.matching.phrase_index import SoughtMeaning
from gramota.rubric.reading.words import split_answer
from gramota.rubric.scoring.finding import Found, count_missing, find_meaning
from gramota.rubric.scoring.score import Decision, Score, index_of, score_answer


def explain_answer(rubric: WholeRubric, answer: str, judged: Score | None = None) -> Explanation:
    """Explain one answer; no answer raises. `judged` is its score where the whole quiz had a say in it."""
    compiled = rubric.compiled
    index = index_of(compiled)
    words = split_answer(answer, index.lexicon)
    text, spans, names = Text(index, words), words.spans(), AuthorWords(rubric)
    score = judged or score_answer(compiled, answer)
    explainer = PhraseExplainer(text, spans, names)

    def read(meaning: Meaning, sought: SoughtMeaning, decision: Decision) -> MeaningRead:
        phrases = explainer.explain(sought, _found(text, sought))
        return MeaningRead(meaning.id, meaning.points, decision, phrases)

    criteria = map(read, compiled.criteria, index.criteria, score.criteria.values())
    ideas = map(read, compiled.misconceptions, index.misconceptions, score.misconceptions.values())
    return _with_conditions(
        compiled,
        Explanation(
            answer=answer,
            parts=explain_parts(text, spans),
            words=explain_words(text, words, answer, names),
            implied=explain_contrasts(text, spans),
            criteria=tuple(criteria),
            misconceptions=tuple(ideas),
            score=score,
        ),
    )


def has_match(meaning: MeaningRead) -> bool:
    """Whether any phrase matched, whatever came of it."""
    return any(phrase.fate == "matched" for phrase in meaning.phrases)


def _is_said(meaning: MeaningRead) -> bool:
    """Whether it stands in the way of others: a phrase matched, or trainers' decisions say so in place of one."""
    return meaning.decision.met if meaning.decision.is_learned else has_match(meaning)


def _found(text: Text, meaning: SoughtMeaning) -> Found:
    missing = count_missing(meaning, text.parts)
    return find_meaning(text, meaning, missing) if 0 in missing else Found(0)


def _with_conditions(compiled: CompiledQuestion, explained: Explanation) -> Explanation:
    """Tell of each meaning that a phrase matched and that does not count, what stands against it."""
    said = frozenset(each.id for each in (*explained.criteria, *explained.misconceptions) if _is_said(each))
    conditions = {meaning.id: meaning for meaning in compiled.criteria}
    refused = tuple(notice for notice in explained.score.notices if notice in compiled.refuse)
    criteria = [
        each
        if each.decision.met or each.decision.is_learned or not has_match(each)
        else _voided(each, conditions[each.id], said, explained.score, refused)
        for each in explained.criteria
    ]
    ideas = [replace(each, doubted=has_match(each) and not each.decision.met) for each in explained.misconceptions]
    return replace(explained, criteria=tuple(criteria), misconceptions=tuple(ideas))


def _voided(
    read: MeaningRead, meaning: Meaning, said: frozenset[str], score: Score, refused: tuple[str, ...]
) -> MeaningRead:
    if refused:
        return replace(read, refused_for=refused)
    excluded = tuple(name for name in meaning.excludes if name in said)
    return replace(read, excluded_by=excluded, requires=_unmet(meaning, score.criteria))


def _unmet(meaning: Meaning, decisions: Mapping[str, Decision]) -> tuple[str, ...]:
    return tuple(name for name in meaning.requires if not decisions[name].met)
