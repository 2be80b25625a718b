"""`gramota status`: who on the roster has read the letters and passed, and who has still to do so."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

import click

from gramota.cli.asked_question import find_quiz
from gramota.cli.destination import choose_file, is_folder, lies_in, refuse_harmful
from gramota.cli.folders import folder_options
from gramota.cli.messages import print_problems, say
from gramota.cli.output import console_on, open_stdout, show_progress
from gramota.cli.spoken import SpokenCommand, language_option
from gramota.course import Course, Letter, load_course
from gramota.course.folder import shown_path
from gramota.decisions import LOG, Decisions, read_decisions
from gramota.errors import ContentError, Problem, Where
from gramota.grading.answer_files import HandedIn, find_answer_files, load_answer_file
from gramota.grading.atomic_file import write_atomically
from gramota.grading.audience import unknown_audience
from gramota.grading.compiled_quiz import CompiledQuiz, compile_quiz
from gramota.grading.decided_by_trainer import apply_decisions
from gramota.grading.grade import Attempt, grade_attempt
from gramota.grading.private_files import private_file
from gramota.grading.progress import Progress, find_progress
from gramota.grading.roll_call import call_roll
from gramota.grading.roster import Roster, load_roster
from gramota.grading.status_table import write_status
from gramota.grading.status_text import report_status
from gramota.wording import wording

FILE = "status.csv"


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
    file = _choose_file(output, lang)
    if file:
        refuse_harmful(file, (*inbox, roster_path), docs, quizzes, wording("cli", lang))
    if any(lies_in(folder, roster_path) for folder in (docs, quizzes)):
        raise ContentError([private_file(roster_path, "roster")])
    roster = load_roster(roster_path)
    course = load_course(docs, quizzes)
    letters = _letters(course, quiz)
    attempts, unreadable = _grade(inbox, course, {letter.id for letter in letters}, lang)
    decisions, torn = _read_decisions(decided_in, output)
    roll = call_roll((apply_decisions(attempt, decisions) for attempt in attempts), roster)
    _write([*find_progress(letters, roster, roll.attempts, _day(day))], file, lang)
    _tell_notes(roster, roster_path, letters, lang)
    if not quiz:
        _tell_without_sheet(course, lang)
    return _tell_problems((*roster.problems, *unreadable), (*roll.strangers, *torn), lang)


def _choose_file(output: Path | None, lang: str) -> Path | None:
    """Return the table to write, in a folder under its usual name; None for the terminal."""
    file = choose_file(output)
    if file is None or (not file.suffix and not file.is_file()) or is_folder(file):
        return file and file / FILE
    if file.suffix.lower() != Path(FILE).suffix:
        raise click.UsageError(wording("status", lang)("no_such_form", path=file))
    return file


def _day(chosen: dt.datetime | None) -> dt.date:
    """The only place that looks at the clock."""
    return (chosen or dt.datetime.now().astimezone()).date()


def _letters(course: Course, quiz: str | None) -> list[Letter]:
    """Return the letters that can be handed in; a letter without a control sheet leaves no trace."""
    asking = course.with_control()
    return [lesson.letter for lesson in ([find_quiz(asking, quiz)] if quiz else asking.values())]


def _grade(
    inbox: Iterable[Path], course: Course, wanted: Collection[str], lang: str
) -> tuple[list[Attempt], list[Problem]]:
    loaded = [load_answer_file(path, course) for path in _find_files(inbox)]
    handed_in = [found for found in loaded if isinstance(found, HandedIn) and found.lesson.letter.id in wanted]
    graded = show_progress(_graded(handed_in), wording("cli", lang)("grading"))
    return [*graded], [found for found in loaded if isinstance(found, Problem)]


def _find_files(inbox: Iterable[Path]) -> list[Path]:
    """Return the answer files, each once; raise ContentError for what is not there."""
    files: dict[Path, None] = {}
    missing = []
    for given in inbox:
        try:
            given.stat()
            files.update(dict.fromkeys(find_answer_files(given)))
        except OSError as error:
            missing.append(Problem.at(Where(shown_path(given)), "G001", reason=error.strerror or error))
    if missing:
        raise ContentError(missing)
    return [*files]


def _graded(handed_in: Iterable[HandedIn]) -> Iterator[Attempt]:
    compiled: dict[str, CompiledQuiz] = {}
    for found in handed_in:
        letter = found.lesson.letter.id
        if letter not in compiled:
            compiled[letter] = compile_quiz(found.lesson)
        yield grade_attempt(found, compiled[letter])


def _read_decisions(asked: Path | None, output: Path | None) -> tuple[Decisions, list[Problem]]:
    """Return what trainers decided in the folder that is asked for, else in the one that is written to."""
    if asked:
        folder = asked.parent if asked.name == LOG else asked
        try:
            (folder / LOG).stat()
        except OSError as error:
            where = Where(shown_path(folder / LOG))
            raise ContentError([Problem.at(where, "G001", reason=error.strerror or error)]) from None
        return read_decisions(folder)
    return read_decisions(output) if output and is_folder(output) else (Decisions(), [])


def _write(everyone: Sequence[Progress], file: Path | None, lang: str) -> None:
    t = wording("status", lang)
    if file is None:
        console_on(open_stdout()).print(*report_status(everyone, t), sep="\n")
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    with write_atomically(file) as stream:
        stream.writelines(write_status(everyone, t))
    say(t("written", path=file))


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


def _tell_problems(set_aside: Sequence[Problem], told: Sequence[Problem], lang: str) -> int:
    print_problems((*set_aside, *told), lang)
    if set_aside:
        say(wording("cli", lang)("set_aside", count=len(set_aside)))
        return 2
    return 1 if told else 0
