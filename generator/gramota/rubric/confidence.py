"""How sure a decision is: small whole numbers added up, and a table from their sum to a probability.

The numbers are tenths of a logit, so that Python and a browser add up the same; CONFIDENCE is the logistic function.
"""

from math import exp

from gramota.rubric.match import Text
from gramota.rubric.windows import Hit

REVIEW_BELOW = 0.6
"""An answer with a decision less sure than this wants a trainer's eye."""

SUREST = 48
CONFIDENCE = tuple(round(1000 / (1 + exp(-points / 10))) / 1000 for points in range(SUREST + 1))
"""The probability, to three decimals, that a decision of so many points is right."""

FOUND = 44
A_SLIP = 8
A_FOREIGN_WORD = 2
A_BOUNDARY = 4
ONE_WORD = 6
MADE_UP = 12
NEAR_A_NEGATION = 12

NOTHING_FOUND = 40
REFUSED = 16
DENIED = 12
DOUBTFUL = 4
APART = 8
ONE_PART_MISSING = 8
HALF_MISSING = 4
UNREAD = 1
MOST_UNREAD = 12
"""Foreign words that nothing explains, beyond which more of them tell nothing new."""


def points_of_hit(text: Text, hit: Hit) -> int:
    """Most for exact words side by side; less for slips, gaps, boundaries, one word alone, a negation near."""
    reading = text.reading
    outer = reading.weights[hit.last + 1] - reading.weights[hit.first]
    foreign = outer - sum(reading.words[text.origin[word]].weight for word in hit.words)
    boundaries = reading.bounds[hit.last] - reading.bounds[hit.first]
    points = FOUND - A_SLIP * hit.slips - A_FOREIGN_WORD * max(0, min(foreign, 6)) - A_BOUNDARY * min(boundaries, 4)
    points -= ONE_WORD if len(hit.words) == 1 else 0
    points -= MADE_UP if hit.first >= text.real else 0
    return points - (NEAR_A_NEGATION if _is_near_negation(text, hit) else 0)


def _is_near_negation(text: Text, hit: Hit) -> bool:
    over = text.denials.over
    if not over or not any(word in over for word in hit.words):
        return False
    return not any(denial.at in hit.words for denial in text.denials.all)


def points_of_refusal(text: Text, node: int) -> int:
    """Of a phrase whose words all stand in the answer, and do not count there."""
    return min((_refusal(text, hit) for hit in text.find_at_all(node)), default=APART)


def _refusal(text: Text, hit: Hit) -> int:
    """Word order and hearsay are the hardest to read."""
    comes_after = all(at < word for word in hit.words for at in text.denials.places_over(word))
    return DENIED if comes_after and text.quoted.isdisjoint(hit.words) else DOUBTFUL


def points_of_near_miss(parts: int) -> int:
    """Of an absence where the longest phrase that lacks but one part has so many parts; 0 where there is none."""
    return NOTHING_FOUND - (ONE_PART_MISSING if parts > 2 else HALF_MISSING if parts else 0)
