"""How sure a decision is: small whole numbers added up, and a table from their sum to a probability.

The numbers are tenths of a logit, so that Python and a browser add up the same; CONFIDENCE is the logistic function.
Those of criteria are rounded weights of two logistic regressions of wrong decisions, on 1,560 labelled answers read by
the rubric as it stood before it learned from them; those of a slip and a made-up clause are too rare there and are
judged by hand. Those of misconceptions come from the 143 that were held when eight sets of 120 to 180 answers were
graded unseen (docs/decisions/0007).
"""

from bisect import bisect_left
from collections.abc import Sequence
from math import exp
from typing import NamedTuple

from gramota.rubric.matching.match import Text
from gramota.rubric.matching.phrase_index import Sought
from gramota.rubric.matching.windows import Hit

REVIEW_BELOW = 0.7
"""An answer with a decision less sure than this wants a trainer's eye."""

SUREST = 58
CONFIDENCE = tuple(round(1000 / (1 + exp(-points / 10))) / 1000 for points in range(SUREST + 1))
"""The probability, to three decimals, that a decision of so many points is right."""

A_SLIP = 8
A_FOREIGN_WORD = 8
A_BOUNDARY = 4
ONE_WORD = 3
MADE_UP = 12
NEAR_A_NEGATION = 5

MET = 40
A_SILENT_PHRASE = 10
TELLING_ALONE = 10
FEW_MET = 7
BESIDE_A_WRONG_IDEA = 11
ENOUGH_PHRASES = 3
"""More than so many that say the same make nothing surer."""
PHRASES_TO_AGREE = 10
"""Of so many more phrases that a criterion has, one more may be looked for in an answer that meets it."""
ENOUGH_MET = 3

NOT_MET = 44
ALL_THERE = 4
A_NEAR_MISS = 1
AN_UNKNOWN_WORD = 3
OTHERS_MET = 2
NONE_MET = 8

HELD = 12
SHORT = 16
A_WORD_TOO_MANY = 2
A_RIGHT_IDEA = 8
A_REPORT = 9
ANOTHER_WRONG_PHRASE = 5


class Context(NamedTuple):
    """What the whole answer tells of each decision.

    `words` are those that say something; `unread` of them stand where nothing was found, and `unknown` of these are in
    no phrase; `met` of the `criteria` and `wrong` misconceptions have a phrase that was found.
    """

    words: int
    unread: int
    unknown: int
    criteria: int
    met: int
    wrong: int
    reports: bool


def confidence_when_met(points: int, context: Context) -> float:
    """Surer in an answer that is read as a whole and meets other criteria, too."""
    read = min(context.words, 24) // 3 - min(context.unread, 24) // 2
    lacking = max(0, min(ENOUGH_MET, context.criteria) - context.met)
    return _probability(MET + points + read - FEW_MET * lacking - BESIDE_A_WRONG_IDEA * (context.wrong > 0))


def confidence_when_not_met(points: int, context: Context) -> float:
    """Less sure where words stand that no phrase knows, for a paraphrase may hide there."""
    unknown = AN_UNKNOWN_WORD * min(context.unknown, 20) // 2
    others = OTHERS_MET * context.met if context.met else -NONE_MET
    return _probability(NOT_MET + points - unknown - others)


def points_of_holding(points: int, context: Context) -> int:
    """Below zero where a wrong idea whose phrase stands in the answer is rather mentioned than meant.

    Who holds it says little else. A long answer, and one with right ideas, names wrong ones to part from them.
    """
    beyond = max(0, min(context.words, 30) - SHORT)
    right = min(context.met, 2)
    return HELD + points - A_WORD_TOO_MANY * beyond - A_RIGHT_IDEA * right - A_REPORT * context.reports


def confidence_of_holding(points: int) -> float:
    """The probability that a misconception is held, or below zero that it is not."""
    return _probability(abs(points))


def points_of_confidence(confidence: float) -> int:
    """The fewest points with which a decision is so sure."""
    return min(bisect_left(CONFIDENCE, confidence), SUREST)


def probability_of(points: int) -> float:
    """The probability, to three decimals, that a decision is right; below a half for points below zero."""
    return _probability(points) if points >= 0 else round(1 - _probability(-points), 3)


def _probability(points: int) -> float:
    return CONFIDENCE[max(0, min(SUREST, points))]


def points_of_hit(text: Text, hit: Hit) -> int:
    """0 for exact words side by side; less for slips, gaps, boundaries, one word alone, a negation near."""
    reading = text.reading
    outer = reading.weights[hit.last + 1] - reading.weights[hit.first]
    foreign = outer - sum(reading.words[text.origin[word]].weight for word in hit.words)
    boundaries = reading.bounds[hit.last] - reading.bounds[hit.first]
    points = -A_SLIP * hit.slips - A_FOREIGN_WORD * max(0, min(foreign, 4)) - A_BOUNDARY * min(boundaries, 4)
    points -= ONE_WORD if len(hit.words) == 1 else 0
    points -= MADE_UP if hit.first >= text.real else 0
    return points - (NEAR_A_NEGATION if _is_near_negation(text, hit) else 0)


def enough_phrases(accepted: int) -> int:
    """How many of the accepted phrases would make a meaning sure: one of a few, several of many."""
    return min(ENOUGH_PHRASES, 1 + accepted // PHRASES_TO_AGREE)


def points_of_support(hit: Hit, silent: int) -> int:
    """One word alone tells by itself, or no author would write it so; `silent` phrases might say it, and do not."""
    return TELLING_ALONE * (len(hit.words) == 1) - A_SILENT_PHRASE * silent


def _is_near_negation(text: Text, hit: Hit) -> bool:
    over = text.denials.over
    if not over or not any(word in over for word in hit.words):
        return False
    return text.denials.places.isdisjoint(hit.words)


def points_of_absence(sought: Sequence[Sought], missing: Sequence[int]) -> int:
    """Phrases that are all there and do not count make an absence less sure, and so do those that lack one part.

    `missing` are the parts that each phrase lacks.
    """
    if 0 not in missing and 1 not in missing:
        return 0
    near = sum([lacking == 1 < len(needs) for (needs, _), lacking in zip(sought, missing, strict=True)])
    return -ALL_THERE * min(missing.count(0), 8) - A_NEAR_MISS * min(near, 10)


def points_of_wrong_phrases(whole: int) -> int:
    """The more phrases of a wrong idea may stand in the answer, the surer it is held."""
    return ANOTHER_WRONG_PHRASE * min(whole, 4)
