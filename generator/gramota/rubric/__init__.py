"""The phrase language of rubrics: parse, compile, match, score. Knows no files and no course."""

from gramota.rubric.compile import compile_question
from gramota.rubric.compiled import CompiledQuestion
from gramota.rubric.confidence import REVIEW_BELOW, points_of_confidence, probability_of
from gramota.rubric.groups import find_group_errors, find_phrase_errors
from gramota.rubric.mistakes import MESSAGES, PhraseError
from gramota.rubric.phrase import parse_phrase
from gramota.rubric.phrase_tree import Phrase
from gramota.rubric.possible import count_possible
from gramota.rubric.rejected import is_rejected
from gramota.rubric.score import Decision, Score, Span, add_up, score_answer, without_voided
from gramota.rubric.sources import CriterionSource, MisconceptionSource, QuestionSource

__all__ = [
    "MESSAGES",
    "REVIEW_BELOW",
    "CompiledQuestion",
    "CriterionSource",
    "Decision",
    "MisconceptionSource",
    "Phrase",
    "PhraseError",
    "QuestionSource",
    "Score",
    "Span",
    "add_up",
    "compile_question",
    "count_possible",
    "find_group_errors",
    "find_phrase_errors",
    "is_rejected",
    "parse_phrase",
    "points_of_confidence",
    "probability_of",
    "score_answer",
    "without_voided",
]
