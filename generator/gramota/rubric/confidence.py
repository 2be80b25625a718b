"""How sure a decision is: small whole numbers added up, and a table from their sum to a probability.

The numbers are tenths of a logit, so that Python and a browser add up the same; CONFIDENCE is the logistic function.
Those of criteria are rounded weights of a logistic regression of wrong decisions on 1,057 labelled answers, save those
of a slip, a boundary and a made-up clause, which are too rare there and are judged by hand; those of misconceptions
come from the 143 that were held when eight sets of 120 to 180 answers were graded unseen (docs/decisions/0007).
"""

from collections.abc import Sequence
from math import exp
from typing import NamedTuple

from gramota.rubric.match import Text
from gramota.rubric.phrase_index import Sought
from gramota.rubric.windows import Hit

REVIEW_BELOW = 0.7
"""An answer with a decision less sure than this wants a trainer's eye."""

SUREST = 58
CONFIDENCE = tuple(round(1000 / (1 + exp(-points / 10))) / 1000 for points in range(SUREST + 1))
"""The probability, to three decimals, that a decision of so many points is right."""

MET = 9
A_SLIP = 8
A_FOREIGN_WORD = 8
A_BOUNDARY = 4
ONE_WORD = 3
MADE_UP = 12
NEAR_A_NEGATION = 5
ANOTHER_PHRASE = 5

NOT_MET = 62
HIDDEN = 4
DENIED = 6
DOUBTFUL = 15
APART = 4
A_NEAR_MISS = 2

A_WORD = 1
AN_UNREAD_WORD = 1
OTHERS_MET = 5
A_REPORT = 9

HELD = 12
SHORT = 16
A_WORD_TOO_MANY = 2
A_RIGHT_IDEA = 8


class Context(NamedTuple):
    """What the whole answer tells of each decision: its words and those unread, criteria met, opinions reported."""

    words: int
    unread: int
    met: int
    reports: bool


def confidence_when_met(points: int, context: Context) -> float:
    """Surer in a long answer that is read as a whole; less sure where opinions are reported."""
    words = A_WORD * min(context.words, 24) - AN_UNREAD_WORD * min(context.unread, 24)
    return _probability(MET + points + words - A_REPORT * context.reports)


def confidence_when_not_met(points: int, context: Context) -> float:
    """Less sure where much is unread, for a paraphrase may hide there, and where other criteria are met."""
    return _probability(NOT_MET + points - AN_UNREAD_WORD * min(context.unread, 24) - OTHERS_MET * context.met)


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


def _is_near_negation(text: Text, hit: Hit) -> bool:
    over = text.denials.over
    if not over or not any(word in over for word in hit.words):
        return False
    return text.denials.places.isdisjoint(hit.words)


def points_of_refusal(text: Text, node: int) -> int:
    """Of a phrase whose words all stand in the answer, and do not count there."""
    return min((_refusal(text, hit) for hit in text.find_at_all(node)), default=-APART)


def _refusal(text: Text, hit: Hit) -> int:
    """Word order and hearsay are the hardest to read."""
    comes_after = all(at < word for word in hit.words for at in text.denials.places_over(word))
    return -DENIED if comes_after and text.quoted.isdisjoint(hit.words) else -DOUBTFUL


def points_of_phrases_found(missing: Sequence[int]) -> int:
    """The more phrases may stand in the answer, the surer; `missing` are the parts that each phrase lacks."""
    return ANOTHER_PHRASE * min(missing.count(0), 4)


def points_of_near_misses(sought: Sequence[Sought], missing: Sequence[int]) -> int:
    """The more phrases lack but one of their parts, the less sure is the absence."""
    if 1 not in missing:
        return 0
    near = sum([lacking == 1 < len(needs) for (needs, _), lacking in zip(sought, missing, strict=True)])
    return -A_NEAR_MISS * min(near, 10)
