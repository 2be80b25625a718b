"""How sure an answer is as a whole, told by the least sure of its criteria.

Trainers look at answers, and of two answers with a doubtful criterion the one in which others are doubtful, too, is
wrong more often. What the probabilities of all its decisions multiply to is right as often as it says
(docs/decisions/0007).
"""

from collections.abc import Mapping
from math import prod

from gramota.rubric import Decision

DIGITS = 3


def bear_all_doubts(criteria: Mapping[str, Decision]) -> dict[str, Decision]:
    """Return the criteria, the first of the least sure ones as sure as it is that all of them are right (0 to 1)."""
    least_sure = min(criteria, key=lambda name: criteria[name].confidence)
    whole = round(prod([each.confidence for each in criteria.values()]), DIGITS)
    return {**criteria, least_sure: criteria[least_sure]._replace(confidence=whole)}
