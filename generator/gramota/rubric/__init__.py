"""The phrase language of rubrics: parse, compile, match, score. Knows no files and no course."""

from gramota.rubric.compiling.compile import compile_question
from gramota.rubric.compiling.compiled import CompiledQuestion
from gramota.rubric.phrases.groups import find_group_errors, find_phrase_errors
from gramota.rubric.phrases.mistakes import MESSAGES, PhraseError
from gramota.rubric.phrases.parse import parse_phrase
from gramota.rubric.phrases.sources import CriterionSource, MisconceptionSource, QuestionSource
from gramota.rubric.phrases.tree import Phrase
from gramota.rubric.scoring.confidence import REVIEW_BELOW, points_of_confidence, probability_of
from gramota.rubric.scoring.possible import count_possible
from gramota.rubric.scoring.rejected import is_rejected
from gramota.rubric.scoring.score import Decision, Score, Span, add_up, score_answer, without_voided

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
