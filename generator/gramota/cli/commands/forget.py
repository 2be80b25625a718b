"""`gramota forget`: what a person handed in and all decisions on it are deleted; the log can still be verified."""

import datetime as dt
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from gramota.cli.inbox_arguments import refuse_missing
from gramota.cli.messages import print_problems, say
from gramota.cli.spoken import SpokenCommand, language_option
from gramota.course.files.folder import shown_path
from gramota.course.model.plain_name import plain_name
from gramota.decisions.forget import count_lines, find_learners, forget_decisions
from gramota.decisions.line import Subject
from gramota.decisions.lock import hold
from gramota.errors import Problem, Where
from gramota.grading.files.plain_text import clean_line
from gramota.grading.inbox.found_files import shown_name
from gramota.grading.inbox.persons_sheets import PersonsFiles, alike, find_graded, find_persons_files
from gramota.grading.report.feedback_folder import FEEDBACK, find_sheets, remove_sheets
from gramota.grading.report.results_folder import GRADES, RESULTS
from gramota.grading.roster.status_table import STATUS_FILES
from gramota.grading.second_reader.place import find_learned
from gramota.wording import wording


@click.command("forget", cls=SpokenCommand)
@click.argument("person", metavar="ID")
@click.argument("inbox", nargs=-1, type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True)
@click.option("--yes", is_flag=True)
@click.option("--quizzes", type=click.Path(path_type=Path), default="quizzes")
@language_option
@click.pass_obj
def forget(  # noqa: PLR0913, PLR0917 - click passes one argument for each option
    lang: str,
    person: str,
    inbox: tuple[Path, ...],
    output: Path,
    yes: bool,  # noqa: FBT001 - click's way
    quizzes: Path,
) -> int:
    """Return 0 where all is deleted, 1 where nothing was found or there is more of it that people have to look at."""
    if not plain_name(person):
        raise click.UsageError(wording("cli", lang)("forget.no_id"))
    refuse_missing((*inbox, output))
    files = find_persons_files(inbox, person)
    lines = count_lines(output, _is_about(person))
    results = [path for name in (*RESULTS, *STATUS_FILES) if (path := output / name).is_file()]
    graded = find_graded(output / GRADES)
    others = alike(person, {*files.people, *graded, *map(plain_name, find_learners(output))})
    if others:
        say(wording("cli", lang)("forget.alike", id=clean_line(person), others=", ".join(map(clean_line, others))))
    if files.own or files.shared or lines or plain_name(person) in graded:
        if not yes:
            _ask(files.own, lines, results, lang)
        _delete(files.own, results, output, person, lang)
        _tell_learned(quizzes, lang)
        code = 0
    else:
        say(wording("cli", lang)("forget.nobody", id=clean_line(person)))
        code = 1
    return _tell_left(files, person, lang) or (1 if others else code)


def _delete(sheets: Sequence[Path], results: Sequence[Path], output: Path, person: str, lang: str) -> None:
    """Delete everything while no desk is open; what can be made anew goes first.

    It is what another program most likely has open, and as long as sheets and decisions are there, the person is found
    again when the command is repeated.
    """
    t = wording("cli", lang)
    with hold(output):
        for path in results:
            path.unlink()
        remove_sheets([*find_sheets(output)])
        for path in sheets:
            path.unlink()
        emptied = forget_decisions(output, _is_about(person), lambda: dt.datetime.now(dt.UTC))
    say(t("forget.done", files=len(sheets), lines=emptied))
    if results:
        say(t("forget.again"))


def _tell_learned(quizzes: Path, lang: str) -> None:
    learned = [shown_path(path) for path in find_learned(quizzes)]
    if learned:
        say(wording("cli", lang)("forget.learned", files=", ".join(learned)))


def _tell_left(files: PersonsFiles, person: str, lang: str) -> int:
    """Name the files that people have to look into themselves; return 1, or 0 where there are none."""
    print_problems((Problem.at(Where(shown_name(path)), "G385") for path in files.shared), lang)
    unread = (Problem.at(Where(shown_name(path)), "G386", id=clean_line(person)) for path in files.unread)
    print_problems(unread, lang)
    return 1 if files.shared or files.unread else 0


def _is_about(person: str) -> Callable[[Subject], bool]:
    key = plain_name(person)
    return lambda subject: plain_name(subject.learner) == key


def _ask(sheets: Sequence[Path], lines: int, results: Sequence[Path], lang: str) -> None:
    """Tell what will be deleted; raise click.Abort unless somebody at the terminal agrees."""
    t = wording("cli", lang)
    if not sys.stdin or not sys.stdin.isatty():
        raise click.UsageError(t("forget.needs_yes"))
    if sheets:
        say("\n".join((t("forget.files"), *(f"  {shown_name(path)}" for path in sheets))))
    if lines:
        say(t("forget.decisions", count=lines))
    if results:
        say(t("forget.results", files=", ".join([*(path.name for path in results), FEEDBACK])))
    click.confirm(t("forget.sure"), abort=True, err=True)
