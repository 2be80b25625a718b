"""`gramota forget`: what a person handed in and all decisions on it are deleted; the log can still be verified."""

import datetime as dt
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from gramota.cli.messages import print_problems, say
from gramota.cli.spoken import SpokenCommand, language_option
from gramota.course.model import fold
from gramota.decisions.forget import count_lines, forget_decisions
from gramota.decisions.line import Subject
from gramota.errors import Problem, Where
from gramota.grading.inbox_files import shown_name
from gramota.grading.persons_sheets import find_persons_files
from gramota.grading.plain_text import clean_line
from gramota.grading.report.feedback_folder import find_sheets, remove_sheets
from gramota.grading.results_folder import RESULTS
from gramota.grading.status_table import STATUS_FILES
from gramota.wording import wording


@click.command("forget", cls=SpokenCommand)
@click.argument("person", metavar="ID")
@click.argument("inbox", nargs=-1, type=click.Path(path_type=Path, exists=True))
@click.option("-o", "--output", type=click.Path(path_type=Path, exists=True, file_okay=False), required=True)
@click.option("--yes", is_flag=True)
@language_option
@click.pass_obj
def forget(lang: str, person: str, inbox: tuple[Path, ...], output: Path, yes: bool) -> int:  # noqa: FBT001 - click's way
    """Return 0 where all is deleted, 1 where nothing was found or other people's files hold more of it."""
    t = wording("cli", lang)
    files = find_persons_files(inbox, person)
    lines = count_lines(output, _is_about(person))
    if not files.own and not files.shared and not lines:
        say(t("forget.nobody", id=clean_line(person)))
        return 1
    if not yes:
        _ask(files.own, lines, lang)
    emptied = forget_decisions(output, _is_about(person), lambda: dt.datetime.now(dt.UTC))
    results = [path for name in (*RESULTS, *STATUS_FILES) if (path := output / name).is_file()]
    for path in (*files.own, *results):
        path.unlink()
    remove_sheets([*find_sheets(output)])
    say(t("forget.done", files=len(files.own), lines=emptied))
    if results:
        say(t("forget.again"))
    print_problems((Problem.at(Where(shown_name(path)), "G385") for path in files.shared), lang)
    return 1 if files.shared else 0


def _is_about(person: str) -> Callable[[Subject], bool]:
    key = fold(person)
    return lambda subject: fold(subject.learner) == key


def _ask(files: Sequence[Path], lines: int, lang: str) -> None:
    """Tell what will be deleted; raise click.Abort unless somebody at the terminal agrees."""
    t = wording("cli", lang)
    if not sys.stdin or not sys.stdin.isatty():
        raise click.UsageError(t("forget.needs_yes"))
    if files:
        say("\n".join((t("forget.files"), *(f"  {shown_name(path)}" for path in files))))
    if lines:
        say(t("forget.decisions", count=lines))
    click.confirm(t("forget.sure"), abort=True, err=True)
