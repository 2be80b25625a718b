"""What second readers are worth: the answers kept aside, read by readers that have learned from the others."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from gramota.grading.calibration.decided_answers import DecidedAnswer
from gramota.grading.compiled_quiz import CompiledQuiz
from gramota.grading.learning.learn import learn_reader
from gramota.grading.notices import judge_answer
from gramota.grading.second_reader.reader import SecondReader

LEAST_SURE = 15
"""Per cent of the answers that a trainer may be willing to look at."""


@dataclass(frozen=True)
class Figures:
    """Wrong decisions, the answers with any, and how many of these answers the least sure ones hold."""

    wrong_decisions: int
    wrong: int
    found: int


@dataclass(frozen=True)
class Trial:
    """The answers kept aside and their decisions on criteria, by phrases alone (`now`) and with readers (`then`)."""

    answers: int
    decisions: int
    now: Figures
    then: Figures

    @property
    def does_help(self) -> bool:
        """Whether fewer decisions are wrong with readers, or as many that a trainer comes upon sooner."""
        now, then = self.now, self.then
        return (then.wrong_decisions, -then.found) < (now.wrong_decisions, -now.found)


@dataclass(frozen=True)
class Learned:
    """A second reader of each question with enough decided answers, and what such readers are worth."""

    readers: Mapping[str, SecondReader]
    trial: Trial


def learn_quiz(compiled: CompiledQuiz, answers: Sequence[DecidedAnswer]) -> Learned:
    """Try readers on every third answer, and return those that have learned from all."""
    aside = [each for each in answers if each.is_aside and each.question in compiled.rubrics]
    tried = replace(compiled, readers=_learn(compiled, [each for each in answers if not each.is_aside]))
    now, then = _judge(compiled.by_phrases(), aside), _judge(tried, aside)
    decisions = sum(each.decided for each in now)
    return Learned(_learn(compiled, answers), Trial(len(aside), decisions, _count(now), _count(then)))


def _learn(compiled: CompiledQuiz, answers: Sequence[DecidedAnswer]) -> dict[str, SecondReader]:
    learned = {
        name: learn_reader(
            [each for each in answers if each.question == name],
            [each.id for each in rubric.criteria],
            compiled.letter.lang,
        )
        for name, rubric in compiled.rubrics.items()
    }
    return {name: reader for name, reader in learned.items() if reader}


class _Tried(NamedTuple):
    """How sure the least sure criterion of an answer is, on how many its trainers agree, and how many are wrong."""

    confidence: float
    decided: int
    wrong: int


def _judge(compiled: CompiledQuiz, answers: Iterable[DecidedAnswer]) -> list[_Tried]:
    return [_try(compiled, each) for each in answers]


def _try(compiled: CompiledQuiz, answer: DecidedAnswer) -> _Tried:
    criteria = judge_answer(compiled, answer.question, answer.text).score.criteria
    labels = answer.agreed.labels
    agreed = [(each.met, labels["criteria", name]) for name, each in criteria.items() if ("criteria", name) in labels]
    confidence = min([each.confidence for each in criteria.values()], default=1.0)
    return _Tried(confidence, len(agreed), sum(met != label for met, label in agreed))


def _count(tried: Sequence[_Tried]) -> Figures:
    return Figures(sum(each.wrong for each in tried), sum(each.wrong > 0 for each in tried), _least_sure(tried))


def _least_sure(tried: Sequence[_Tried]) -> int:
    """Return how many wrong ones the least sure hold; of those that are equally sure at the edge, their share."""
    places = round(len(tried) * LEAST_SURE / 100)
    edge = sorted(each.confidence for each in tried)[places : places + 1]
    below = [each.wrong > 0 for each in tried if not edge or each.confidence < edge[0]]
    level = [each.wrong > 0 for each in tried if edge and each.confidence == edge[0]]
    return round(sum(below) + sum(level) * (places - len(below)) / max(1, len(level)))
