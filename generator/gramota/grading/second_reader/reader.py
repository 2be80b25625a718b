"""The second reader of one question: what the beginnings of words say for and against each of its criteria."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from gramota.grading.second_reader.beginnings import beginnings_of, words_of

IN_AN_OPINION = 100
"""Weights are thousandths, opinions tenths."""
FIRMEST = 15
MOST_REMEMBERED = 50_000

Weights = tuple[int, ...]
"""One for each criterion."""


@dataclass(frozen=True)
class SecondReader:
    """Whole numbers that add up: 1,000 is a criterion that is met, -1,000 one that is not.

    `start` is what is thought before a word is read, `weights` what each beginning adds.
    """

    criteria: tuple[str, ...]
    start: Weights
    weights: Mapping[str, Weights]

    def opinions(self, answer: str) -> dict[str, int]:
        """Return for each criterion from -15 (surely not met) to 15 (surely met)."""
        rows = [self._of_words[word] for word in words_of(answer)]
        sums = map(sum, zip(self.start, *rows, strict=True))
        return {name: _opinion(thousandths) for name, thousandths in zip(self.criteria, sums, strict=True)}

    def weight_of(self, word: str, criterion: str) -> int:
        """Return the thousandths that a folded word adds for one of the criteria."""
        return self._of_words[word][self.criteria.index(criterion)]

    @cached_property
    def _of_words(self) -> "_Remembered":
        return _Remembered(self.weights, len(self.criteria))


class _Remembered(dict[str, Weights]):
    """What a word adds, worked out when it is first read."""

    def __init__(self, weights: Mapping[str, Weights], size: int) -> None:
        super().__init__()
        self._weights = weights
        self._nothing = (0,) * size

    def __missing__(self, word: str) -> Weights:
        rows = [self._weights[each] for each in beginnings_of(word) if each in self._weights]
        added = _add(rows) if rows else self._nothing
        if len(self) < MOST_REMEMBERED:
            self[word] = added
        return added


def _add(rows: Sequence[Weights]) -> Weights:
    return tuple(map(sum, zip(*rows, strict=True)))


def _opinion(thousandths: int) -> int:
    """Rounded half away from zero, so that for and against weigh the same."""
    size = (abs(thousandths) + IN_AN_OPINION // 2) // IN_AN_OPINION
    return min(size, FIRMEST) * (1 if thousandths > 0 else -1)
