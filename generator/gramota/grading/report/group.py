"""A letter's attempts at a glance: how many passed, and how the points are spread."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, median

from gramota.grading.grade import Attempt, Outcome
from gramota.grading.report.charts import STEPS, Histogram, Slice, draw_histogram, draw_slices
from gramota.grading.report.figures import bins_of

OUTCOMES: tuple[Outcome, ...] = ("passed", "not_passed", "review")


@dataclass(frozen=True)
class Group:
    """The attempts that count; shares of points are 0 to 1, None where nobody has any."""

    total: int
    others: int
    outcomes: tuple[tuple[Outcome, int], ...]
    slices: tuple[Slice, ...]
    mean: float | None
    median: float | None
    counts: tuple[int, ...]
    histogram: Histogram


def sum_up(attempts: Sequence[Attempt]) -> Group:
    """Return the figures of the attempts at one letter, of which there is at least one."""
    counting = [attempt for attempt in attempts if attempt.standing == "counts"]
    found = Counter(attempt.outcome for attempt in counting)
    outcomes = tuple((name, found[name]) for name in OUTCOMES)
    shares = [share for attempt in counting if (share := attempt.share) is not None]
    counts = bins_of(shares, STEPS)
    return Group(
        total=len(counting),
        others=len(attempts) - len(counting),
        outcomes=outcomes,
        slices=tuple(draw_slices(outcomes)),
        mean=fmean(shares) if shares else None,
        median=median(shares) if shares else None,
        counts=tuple(counts),
        histogram=draw_histogram(counts, attempts[0].compiled.quiz.pass_share),
    )
