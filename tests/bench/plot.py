"""A plot of cost against size as SVG text: both axes logarithmic, so that what grows with the size is a straight line.

The same figures, the same bytes. Colours are Okabe and Ito's, which the colour-blind tell apart; marks differ, too.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

WIDTH, HEIGHT = 720, 400
LEFT, RIGHT, TOP, BOTTOM = 80, 45, 50, 60
LEGEND_STEP = 22
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9")
MARKS = (
    '<circle cx="{x}" cy="{y}" r="4"/>',
    '<rect x="{left}" y="{top}" width="8" height="8"/>',
    '<path d="M{x} {top}L{right} {bottom}L{left} {bottom}Z"/>',
)


@dataclass(frozen=True)
class Line:
    """What was measured, (size, cost) in the order of sizes; both above zero."""

    name: str
    points: Sequence[tuple[float, float]]


@dataclass(frozen=True)
class Plot:
    """Lines in one picture, which says by itself what its axes are."""

    title: str
    size: str
    cost: str
    lines: Sequence[Line]


@dataclass(frozen=True)
class _Axis:
    """From 10**least at the place `start` to 10**most at `end`."""

    least: int
    most: int
    start: float
    end: float

    def place(self, value: float) -> float:
        share = (math.log10(value) - self.least) / (self.most - self.least)
        return round(self.start + share * (self.end - self.start), 1)

    def decades(self) -> Iterator[tuple[str, float]]:
        for power in range(self.least, self.most + 1):
            value = 10.0**power
            yield f"{value:,.0f}" if power >= 0 else f"{value:.{-power}f}", self.place(value)


def plot_svg(plot: Plot) -> str:
    """Return the picture."""
    sizes = _axis([size for line in plot.lines for size, _ in line.points], LEFT, WIDTH - RIGHT)
    costs = _axis([cost for line in plot.lines for _, cost in line.points], HEIGHT - BOTTOM, TOP)
    height = HEIGHT + LEGEND_STEP * len(plot.lines)
    parts = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
            f'font-family="sans-serif" font-size="13" fill="#222">'
        ),
        f"<title>{escape(plot.title)}</title>",
        f'<rect width="{WIDTH}" height="{height}" rx="8" fill="#fff"/>',
        f'<text x="{LEFT}" y="28" font-size="15" font-weight="bold">{escape(plot.title)}</text>',
        *_grid(sizes, costs),
        f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 16}" text-anchor="middle">{escape(plot.size)}</text>',
        (
            f'<text transform="translate(18 {(TOP + HEIGHT - BOTTOM) / 2}) rotate(-90)" text-anchor="middle">'
            f"{escape(plot.cost)}</text>"
        ),
        *(part for number, line in enumerate(plot.lines) for part in _line(number, line, sizes, costs)),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _axis(values: Sequence[float], start: float, end: float) -> _Axis:
    least, most = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    return _Axis(least, max(most, least + 1), start, end)


def _grid(sizes: _Axis, costs: _Axis) -> Iterator[str]:
    for text, x in sizes.decades():
        yield f'<path d="M{x} {TOP}V{HEIGHT - BOTTOM}" stroke="#ddd"/>'
        yield f'<text x="{x}" y="{HEIGHT - BOTTOM + 20}" text-anchor="middle">{text}</text>'
    for text, y in costs.decades():
        yield f'<path d="M{LEFT} {y}H{WIDTH - RIGHT}" stroke="#ddd"/>'
        yield f'<text x="{LEFT - 8}" y="{y + 4}" text-anchor="end">{text}</text>'


def _line(number: int, line: Line, sizes: _Axis, costs: _Axis) -> Iterator[str]:
    colour = COLOURS[number % len(COLOURS)]
    places = [(sizes.place(size), costs.place(cost)) for size, cost in line.points]
    path = " ".join(f"{x},{y}" for x, y in places)
    yield f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>'
    y = HEIGHT + LEGEND_STEP * number
    marks = "".join(_mark(number, *place) for place in (*places, (LEFT + 6, y)))
    yield f'<g fill="{colour}">{marks}</g>'
    yield f'<text x="{LEFT + 20}" y="{y + 4}">{escape(line.name)}</text>'


def _mark(number: int, x: float, y: float) -> str:
    around = {"left": x - 4, "right": x + 4, "top": y - 4, "bottom": y + 4}
    return MARKS[number % len(MARKS)].format(x=x, y=y, **{name: round(value, 1) for name, value in around.items()})
