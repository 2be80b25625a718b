"""`gramota grade --engine dask`: many parts of a table, on a cluster."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click
from rich.console import Console
from rich.progress import track

from gramota.cli.destination import refuse_harmful
from gramota.cli.messages import print_problems, say
from gramota.cli.output import is_terminal
from gramota.grading.bulk.chunk_grader import Work
from gramota.grading.bulk.cluster import ClusterError, PartOutcome, Told, grade_parts
from gramota.grading.bulk.parts import ASIDE, Part, find_parts, local_path, remove_torn
from gramota.grading.report_text import summarise_rows
from gramota.wording import wording


def grade_on_cluster(scheduler: str, parts: Sequence[Part], work: Work) -> int:
    """Grade all parts, tell of what could not be graded or is doubtful, and return the exit code."""
    lang = work.lang
    try:
        done = [*_watch(grade_parts(scheduler, parts, work), len(parts), lang)]
    except ClusterError as error:
        say(wording("cli", lang)("cluster_failed", error=error))
        return 2
    remove_torn(parts)
    outcomes = sorted(done, key=lambda each: each.part.target)
    counts: Counter[str] = Counter()
    for outcome in outcomes:
        counts.update(outcome.counts)
    say(summarise_rows(counts, wording("grading", lang)))
    return _tell(outcomes, lang)


def choose_parts(answers: Sequence[str], output: str, docs: Path, quizzes: Path, lang: str) -> list[Part]:
    """Return the parts to grade; raise ContentError, or click.UsageError where results may not go to the folder."""
    parts = find_parts(answers, output)
    if folder := local_path(output):
        inputs = [path for given in answers if (path := local_path(given))]
        refuse_harmful(folder / "results", inputs, docs, quizzes, wording("cli", lang))
    return parts


def find_output(output: str | None, lang: str) -> str:
    """Return the folder for the results; raise click.UsageError where none is given."""
    if output is None or output == "-":
        raise click.UsageError(wording("cli", lang)("needs_folder"))
    return output


def _tell(outcomes: Iterable[PartOutcome], lang: str) -> int:
    t = wording("cli", lang)
    listed = [*outcomes]
    if warned := _tell_all((each.repeated for each in listed), lang):
        say(t("warned_rows", count=warned))
    if aside := _tell_all((each.set_aside for each in listed), lang):
        say(t("set_aside", count=aside))
        say(t("set_aside_folder", name=ASIDE))
    return 2 if aside else 1 if warned else 0


def _tell_all(parts: Iterable[Told], lang: str) -> int:
    total = 0
    for told in parts:
        print_problems(told.first, lang)
        if more := told.count - len(told.first):
            say(wording("cli", lang)("and_more", count=more))
        total += told.count
    return total


def _watch(outcomes: Iterator[PartOutcome], total: int, lang: str) -> Iterable[PartOutcome]:
    label = wording("cli", lang)("grading")
    return track(
        outcomes, label, total, console=Console(stderr=True), transient=True, disable=not is_terminal(sys.stderr)
    )
