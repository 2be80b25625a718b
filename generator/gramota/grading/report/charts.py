"""Where the parts of a chart stand: numbers for SVG, the same on every computer."""

from collections.abc import Sequence
from dataclasses import dataclass

STEPS = 10
WIDTH, HEIGHT = 320, 132
_LEFT, _TOP, _BOTTOM = 10, 20, 22
_STEP = (WIDTH - 2 * _LEFT) / STEPS
_GAP = 3


@dataclass(frozen=True)
class Bar:
    """A bar with the number above it, in the chart's units; `middle` is where its text stands."""

    x: float
    y: float
    width: float
    height: float
    count: int

    @property
    def middle(self) -> float:
        """The middle of the bar's width."""
        return round(self.x + self.width / 2, 2)


@dataclass(frozen=True)
class Histogram:
    """Bars of ten steps of a tenth each, and where the share that passes stands."""

    bars: tuple[Bar, ...]
    passes_at: float
    base: float = HEIGHT - _BOTTOM


@dataclass(frozen=True)
class Slice:
    """A part of a bar that shows a whole, of 100 units together."""

    kind: str
    x: float
    width: float


def draw_histogram(counts: Sequence[int], pass_share: float) -> Histogram:
    """Lay out one bar for each step; the highest fills the height."""
    most = max([1, *counts])
    tallest = HEIGHT - _TOP - _BOTTOM
    bars = tuple(_bar(number, count, tallest * count / most) for number, count in enumerate(counts))
    return Histogram(bars, round(_LEFT + pass_share * STEPS * _STEP, 2))


def draw_slices(parts: Sequence[tuple[str, int]]) -> list[Slice]:
    """Lay out the parts side by side; what there is none of takes no room."""
    total = sum(count for _, count in parts) or 1
    slices, at = [], 0.0
    for kind, count in parts:
        width = 100 * count / total
        if count:
            slices.append(Slice(kind, round(at, 3), round(width, 3)))
        at += width
    return slices


def _bar(number: int, count: int, height: float) -> Bar:
    top = HEIGHT - _BOTTOM - height
    return Bar(round(_LEFT + number * _STEP + _GAP / 2, 2), round(top, 2), _STEP - _GAP, round(height, 2), count)
