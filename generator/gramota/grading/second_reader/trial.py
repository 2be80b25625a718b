"""What second readers are worth: the answers kept aside, read by readers that have learned from the others."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from gramota.grading.calibration.decided_answers import DecidedAnswer
from gramota.grading.compiled_quiz import CompiledQuiz
from gramota.grading.notices import judge_answer
from gramota.grading.second_reader.learning import learn_reader
from gramota.grading.second_reader.reader import SecondReader

LEAST_SURE = 15
"""Per cent of the answers that a trainer may be willing to look at."""


@dataclass(frozen=True)
class Trial:
    """How many of the answers kept aside have some criterion wrong, and how many of these the least sure ones hold.

    `found` without second readers, `found_then` with them.
    """

    answers: int
    wrong: int
    found: int
    found_then: int


@dataclass(frozen=True)
class Learned:
    """A second reader of each question with enough decided answers, and what such readers are worth."""

    readers: Mapping[str, SecondReader]
    trial: Trial


def learn_quiz(compiled: CompiledQuiz, answers: Sequence[DecidedAnswer]) -> Learned:
    """Try readers on every third answer, and return those that have learned from all."""
    aside = [each for each in answers if each.is_aside]
    tried = replace(compiled, readers=_learn(compiled, [each for each in answers if not each.is_aside]))
    now = _ranked(replace(compiled, readers={}), aside)
    trial = Trial(len(now), sum(wrong for _, wrong in now), _least_sure(now), _least_sure(_ranked(tried, aside)))
    return Learned(_learn(compiled, answers), trial)


def _learn(compiled: CompiledQuiz, answers: Sequence[DecidedAnswer]) -> dict[str, SecondReader]:
    learned = {
        name: learn_reader([each for each in answers if each.question == name], [each.id for each in rubric.criteria])
        for name, rubric in compiled.rubrics.items()
    }
    return {name: reader for name, reader in learned.items() if reader}


def _ranked(compiled: CompiledQuiz, answers: Iterable[DecidedAnswer]) -> list[tuple[float, bool]]:
    """Return how sure the least sure criterion of each answer is, and whether any is wrong."""
    return [_judge(compiled, each) for each in answers if each.question in compiled.rubrics]


def _judge(compiled: CompiledQuiz, answer: DecidedAnswer) -> tuple[float, bool]:
    criteria = judge_answer(compiled, answer.question, answer.text).score.criteria
    labels = answer.agreed.labels
    wrong = any(labels.get(("criteria", name), each.met) != each.met for name, each in criteria.items())
    return min([each.confidence for each in criteria.values()], default=1.0), wrong


def _least_sure(ranked: Sequence[tuple[float, bool]]) -> int:
    """Return how many wrong ones the least sure hold; of those that are equally sure at the edge, their share."""
    places = round(len(ranked) * LEAST_SURE / 100)
    edge = sorted(confidence for confidence, _ in ranked)[places : places + 1]
    below = [wrong for confidence, wrong in ranked if not edge or confidence < edge[0]]
    level = [wrong for confidence, wrong in ranked if edge and confidence == edge[0]]
    return round(sum(below) + sum(level) * (places - len(below)) / max(1, len(level)))
