"""How sure the rubric's decisions are, once a second reader has read the answer, too.

The numbers are rounded weights of two logistic regressions (met, not met) of right decisions on the rubric's own points
and on the reader's opinion, in tenths of a logit: 8,004 decisions of ten sets that neither had learned from
(docs/decisions/0007).
"""

from collections.abc import Mapping
from typing import NamedTuple

from gramota.rubric import Decision, points_of_confidence, probability_of


class _Weighing(NamedTuple):
    """The rubric's points times `own` of `of`, the opinion times `other`, and `start`."""

    own: int
    of: int
    other: int
    start: int


_MET = _Weighing(own=17, of=20, other=2, start=2)
_NOT_MET = _Weighing(own=2, of=3, other=-3, start=-2)


def think_again(decisions: Mapping[str, Decision], opinions: Mapping[str, int]) -> dict[str, Decision]:
    """Return the same decisions, each as sure as both readings make it; below a half it is rather wrong than right."""
    return {
        name: _think_again(decision, opinions[name]) if name in opinions else decision
        for name, decision in decisions.items()
    }


def _think_again(decision: Decision, opinion: int) -> Decision:
    weighing = _MET if decision.met else _NOT_MET
    points = points_of_confidence(decision.confidence) * weighing.own // weighing.of
    return decision._replace(confidence=probability_of(points + weighing.other * opinion + weighing.start))
