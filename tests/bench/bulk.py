"""How long tables of answers take, Parquet to Parquet with two processes, and how much memory all of them together."""

import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from pathlib import Path
from time import process_time

from gramota.rubric import score_answer
from tests.bench.bulk_answers import QUIZ, distinct_answers, write_answers, write_course
from tests.bench.plot import Line, Plot, plot_svg
from tests.bench.processes import cost_of
from tests.bench.rubric import TWELVE_PHRASES
from tests.bench.series import Figures, Series
from tests.unit.rubric.questions import compiled

SIZES, LARGE_SIZES = (10_000, 100_000), (10_000, 100_000, 1_000_000)
PROCESSES = 2
RUNS = 3
_OF_MATCHER = 10_000

_HEAD = f"""## Tables of answers

`gramota grade answers.parquet --format parquet --processes {PROCESSES}`: answers of 20 words that all differ, four
criteria of twelve phrases, whole processes; medians of {RUNS} runs. Memory is the most that all processes had at a
time, what they share counted once (PSS). "The matcher alone" is the processor time of `score_answer` for as many.
"""


def bulk_section(root: Path) -> str:
    return _section(root, SIZES)


def large_bulk_section(root: Path) -> str:
    return _section(root, LARGE_SIZES)


def _section(root: Path, sizes: Sequence[int]) -> str:
    series = Series(root, "bulk")
    matcher = _seconds_of_matcher(root)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        write_course(place)
        for size in sizes:
            write_answers(root, place / "answers.parquet", size)
            series.keep(size, {**_measure(place), "matcher": matcher * size})
    _draw(root, series)
    picture = "![Seconds against answers: a straight line](benchmarks/bulk.svg)\n"
    return "\n".join((_HEAD, *_table(series), "", *_growth(series), "", picture, series.machines()))


def _table(series: Series) -> Iterator[str]:
    yield "| answers | s | answers a second | processor s | the matcher alone, s | ratio | peak MB | |"
    yield "| ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |"
    for size in series.sizes():
        found = series.figures(size)
        aim = "aim: under 60 s and 600 MB" if size == LARGE_SIZES[-1] else ""
        alone = found["matcher"]
        cells = (f"{size:,}", f"{found['wall']:.1f}", f"{size / found['wall']:,.0f}", f"{found['cpu']:.1f}")
        more = (f"{alone:.1f}", f"{found['cpu'] / alone:.2f}", f"{found['memory']:.0f}", aim)
        yield f"| {' | '.join((*cells, *more))} |"


def _growth(series: Series) -> Iterator[str]:
    """Yield what an answer more costs between two sizes, where starting and compiling play no part."""
    costs = [(size, series.figures(size)["wall"]) for size in series.sizes()]
    pairs = [*pairwise(costs)]
    slopes = [(more - less) / (large - small) for (small, less), (large, more) in pairs]
    for ((small, _), (large, _)), slope in zip(pairs, slopes, strict=True):
        change = f"{slope / slopes[0] - 1:+.0%}"
        yield f"- From {small:,} to {large:,}, an answer more costs {slope * 1e6:.0f} µs ({change}; aim: within 15 %)."


def _draw(root: Path, series: Series) -> None:
    lines = [
        Line("whole command, two processes", series.points("wall")),
        Line("the matcher alone, one process", series.points("matcher")),
    ]
    picture = plot_svg(Plot("Grading a table of answers", "answers", "seconds", lines))
    (root / "docs/benchmarks/bulk.svg").write_text(picture, encoding="utf-8")


def _seconds_of_matcher(root: Path) -> float:
    """Processor seconds of one answer."""
    question = compiled(TWELVE_PHRASES)
    answers = [*islice(distinct_answers(root, _OF_MATCHER), _OF_MATCHER)]
    score_answer(question, answers[0])
    return statistics.median(_processor_seconds(question, answers) for _ in range(RUNS)) / _OF_MATCHER


def _processor_seconds(question: object, answers: Sequence[str]) -> float:
    begin = process_time()
    for answer in answers:
        score_answer(question, answer)
    return process_time() - begin


def _measure(place: Path) -> Figures:
    asked = ["--quiz", QUIZ, "--format", "parquet", "-o", "results.parquet", "--processes", str(PROCESSES)]
    command = [sys.executable, "-m", "gramota", "grade", "answers.parquet", *asked]
    costs = [cost_of(command, place) for _ in range(RUNS)]
    return {
        "wall": statistics.median(cost.wall for cost in costs),
        "cpu": statistics.median(cost.cpu for cost in costs),
        "memory": max(cost.memory for cost in costs),
    }
