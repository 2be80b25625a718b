"""The rubric's decisions once a second reader has read the answer, too: how sure they are, and which are turned round.

The numbers are rounded weights of two logistic regressions (met, not met) of right decisions on the rubric's own points
and on the reader's opinion, in tenths of a logit: 8,004 decisions of ten sets that neither had learned from
(docs/decisions/0007).
"""

from collections.abc import Mapping
from typing import NamedTuple

from gramota.grading.second_reader.reader import SecondReader
from gramota.grading.second_reader.telling_words import find_telling_words
from gramota.grading.second_reader.whole_answer import bear_all_doubts
from gramota.rubric import (
    CompiledQuestion,
    Decision,
    Score,
    Span,
    add_up,
    is_rejected,
    points_of_confidence,
    probability_of,
    without_voided,
)

RATHER_WRONG = 0.45
"""What is less likely right is turned round; nearer to a half the phrases decide, which can at least be shown."""


class _Weighing(NamedTuple):
    """The rubric's points times `own` of `of`, the opinion times `other`, and `start`."""

    own: int
    of: int
    other: int
    start: int


_MET = _Weighing(own=17, of=20, other=2, start=2)
_NOT_MET = _Weighing(own=2, of=3, other=-3, start=-2)


def think_again(rubric: CompiledQuestion, score: Score, reader: SecondReader, answer: str) -> Score:
    """Return the score with each criterion as sure as both readings make it, and turned round where it is rather wrong.

    What the rubric's conditions, its phrases of `reject` or a notice speak against is not turned to met. The least sure
    criterion bears the doubts about all, so that a trainer comes first upon the answers that are wrong most often.
    """
    opinions, reading = reader.opinions(answer), _Reading(rubric, score, reader, answer)
    weighed = {
        name: decision._replace(confidence=weigh(decision, opinions[name])) if name in opinions else decision
        for name, decision in score.criteria.items()
    }
    turned = {
        name: other
        for name, decision in weighed.items()
        if decision.confidence < RATHER_WRONG and (other := _turn_round(name, decision, reading))
    }
    criteria = _let_stand(rubric, weighed, turned, score.misconceptions)
    return add_up(rubric, bear_all_doubts(criteria), score.misconceptions, score.notices)


def weigh(decision: Decision, opinion: int) -> float:
    """Return the probability that the decision is right, by its own confidence and the reader's opinion."""
    weighing = _MET if decision.met else _NOT_MET
    points = points_of_confidence(decision.confidence) * weighing.own // weighing.of
    return probability_of(points + weighing.other * opinion + weighing.start)


class _Reading(NamedTuple):
    rubric: CompiledQuestion
    score: Score
    reader: SecondReader
    answer: str

    def telling_words(self, criterion: str) -> tuple[Span, ...]:
        """None where the words are there and say little.

        That is so in a bare list, a copy, an answer meant for another question, and where the author rejects them.
        """
        if self.score.notices or is_rejected(self.rubric, self.answer, criterion):
            return ()
        return find_telling_words(self.reader, self.answer, criterion, self.rubric.language.free)


def _turn_round(name: str, decision: Decision, reading: _Reading) -> Decision | None:
    """Return the other decision; none for met where no word speaks for it."""
    sure = round(1 - decision.confidence, 3)
    if decision.met:
        return Decision(met=False, confidence=sure, is_learned=True)
    evidence = reading.telling_words(name)
    return Decision(met=True, confidence=sure, evidence=evidence, is_learned=True) if evidence else None


def _let_stand(
    rubric: CompiledQuestion,
    weighed: Mapping[str, Decision],
    turned: dict[str, Decision],
    misconceptions: Mapping[str, Decision],
) -> dict[str, Decision]:
    """Take back what is turned to met and voided by the rubric's conditions, so that it voids nothing itself."""
    while True:
        criteria = without_voided(rubric, {**weighed, **turned}, misconceptions)
        voided = [name for name, decision in turned.items() if decision.met and not criteria[name].met]
        if not voided:
            return criteria
        turned = {name: decision for name, decision in turned.items() if name not in voided}
