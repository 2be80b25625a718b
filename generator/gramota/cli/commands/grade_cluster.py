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
from gramota.errors import ContentError, Problem, Where
from gramota.grading.bulk.chunk_grader import Work
from gramota.grading.bulk.cluster import ClusterError, PartOutcome, grade_parts
from gramota.grading.bulk.part_files import remove_records, remove_torn
from gramota.grading.bulk.part_summary import PartSummary, Told
from gramota.grading.bulk.parts import ASIDE, Part, find_parts, has_records, local_path
from gramota.grading.report_text import summarise_rows
from gramota.wording import wording


def grade_on_cluster(scheduler: str, parts: Sequence[Part], work: Work, *, resume: bool) -> int:
    """Grade all parts, tell of what could not be graded or is doubtful, and return the exit code."""
    lang = work.lang
    try:
        done = [*_watch(grade_parts(scheduler, parts, work, resume=resume), len(parts), lang)]
    except ClusterError as error:
        say(wording("cli", lang)("cluster_failed", error=error))
        return 2
    except (KeyboardInterrupt, SystemExit):
        say(wording("cli", lang)("cluster_interrupted"))
        raise
    remove_torn(parts)
    if not any(each.is_refused for each in done):
        remove_records(parts)
    if kept := sum(each.is_kept for each in done):
        say(wording("cli", lang)("parts_kept", count=kept))
    summaries = [each.summary for each in sorted(done, key=lambda each: each.part.target)]
    counts: Counter[str] = Counter()
    for summary in summaries:
        counts.update(summary.counts)
    say(summarise_rows(counts, wording("grading", lang)))
    return _tell(summaries, lang)


def choose_parts(
    answers: Sequence[str], output: str, folders: tuple[Path, Path], lang: str, *, resume: bool
) -> list[Part]:
    """Return the parts to grade; raise ContentError, or click.UsageError where results may not go to the folder."""
    parts, left_out = find_parts(answers, output)
    if folder := local_path(output):
        inputs = [path for given in answers if (path := local_path(given))]
        refuse_harmful(folder / "results", inputs, *folders, wording("cli", lang))
    if not resume and has_records(output):
        raise ContentError([Problem.at(Where(output, 0), "G339.parts")])
    print_problems(left_out, lang)
    return parts


def find_output(output: str | None, lang: str) -> str:
    """Return the folder for the results; raise click.UsageError where none is given."""
    if output is None or output == "-":
        raise click.UsageError(wording("cli", lang)("needs_folder"))
    return output


def _tell(summaries: Sequence[PartSummary], lang: str) -> int:
    t = wording("cli", lang)
    if warned := _tell_all((each.repeated for each in summaries), lang):
        say(t("warned_rows", count=warned))
    if aside := _tell_all((each.set_aside for each in summaries), lang):
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
