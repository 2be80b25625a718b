"""`gramota status`: who on the roster has read the letters and passed, and who has still to do so."""

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path

import click

from gramota.cli.asked_question import find_quiz
from gramota.cli.destination import choose_file, is_folder, lies_in, refuse_harmful
from gramota.cli.folders import folder_options
from gramota.cli.handed_in import graded
from gramota.cli.inbox_arguments import find_missing, load_given
from gramota.cli.messages import print_problems, say, tell_set_aside
from gramota.cli.output import console_on, open_stdout, show_progress
from gramota.cli.spoken import SpokenCommand, language_option
from gramota.cli.today import today
from gramota.course import Course, Letter, load_course
from gramota.decisions import LOG, Decisions, read_decisions
from gramota.errors import ContentError, Problem
from gramota.grading.checking.private_files import private_file
from gramota.grading.decided_by_trainer import apply_decisions
from gramota.grading.files.atomic_file import replace_files
from gramota.grading.inbox.found_files import shown_name
from gramota.grading.roster.audience import unknown_audience
from gramota.grading.roster.future_sheets import find_future_sheets
from gramota.grading.roster.progress import Progress, find_progress
from gramota.grading.roster.roll_call import call_roll
from gramota.grading.roster.roster import Roster, load_roster
from gramota.grading.roster.status_table import STATUS_FILES, write_status
from gramota.grading.roster.status_text import report_status
from gramota.grading.roster.status_workbook import write_status_workbook
from gramota.wording import wording


@click.command("status", cls=SpokenCommand)
@click.argument("inbox", nargs=-1, type=click.Path(path_type=Path))
@click.option("--roster", "roster_path", required=True, type=click.Path(path_type=Path))
@click.option("--quiz")
@click.option("--on", "day", metavar="YYYY-MM-DD", type=click.DateTime(["%Y-%m-%d"]))
@click.option("--decisions", "decided_in", type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path))
@folder_options
@language_option
@click.pass_obj
def status(  # noqa: PLR0913, PLR0917 - click passes one argument for each option
    lang: str,
    inbox: tuple[Path, ...],
    roster_path: Path,
    quiz: str | None,
    day: dt.datetime | None,
    decided_in: Path | None,
    output: Path | None,
    docs: Path,
    quizzes: Path,
) -> int:
    """Return 0 where all was counted, 1 where a sheet is of nobody on the roster, 2 where something was set aside."""
    t = wording("cli", lang)
    folder, names = _choose_files(output, lang)
    for name in names:
        refuse_harmful(folder / name, (*inbox, roster_path), docs, quizzes, t)
    if any(lies_in(each, roster_path) for each in (docs, quizzes)):
        raise ContentError([private_file(roster_path, "roster")])
    on = day.date() if day else today()
    roster = load_roster(roster_path)
    course = load_course(docs, quizzes)
    letters = _letters(course, quiz)
    handed_in = load_given(inbox, course)
    decisions, torn = _read_decisions(decided_in, output)
    wanted = {letter.id for letter in letters}
    attempts = graded([found for found in handed_in.handed_in if found.lesson.letter.id in wanted], lang)
    shown = show_progress(attempts, t("grading"))
    roll = call_roll((apply_decisions(attempt, decisions) for attempt in shown), roster)
    everyone = [*find_progress(letters, roster, roll.attempts, on)]
    if names:
        _write_files(everyone, on, folder, names, lang)
    else:
        console_on(open_stdout()).print(*report_status(everyone, wording("status", lang)), sep="\n")
    _tell_notes(roster, roster_path, letters, lang)
    if not quiz:
        _tell_without_sheet(course, lang)
    future = [*find_future_sheets(chain.from_iterable(roll.attempts.values()), max(on, today()))]
    print_problems((*handed_in.passed_over, *roll.strangers, *torn, *future), lang)
    set_aside = tell_set_aside((*roster.problems, *handed_in.set_aside), lang)
    return set_aside or (1 if roll.strangers or torn or future or handed_in.passed_over else 0)


def _choose_files(output: Path | None, lang: str) -> tuple[Path, tuple[str, ...]]:
    """Return the folder and the names of the tables to write in it; no names for the terminal."""
    file = choose_file(output)
    if file is None:
        return Path(), ()
    if is_folder(file) or (not file.suffix and not file.exists()):
        return file, STATUS_FILES
    if file.suffix.lower() not in {Path(name).suffix for name in STATUS_FILES}:
        raise click.UsageError(wording("status", lang)("no_such_form", path=file))
    return file.parent, (file.name,)


def _letters(course: Course, quiz: str | None) -> list[Letter]:
    """Return the letters that can be handed in; a letter without a control sheet leaves no trace."""
    asking = course.with_control()
    return [lesson.letter for lesson in ([find_quiz(asking, quiz)] if quiz else asking.values())]


def _write_files(everyone: Sequence[Progress], on: dt.date, folder: Path, names: Sequence[str], lang: str) -> None:
    t = wording("status", lang)
    write = {
        ".xlsx": lambda: write_status_workbook(everyone, on, t),
        ".csv": lambda: "".join(write_status(everyone, t)).encode(),
    }
    replace_files(folder, ((name, write[Path(name).suffix.lower()]()) for name in names))
    for name in names:
        say(t("written", path=shown_name(folder / name)))


def _read_decisions(asked: Path | None, output: Path | None) -> tuple[Decisions, list[Problem]]:
    """Return what trainers decided in the folder that is asked for, else in the one that is written to."""
    if asked:
        folder = asked.parent if asked.name == LOG else asked
        if missing := find_missing(folder / LOG):
            raise ContentError([missing])
        return read_decisions(folder)
    return read_decisions(output) if output and is_folder(output) else (Decisions(), [])


def _tell_notes(roster: Roster, roster_path: Path, letters: Iterable[Letter], lang: str) -> None:
    t = wording("status", lang)
    if roster.is_old_encoding:
        say(t("old_encoding", path=roster_path))
    for letter in letters:
        if unknown := unknown_audience(letter, roster):
            key = "everyone" if len(unknown) == len(letter.audience) else "some"
            say(t(key, title=letter.title, audience=", ".join(unknown)))


def _tell_without_sheet(course: Course, lang: str) -> None:
    if count := len(course.lessons) - len(course.with_control()):
        say(wording("status", lang)("no_sheet", count=count))
