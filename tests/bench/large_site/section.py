"""The section on large sites: measured at each size, kept in docs/benchmarks/large-site.json, drawn and told."""

import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from tests.bench.large_site.build import WAYS, build_all, built_site
from tests.bench.large_site.course import write_course
from tests.bench.large_site.reading import reading_figures
from tests.bench.plot import Line, Plot, plot_svg
from tests.bench.series import Figures, Series

NAME = "large-site"
SMALL, LARGE = (10, 100), (1_000, 3_000)
# What takes half an hour at a time is done once.
RUNS = {10: 3, 100: 3, 1_000: 3, 3_000: 1}
TITLES = {
    "first": "gramota, nothing kept",
    "again": "gramota, all kept",
    "short": "plain engine with lists as short as ours",
    "plain": "plain engine",
}
HEAD = """## Large sites

Courses of letters cut from two real handbooks and the shipped letter (tests/bench/large_site), one to several pages
each, with five or six self-check questions and a control question, set up as `gramota new site` does. Whole
`mkdocs build`, side by side in one run: our plugin from YAML, and Material for MkDocs without it from the Markdown that
`gramota eject` makes of the same course, same navigation and settings. The plain engine writes the whole list into
every page, where our plugin shows the letters around it; so it is measured with lists cut by the same code, too, by a
hook, and “share” is what our build takes beyond that one, in processor time. Memory is that of all processes together,
what they share counted once (PSS).
"""
READING = """
What a reader loads, gzip, with an empty cache on this machine: a letter in the middle of the list, and the home page.
“Chosen” is the home page with the list of what is to be done for the largest of twelve departments, which grows with
what concerns the reader; with ten letters it is the home page itself.
"""


def large_site_section(root: Path) -> str:
    """Measure the small sizes, and tell of all."""
    return _section(root, SMALL)


def larger_site_section(root: Path) -> str:
    """Measure the large sizes, and tell of all."""
    return _section(root, LARGE)


def _section(root: Path, sizes: Sequence[int]) -> str:
    series = Series(root, NAME)
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            series.keep(size, _measure(write_course(Path(folder, f"{size}"), size), size))
    (root / f"docs/benchmarks/{NAME}.svg").write_text(plot_svg(_plot(series)), encoding="utf-8")
    picture = f"![Processor time of a whole build by the number of letters](benchmarks/{NAME}.svg)"
    return "\n".join([HEAD, *build_rows(series), "", picture, READING, *_readings(series), "", series.machines()])


def _measure(project: Path, size: int) -> Figures:
    figures: dict[str, float] = {"runs": RUNS[size]}
    for way, cost in build_all(project, RUNS[size]).items():
        figures |= {f"{way}_{name}": round(value, 2) for name, value in cost._asdict().items()}
    return figures | {name: round(value, 1) for name, value in reading_figures(built_site(project)).items()}


def _plot(series: Series) -> Plot:
    lines = [Line(TITLES[way], series.points(f"{way}_cpu")) for way in WAYS]
    return Plot("A whole build: processor time by size", "letters", "seconds", lines)


def build_rows(series: Series) -> Iterable[str]:
    """Yield the lines of the table of builds."""
    yield "| letters | runs | built by | s, wall | s, processor | share | peak MB | of plain |"
    yield "| ---: | ---: | --- | ---: | ---: | ---: | ---: | ---: |"
    for size in series.sizes():
        for way in WAYS:
            yield _build_row(size, way, series.figures(size))


def _build_row(size: int, way: str, figures: Figures) -> str:
    wall, cpu, memory = (figures[f"{way}_{name}"] for name in ("wall", "cpu", "memory"))
    share = f"{cpu / figures['short_cpu'] - 1:+.0%}" if way in {"first", "again"} else ""
    cells = (f"{size:,}", f"{figures['runs']:.0f}", TITLES[way], f"{wall:.1f}", f"{cpu:.1f}", share, f"{memory:.0f}")
    return f"| {' | '.join(cells)} | {memory / figures['plain_memory']:.2f} |"


def _readings(series: Series) -> Iterable[str]:
    names = ("first paint, ms", "KB", "elements")
    pages = [*(f"{page}: {name}" for page in ("letter", "home") for name in names), "home, chosen: KB"]
    yield _row(["letters", *pages, "search: start, KB", "a word's piece: median, largest, KB"])
    yield _row(["---:"] * (len(pages) + 3))
    for size in series.sizes():
        found = series.figures(size)
        cells = [
            f"{found[f'{page}_{name}']:,.0f}" for page in ("letter", "home") for name in ("paint", "kilobytes", "nodes")
        ]
        # Measured since the home page loads it.
        cells.append(f"{found['home_chosen_kilobytes']:,.0f}" if "home_chosen_kilobytes" in found else "")
        words = f"{found['search_word']:.1f}, {found['search_largest']:.1f}"
        yield _row([f"{size:,}", *cells, f"{found['search_start']:.1f}", words])


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
