"""How well two judges agree, beyond chance and with 95 % intervals; pure arithmetic, the same figures every time."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from math import sqrt
from random import Random
from typing import NamedTuple, TypeVar

Unit = TypeVar("Unit", bound=Hashable)

_Z = 1.959963984540054
_RESAMPLES = 1_000
_SEED = 20_261_125


class Interval(NamedTuple):
    """A figure with the bounds of its 95 % interval."""

    value: float
    low: float
    high: float


class Crossed(NamedTuple):
    """How often both said yes, only the one, only the other, and neither."""

    both: int = 0
    only_one: int = 0
    only_other: int = 0
    neither: int = 0

    @property
    def n(self) -> int:
        """How many decisions there are."""
        return sum(self)

    @property
    def agreed(self) -> int:
        """How many of them are the same."""
        return self.both + self.neither


def cross(pairs: Iterable[tuple[bool, bool]]) -> Crossed:
    """Count pairs of decisions, the one's and the other's."""
    counts = Counter(pairs)
    return Crossed(counts[True, True], counts[True, False], counts[False, True], counts[False, False])


def add_crossed(tables: Iterable[Crossed]) -> Crossed:
    """Add tables up."""
    return Crossed(*(sum(column) for column in zip(Crossed(), *tables, strict=True)))


def proportion(hits: int, n: int) -> Interval | None:
    """Return the share of n with Wilson's interval; None of nothing.

    Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927).
    """
    if not n:
        return None
    share = hits / n
    middle = (share + _Z**2 / (2 * n)) / (1 + _Z**2 / n)
    half = _Z / (1 + _Z**2 / n) * sqrt(share * (1 - share) / n + _Z**2 / (4 * n**2))
    return Interval(share, max(0.0, middle - half), min(1.0, middle + half))


def kappa(table: Crossed) -> float | None:
    """Return Cohen's kappa; None where chance alone would agree on everything.

    Source: J. Cohen, A coefficient of agreement for nominal scales, Educ. Psychol. Meas. 20 (1960).
    """
    if not table.n:
        return None
    chance = _chance(table)
    return None if chance == 1 else (table.agreed / table.n - chance) / (1 - chance)


def kappa_interval(answers: Sequence[Crossed]) -> Interval | None:
    """Return kappa over all answers' decisions, with the percentile interval of a bootstrap of answers.

    Decisions on one answer go together, so whole answers are drawn (Efron and Tibshirani, An Introduction to the
    Bootstrap, 1993). Where all agree no sample differs; then the lower bound is that of Wilson's interval for the
    agreement, with the agreement by chance held fixed as in Cohen's own standard error.
    """
    table = add_crossed(answers)
    value = kappa(table)
    if value is None:
        return None
    if table.agreed == table.n:
        share = proportion(table.n, table.n)
        chance = _chance(table)
        return Interval(value, (share.low - chance) / (1 - chance), 1.0) if share else None
    return _bootstrap(answers, value, lambda drawn: kappa(_add_weighted(drawn)))


def weighted_kappa(pairs: Sequence[tuple[float, float]]) -> Interval | None:
    """Return the quadratic weighted kappa of points, with the percentile interval of a bootstrap; None without spread.

    Source: J. Cohen, Weighted kappa, Psychol. Bull. 70 (1968). With quadratic weights it needs sums only, so points may
    be fractions: 1 - Σ(a-b)² / (Σa² + Σb² - 2 Σa Σb / n).
    """
    counts = Counter(pairs)
    value = _weighted_kappa(counts)
    return None if value is None else _bootstrap(pairs, value, _weighted_kappa)


def _chance(table: Crossed) -> float:
    one, other = table.both + table.only_one, table.both + table.only_other
    return (one * other + (table.n - one) * (table.n - other)) / table.n**2


def _add_weighted(drawn: Counter[Crossed]) -> Crossed:
    return Crossed(*(sum(times * each[at] for each, times in drawn.items()) for at in range(4)))


def _weighted_kappa(counts: Counter[tuple[float, float]]) -> float | None:
    n = counts.total()
    apart = sum(times * (a - b) ** 2 for (a, b), times in counts.items())
    squares = sum(times * (a * a + b * b) for (a, b), times in counts.items())
    one, other = (sum(times * pair[at] for pair, times in counts.items()) for at in (0, 1))
    expected = squares - 2 * one * other / n if n else 0
    return 1 - apart / expected if expected > 1e-9 else None


def _bootstrap(units: Sequence[Unit], value: float, figure: Callable[[Counter[Unit]], float | None]) -> Interval:
    random = Random(_SEED)  # noqa: S311 - drawn for statistics, and the same for the same answers
    drawn = (figure(Counter(random.choices(units, k=len(units)))) for _ in range(_RESAMPLES))
    found = sorted(each for each in drawn if each is not None)
    if not found:
        return Interval(value, value, value)
    last = len(found) - 1
    return Interval(value, found[round(0.025 * last)], found[round(0.975 * last)])
