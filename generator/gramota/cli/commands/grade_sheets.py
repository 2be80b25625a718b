"""Sheets that were handed in: graded together, written in one form or into a folder of results."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from gramota.cli.handed_in import graded
from gramota.cli.messages import print_problems, say, tell_set_aside
from gramota.cli.output import Output, show_progress, watch
from gramota.cli.today import today
from gramota.decisions import Decisions, read_decisions
from gramota.grading.compiled_quiz import CompiledQuiz
from gramota.grading.decided_by_trainer import apply_decisions
from gramota.grading.grade import Attempt
from gramota.grading.gradebook.columns import Column
from gramota.grading.inbox.answer_files import HandedIn
from gramota.grading.inbox.found_files import shown_name
from gramota.grading.inbox.inbox import Inbox
from gramota.grading.report.feedback_folder import FEEDBACK
from gramota.grading.report.results_folder import WrittenResults, write_results_folder
from gramota.grading.report_text import summarise_attempts
from gramota.grading.roster.future_sheets import find_future_sheets
from gramota.grading.standing import Rule, mark_standing
from gramota.wording import Wording, wording

Write = Callable[[Sequence[Attempt]], None]


@dataclass(frozen=True)
class Wanted:
    """What is wanted of the sheets: those to one quiz or to all, which attempt counts, which columns; the language."""

    only: CompiledQuiz | None
    rule: Rule
    columns: tuple[Column, ...]
    lang: str


def write_in_one_form(inbox: Inbox, wanted: Wanted, out: Output) -> int:
    """Grade the inbox, write the attempts where and as `out` says, and return the exit code."""
    sheets = _asked_for(inbox, wanted)
    attempts = mark_standing([*watch(graded(sheets, wanted.lang), out)], wanted.rule)
    if attempts:
        out.write_attempts(attempts, wanted.columns)
    if out.form != "text":
        _tell_warnings(attempts, wanted.lang)
    return _tell_end(inbox, attempts, wanted.lang)


def write_results(inbox: Inbox, wanted: Wanted, folder: Path) -> int:
    """Grade the inbox with what trainers have decided, write all results into the folder, and return the exit code."""
    decisions, torn = read_decisions(folder)
    print_problems(torn, wanted.lang)
    label = wording("cli", wanted.lang)("grading")
    proposed = show_progress(graded(_asked_for(inbox, wanted), wanted.lang), label)
    attempts = mark_standing([apply_decisions(attempt, decisions) for attempt in proposed], wanted.rule)
    written = None
    if attempts:
        t = wording("grading", wanted.lang)
        written = write_results_folder(folder, attempts, inbox.set_aside, wanted.columns, t)
    _tell_warnings(attempts, wanted.lang)
    if written:
        say(summarise_attempts(attempts, wording("grading", wanted.lang)))
        _tell_written(written, folder, wording("cli", wanted.lang))
    if not wanted.only:
        _tell_stray(attempts, decisions, wording("cli", wanted.lang))
    return _tell_end(inbox, attempts, wanted.lang)


def _tell_written(written: WrittenResults, folder: Path, t: Wording) -> None:
    say(t("results_written", path=shown_name(folder), files=", ".join(written.files)))
    if written.sheets:
        say(t("feedback_written", path=shown_name(folder / FEEDBACK), count=written.sheets))
    if written.waiting:
        say(t("feedback_waiting", count=written.waiting))


def _tell_stray(attempts: Sequence[Attempt], decisions: Decisions, t: Wording) -> None:
    """Say how many answers were decided on whose sheets are not here: moved away, altered, or of another folder."""
    known = {attempt.id for attempt in attempts}
    if count := sum(attempt not in known for attempt, _ in decisions.decided):
        say(t("stray_decisions", count=count))


def _asked_for(inbox: Inbox, wanted: Wanted) -> list[HandedIn]:
    """Return the sheets to the quiz that is asked for, and say how many there are to others."""
    letter = wanted.only.letter.id if wanted.only else ""
    sheets = [found for found in inbox.handed_in if not letter or found.lesson.letter.id == letter]
    if len(sheets) < len(inbox.handed_in):
        say(wording("cli", wanted.lang)("left_out", count=len(inbox.handed_in) - len(sheets)))
    return sheets


def _tell_warnings(attempts: Sequence[Attempt], lang: str) -> None:
    print_problems((warning for attempt in attempts for warning in attempt.handed_in.warnings), lang)


def _tell_end(inbox: Inbox, attempts: Sequence[Attempt], lang: str) -> int:
    future = [*find_future_sheets(attempts, today())]
    print_problems(future, lang)
    with_warnings = (attempt.handed_in.file for attempt in attempts if attempt.handed_in.warnings)
    warned = len({*with_warnings, *(each.where.path for each in future)})
    if warned:
        say(wording("cli", lang)("warned", count=warned))
    return tell_set_aside(inbox.set_aside, lang) or (1 if warned or inbox.passed_over else 0)
