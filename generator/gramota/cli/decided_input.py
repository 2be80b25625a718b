"""Where decided answers come from: tables of labelled answers, or a desk's folder with the sheets."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import click

from gramota.cli.asked_question import find_lesson, find_quiz
from gramota.cli.inbox_arguments import find_missing, load_given
from gramota.cli.messages import print_problems, tell_rows_aside
from gramota.course import Course, Lesson
from gramota.course.files.folder import shown_path
from gramota.decisions import LOG
from gramota.decisions.log import load_chain, tell_torn
from gramota.errors import ContentError, Problem, Where
from gramota.grading.calibration.decided_answers import AnswerCollector, DecidedAnswer, add_sheets
from gramota.grading.calibration.labelled_tables import LabelledTables, name_trainers
from gramota.grading.compiled_quiz import CompiledQuiz
from gramota.grading.inbox.table_kinds import refuse_no_tables
from gramota.wording import wording


@dataclass(frozen=True)
class Decided:
    """The decided answers, what was set aside, and what else is to be told."""

    answers: Sequence[DecidedAnswer]
    set_aside: Sequence[Problem]
    told: Sequence[Problem] = ()


def check_decided_use(paths: Sequence[Path], labelled: Sequence[Path], lang: str) -> None:
    """Raise click.UsageError where decisions are named in neither way, or in both."""
    if not paths and not labelled:
        raise click.UsageError(wording("calibrate", lang)("needs_answers"))
    if paths and labelled:
        raise click.UsageError(wording("calibrate", lang)("not_both"))


def choose_decided_lesson(course: Course, quiz: str | None, question: str | None, lang: str) -> Lesson:
    """Return the lesson that is asked for, or the only one that has control questions."""
    asking = course.with_control()
    if question:
        return find_lesson(asking, question, quiz)
    if quiz:
        return find_quiz(asking, quiz)
    if len(asking) != 1:
        raise click.UsageError(wording("calibrate", lang)("several_quizzes", known=", ".join(asking) or "—"))
    return next(iter(asking.values()))


def read_decided(paths: Sequence[Path], labelled: Sequence[Path], course: Course, compiled: CompiledQuiz) -> Decided:
    """Read tables where they are given, and a desk's folder otherwise."""
    return read_labelled(labelled, compiled) if labelled else read_desk(paths, course, compiled)


def read_labelled(files: Sequence[Path], compiled: CompiledQuiz) -> Decided:
    """Read tables of labelled answers, and set aside the rows whose marks cannot be used.

    Raises ContentError for files that are no tables.
    """
    refuse_no_tables(files)
    tables = LabelledTables(compiled.rubrics)
    for file, trainer in zip(files, name_trainers(files), strict=True):
        tables.read(file, trainer)
    answers = tables.answers()
    unmarked = [Problem.at(Where(shown_path(file), 0), "G402") for file in tables.unmarked if answers]
    return Decided(answers, tables.set_aside, [*unmarked, *tables.told])


def read_desk(paths: Sequence[Path], course: Course, compiled: CompiledQuiz) -> Decided:
    """Read a folder of decisions and the sheets to this quiz, which lie in the same folder where no other is named.

    Raises ContentError where something is not there.
    """
    folder, *inbox = paths
    if missing := find_missing(folder / LOG):
        raise ContentError([missing])
    sheets = load_given(inbox or [folder], course)
    handed_in = [found for found in sheets.handed_in if found.lesson.letter.id == compiled.letter.id]
    collector = AnswerCollector()
    chain = load_chain(folder / LOG)
    add_sheets(collector, (found.answers for found in handed_in), chain.lines)
    # In a folder of results lie other files besides, and nobody takes them for sheets.
    passed_over = sheets.passed_over if inbox else ()
    return Decided(collector.answers(), sheets.set_aside, (*tell_torn(chain, folder), *passed_over))


def refuse_undecided(decided: Decided, first: Path, lang: str) -> NoReturn:
    """Tell what was found instead, and raise ContentError: none of the questions has a decided answer."""
    print_problems(decided.told, lang)
    tell_rows_aside(decided.set_aside, lang)
    raise ContentError([Problem.at(Where(str(first), 0), "G402")])


def tell_decided(decided: Decided, lang: str) -> int:
    """Tell what was found besides the answers; return 2 where something was set aside, 1 where something is told."""
    print_problems(decided.told, lang)
    return tell_rows_aside(decided.set_aside, lang) or (1 if decided.told else 0)
