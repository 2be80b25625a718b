"""What the answers say of the questions: how hard each is, and whether it tells those who know from the others.

Sources: L. Crocker and J. Algina, Introduction to Classical and Modern Test Theory (1986), chapter 14; S. Henrysson,
Correction of item-total correlations in item analysis, Psychometrika 28 (1963), 211-218.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import sqrt
from statistics import fmean
from typing import Literal, NamedTuple

from gramota.course import ControlQuestion
from gramota.course.model.recognised import Recognised
from gramota.grading.grade import Attempt, Grade

LEAST_FOR_DIFFICULTY = 5
LEAST_FOR_DISCRIMINATION = 15
"""Answers from which each is worth showing; classical test theory wants hundreds, a department has dozens."""

WEAK_DISCRIMINATION = 0.2
"""Below it a question hardly tells who knows (R. Ebel, Essentials of Educational Measurement, 1972)."""

# Differences of sums of such fractions as 0.1 that mean nothing.
_NOTHING = 1e-9

Kind = Literal["question", "criterion", "misconception"]


@dataclass(frozen=True)
class Item:
    """Figures of a question, a criterion or a misconception; None where there are too few answers, or no difference.

    `n` counts graded answers, `hits` those that met the criterion or held the misconception (None for a question).
    `mean` and `max` are points. `difficulty` is a question's mean share of its points, and of the others the share of
    hits: 1 where all have it, 0 where none has. `discrimination` is the correlation, -1 to 1, with the share of the
    points that the same learners got for the other questions, who are `elsewhere` many: criteria of one answer stand
    and fall together, and to count them would flatter each.
    """

    kind: Kind
    question: str
    id: str
    title: str
    n: int
    not_answered: int
    hits: int | None
    mean: float | None
    max: float | None
    difficulty: float | None
    elsewhere: int
    discrimination: float | None


class _Answered(NamedTuple):
    """A graded answer, and the share of the points that its learner got elsewhere; None where there is no elsewhere."""

    grade: Grade
    elsewhere: float | None


def analyse_items(attempts: Sequence[Attempt]) -> list[Item]:
    """Return the figures of every question of one letter's quiz, each followed by its criteria and misconceptions."""
    questions = attempts[0].compiled.quiz.control if attempts else ()
    return [item for question in questions for item in _analyse_question(question, attempts)]


def difficulty(shares: Sequence[float]) -> float | None:
    """Return the mean share of the points (the item's p value, Crocker and Algina 1986); None for fewer than 5."""
    return fmean(shares) if len(shares) >= LEAST_FOR_DIFFICULTY else None


def discrimination(points: Sequence[float], elsewhere: Sequence[float]) -> float | None:
    """Return Pearson's correlation of an item with the rest of the test (Henrysson 1963, the corrected item-total one).

    None for fewer than 15 pairs, or where either is the same for everybody.
    """
    if len(points) < LEAST_FOR_DISCRIMINATION:
        return None
    mean_points, mean_elsewhere = fmean(points), fmean(elsewhere)
    pairs = [(one - mean_points, other - mean_elsewhere) for one, other in zip(points, elsewhere, strict=True)]
    spread = sqrt(sum(one * one for one, _ in pairs)) * sqrt(sum(other * other for _, other in pairs))
    return sum(one * other for one, other in pairs) / spread if spread > _NOTHING else None


def _analyse_question(question: ControlQuestion, attempts: Sequence[Attempt]) -> Iterator[Item]:
    answered = [*_answered(question.id, attempts)]
    scores = [each.grade.score or 0 for each in answered]
    most = answered[0].grade.max if answered else None
    left_out = len(attempts) - len(answered)
    yield Item(
        kind="question",
        question=question.id,
        id="",
        title=question.prompt,
        n=len(answered),
        not_answered=left_out,
        hits=None,
        mean=fmean(scores) if scores else None,
        max=most,
        difficulty=difficulty([score / most for score in scores]) if most else None,
        elsewhere=sum(each.elsewhere is not None for each in answered),
        discrimination=_discriminate(answered, scores),
    )
    for criterion in question.criteria:
        met = [each.grade.criteria[criterion.id].met for each in answered]
        yield _analyse_meaning("criterion", question.id, criterion, answered, met, left_out)
    for idea in question.misconceptions:
        held = [each.grade.misconceptions[idea.id].met for each in answered]
        yield _analyse_meaning("misconception", question.id, idea, answered, held, left_out)


def _analyse_meaning(  # noqa: PLR0913, PLR0917 - what an item is made of
    kind: Kind, question: str, meaning: Recognised, answered: Sequence[_Answered], hits: Sequence[bool], left_out: int
) -> Item:
    return Item(
        kind=kind,
        question=question,
        id=meaning.id,
        title=meaning.title,
        n=len(answered),
        not_answered=left_out,
        hits=sum(hits),
        mean=None,
        max=None,
        difficulty=difficulty([float(hit) for hit in hits]),
        elsewhere=sum(each.elsewhere is not None for each in answered),
        discrimination=_discriminate(answered, [float(hit) for hit in hits]),
    )


def _discriminate(answered: Sequence[_Answered], points: Sequence[float]) -> float | None:
    pairs = [(one, each.elsewhere) for one, each in zip(points, answered, strict=True) if each.elsewhere is not None]
    return discrimination([one for one, _ in pairs], [elsewhere for _, elsewhere in pairs])


def _answered(question: str, attempts: Sequence[Attempt]) -> Iterator[_Answered]:
    for attempt in attempts:
        own = next((grade for grade in attempt.grades if grade.question == question), None)
        if own and own.state == "graded":
            yield _Answered(
                own, replace(attempt, grades=tuple(each for each in attempt.grades if each is not own)).share
            )
