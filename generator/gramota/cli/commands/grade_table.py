"""The bulk form of `gramota grade`: tables of answers to one quiz, of any size."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TextIO, cast

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from gramota.cli.messages import MOST_TOLD, print_problems, say
from gramota.cli.output import WIDTH_OF_FILES, console_on, is_terminal, open_stdout
from gramota.course import Quiz
from gramota.course.files.folder import shown_path
from gramota.errors import Problem
from gramota.grading.bulk.chunks import size_of
from gramota.grading.bulk.forms import streamed_form
from gramota.grading.bulk.grade_files import (
    Job,
    Outcome,
    Watch,
    can_last,
    grade_into_spool,
    grade_into_stream,
    hold_spool,
    write_result_files,
    write_results,
)
from gramota.grading.bulk.own_files import unfinished_path
from gramota.grading.bulk.spool import Spool
from gramota.grading.bulk.text_form import Page
from gramota.grading.files.atomic_file import write_bytes_atomically
from gramota.grading.report_text import summarise_rows
from gramota.grading.worker_processes import LostProcessError
from gramota.wording import wording

if TYPE_CHECKING:
    from gramota.grading.bulk.text_form import Colours


def grade_table(job: Job, output: Path | None, lang: str) -> int:
    """Grade every row, tell of those that could not be or that are doubtful, and return the exit code."""
    try:
        with hold_spool(job, output) as spool, _watching(job, output, lang) as watch:
            if output and can_last(job.sources, output):
                outcome = grade_into_spool(job, spool, watch)
                beside = write_result_files(job, spool, output)
            else:
                with _open(output, job.work.page) as stream:
                    outcome = _grade_into(stream, job, spool, watch)
                beside = None
            return _tell(outcome, beside, lang, is_report=job.work.form == "text")
    except (KeyboardInterrupt, SystemExit, LostProcessError) as error:
        if isinstance(error, LostProcessError):
            say(wording("cli", lang)("lost_process"))
        if output and unfinished_path(output).exists():
            say(wording("cli", lang)("can_resume", path=shown_path(unfinished_path(output))))
        if isinstance(error, LostProcessError):
            return 2
        raise


def _grade_into(stream: BinaryIO, job: Job, spool: Spool, watch: Watch) -> Outcome:
    if form := streamed_form(job.work.form, job.work.lang, job.work.page):
        return grade_into_stream(job, spool, form, stream, watch)
    outcome = grade_into_spool(job, spool, watch)
    write_results(job, spool, stream)
    return outcome


def page_for(quiz: Quiz, output: Path | None) -> Page:
    """Return the page of a report that goes into this file, or to stdout."""
    console = console_on(open_stdout()) if output is None else None
    colours = console.color_system if console and console.is_terminal and not console.no_color else None
    return Page(quiz, (console and console.width) or WIDTH_OF_FILES, cast("Colours | None", colours))


@contextmanager
def _open(output: Path | None, page: Page | None) -> Iterator[BinaryIO]:
    if output:
        with write_bytes_atomically(output) as stream:
            yield stream
    elif page:
        yield cast("BinaryIO", _Reading(open_stdout()))
    else:
        yield open_stdout().buffer


class _Reading:
    """What is there to read, on a stream that knows which letters its terminal has."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, content: bytes) -> int:
        return self._stream.write(content.decode())


def _tell(outcome: Outcome, beside: Path | None, lang: str, *, is_report: bool) -> int:
    t = wording("cli", lang)
    if not outcome.counts.total() and not is_report:
        say(summarise_rows(outcome.counts, wording("grading", lang)))
    if warnings := _tell_some(outcome.repeated, MOST_TOLD, lang):
        say(t("warned_rows", count=warnings))
    aside = _tell_some(outcome.set_aside, MOST_TOLD if beside else sys.maxsize, lang)
    if aside:
        say(t("set_aside", count=aside))
    if beside:
        say(t("set_aside_file", path=shown_path(beside)))
    return 2 if aside else 1 if warnings else 0


def _tell_some(problems: Iterator[Problem], most: int, lang: str) -> int:
    """Print the first problems, and return how many there are."""
    told = 0
    for problem in islice(problems, most):
        print_problems([problem], lang)
        told += 1
    more = sum(1 for _ in problems)
    if more:
        say(wording("cli", lang)("and_more", count=more))
    return told + more


@contextmanager
def _watching(job: Job, output: Path | None, lang: str) -> Iterator[Watch]:
    """Show on a terminal how far the work is, unless the results appear there at the same time."""
    total = sum(size_of(source.path) for source in job.sources)
    is_shown = is_terminal(sys.stderr) and (output is not None or not is_terminal(sys.stdout))
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, disable=not is_shown) as progress:
        task = progress.add_task(wording("cli", lang)("grading"), total=total or None)
        yield lambda behind: progress.update(task, completed=behind)
