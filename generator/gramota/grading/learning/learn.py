"""A second reader learned from decided answers: ridge regression, one answer after the other until nothing moves.

Only sums, products and quotients of floats are used, which every machine rounds alike; sums of many are exact, for
`sum` rounds otherwise from Python 3.12 on. Answers are taken in the order of their ids: the same answers make the same
reader everywhere.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import fsum

from gramota.grading.calibration.decided_answers import DecidedAnswer
from gramota.grading.learning.names import find_names
from gramota.grading.second_reader.beginnings import beginnings_of, words_of
from gramota.grading.second_reader.reader import SecondReader

FEWEST_ANSWERS = 100
"""With fewer a reader knows too few words; 100 lift what confidence finds by half of what 600 do."""
FEWEST_OF_A_KIND = 10
"""Answers that meet a criterion, and answers that do not, without which it has no opinion on it."""
SELDOM = 3
"""Beginnings in fewer answers say little of others."""
CAUTION = 20.0
"""What a weight costs: two beginnings that stand in three answers do not make an opinion."""
ROUNDS = 12
THOUSANDTHS = 1000
LEAST_WEIGHT = 5
"""Thousandths; what adds less in all criteria is left out."""

Row = list[tuple[int, int]]
"""How many words of an answer begin so, by the number of the beginning."""


def can_teach(answer: DecidedAnswer, criteria: Iterable[str]) -> bool:
    """Whether its trainers agree on any of the criteria."""
    return any(_target(answer, name) for name in criteria)


def learn_reader(answers: Iterable[DecidedAnswer], criteria: Sequence[str], lang: str) -> SecondReader | None:
    """Return a reader of one question's answers, without names; None where there are too few, or none that differ."""
    read = sorted((each for each in answers if can_teach(each, criteria)), key=lambda each: (each.id, each.text))
    targets = {name: [_target(each, name) for each in read] for name in criteria}
    learned = [name for name, values in targets.items() if min(values.count(1), values.count(-1)) >= FEWEST_OF_A_KIND]
    if len(read) < FEWEST_ANSWERS or not learned:
        return None
    counted = _count_beginnings([each.text for each in read], lang)
    seen = Counter(begun for counts in counted for begun in counts)
    known = {begun: number for number, begun in enumerate(sorted(b for b, n in seen.items() if n >= SELDOM))}
    rows = [[(known[begun], n) for begun, n in counts.items() if begun in known] for counts in counted]
    columns = [_fit(rows, targets[name], len(known)) for name in learned]
    start = tuple(column.pop() for column in columns)
    weights = dict(zip(known, zip(*columns, strict=True), strict=True))
    return SecondReader(tuple(learned), start, {each: row for each, row in weights.items() if _says(row)})


def _count_beginnings(texts: Sequence[str], lang: str) -> list[Counter[str]]:
    names = find_names(texts, lang)
    words = [[word for word in words_of(text) if word not in names] for text in texts]
    return [Counter(begun for word in each for begun in beginnings_of(word)) for each in words]


def _target(answer: DecidedAnswer, criterion: str) -> int:
    """1 where the criterion is met, -1 where it is not, 0 where its trainers part or have not said."""
    met = answer.agreed.labels.get(("criteria", criterion))
    return 0 if met is None else 1 if met else -1


def _says(row: Iterable[int]) -> bool:
    return any(abs(weight) >= LEAST_WEIGHT for weight in row)


def add_up(row: Row, weights: Sequence[float]) -> float:
    """Return what the beginnings say together, rounded once."""
    return fsum([weights[begun] * count for begun, count in row])


def _fit(rows: Sequence[Row], targets: Sequence[int], size: int) -> list[int]:
    """Return a weight for each beginning, and last what an answer without words has, in thousandths."""
    weights = [0.0] * (size + 1)
    wanted = [([*row, (size, 1)], target) for row, target in zip(rows, targets, strict=True) if target]
    shares = [0.0] * len(wanted)
    for _ in range(ROUNDS):
        for at, (row, target) in enumerate(wanted):
            said = add_up(row, weights)
            step = (target - said - CAUTION * shares[at]) / (CAUTION + sum([count * count for _, count in row]))
            shares[at] += step
            for begun, count in row:
                weights[begun] += step * count
    return [round(THOUSANDTHS * weight) for weight in weights]
