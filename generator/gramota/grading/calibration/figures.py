"""The figures of one question: how often rubric and trainers agree, criterion by criterion and in points."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from gramota.course import ControlQuestion
from gramota.grading.calibration.agreement import (
    Crossed,
    Interval,
    add_crossed,
    cross,
    kappa_interval,
    proportion,
    weighted_kappa,
)
from gramota.grading.calibration.decided_answers import DecidedAnswer
from gramota.grading.suggesting.labelled_answers import Labels, MeaningKey
from gramota.rubric import CompiledQuestion, Decision, add_up
from gramota.rubric.phrases.accepted import Kind


@dataclass(frozen=True)
class Figures:
    """Agreement on some decisions; `kappa` is None where chance alone would agree on everything."""

    n: int
    accuracy: Interval | None
    kappa: Interval | None


@dataclass(frozen=True)
class Graded:
    """An answer with what the rubric decides of it, and its points."""

    answer: DecidedAnswer
    decisions: Mapping[MeaningKey, Decision]
    score: float

    @cached_property
    def labels(self) -> Labels:
        """The decisions of its trainers in which they do not part, on what the rubric has."""
        return {key: met for key, met in self.answer.agreed.labels.items() if key in self.decisions}


@dataclass(frozen=True)
class QuestionFigures:
    """A question's figures: of each meaning, of all criteria and all misconceptions together, and of the points."""

    answers: int
    meanings: Mapping[MeaningKey, Figures]
    kinds: Mapping[Kind, Figures]
    points: Interval | None
    counted: int
    """The answers whose points could be compared: those on which every decision is made."""


@dataclass(frozen=True)
class BetweenTrainers:
    """Two trainers against each other, where both decided."""

    one: str
    other: str
    figures: Figures


def measure(graded: Sequence[Graded], compiled: CompiledQuestion) -> QuestionFigures:
    """Compare the rubric's decisions with the trainers'."""
    keys = [*meanings_of(compiled)]
    pairs = [*_pairs_of_points(graded, compiled)]
    kinds: tuple[Kind, ...] = ("criteria", "misconceptions")
    return QuestionFigures(
        answers=len(graded),
        meanings={key: figures_of(graded, [key]) for key in keys},
        kinds={kind: figures_of(graded, [key for key in keys if key[0] == kind]) for kind in kinds},
        points=weighted_kappa(pairs),
        counted=len(pairs),
    )


def figures_of(graded: Iterable[Graded], keys: Sequence[MeaningKey]) -> Figures:
    """Return the agreement on these meanings."""
    return _figures([_crossed(each, keys) for each in graded])


def join_figures(questions: Iterable[Sequence[Graded]]) -> Figures:
    """Return the agreement on everything that several questions' rubrics decide."""
    return _figures([_crossed(each, [*each.decisions]) for graded in questions for each in graded])


def compare_trainers(
    answers: Iterable[DecidedAnswer], known: Mapping[str, frozenset[MeaningKey]]
) -> list[BetweenTrainers]:
    """Return the agreement of every two trainers who decided on the same; `known` are each question's meanings."""
    decided = [*answers]
    trainers = sorted({who for answer in decided for who in answer.by})
    found = []
    for one, other in combinations(trainers, 2):
        tables = [_crossed_trainers(answer, one, other, known[answer.question]) for answer in decided]
        figures = _figures(tables)
        if figures.n:
            found.append(BetweenTrainers(one, other, figures))
    return found


def meanings_of(compiled: CompiledQuestion) -> Iterator[MeaningKey]:
    """Yield what the rubric decides on, criteria first."""
    yield from (("criteria", each.id) for each in compiled.criteria)
    yield from (("misconceptions", each.id) for each in compiled.misconceptions)


def titles_of(question: ControlQuestion) -> dict[MeaningKey, str]:
    """Return the titles that the author gave."""
    criteria: dict[MeaningKey, str] = {("criteria", each.id): each.title for each in question.criteria}
    return criteria | {("misconceptions", each.id): each.title for each in question.misconceptions}


def _figures(tables: Sequence[Crossed]) -> Figures:
    judged = [table for table in tables if table.n]
    total = add_crossed(judged)
    return Figures(total.n, proportion(total.agreed, total.n), kappa_interval(judged))


def _crossed(graded: Graded, keys: Sequence[MeaningKey]) -> Crossed:
    labels = graded.labels
    return cross((labels[key], graded.decisions[key].met) for key in keys if key in labels)


def _crossed_trainers(answer: DecidedAnswer, one: str, other: str, known: frozenset[MeaningKey]) -> Crossed:
    ones, others = answer.by.get(one, {}), answer.by.get(other, {})
    return cross((met, others[key]) for key, met in ones.items() if key in others and key in known)


def _pairs_of_points(graded: Iterable[Graded], compiled: CompiledQuestion) -> Iterator[tuple[float, float]]:
    """Yield the trainers' points and the rubric's, of the answers on which all is decided."""
    keys = [*meanings_of(compiled)]
    for each in graded:
        labels = each.labels
        if all(key in labels for key in keys):
            decided = {key: Decision(met=labels[key], confidence=1.0) for key in keys}
            criteria = {name: one for (kind, name), one in decided.items() if kind == "criteria"}
            misconceptions = {name: one for (kind, name), one in decided.items() if kind == "misconceptions"}
            yield add_up(compiled, criteria, misconceptions, ()).score, each.score
