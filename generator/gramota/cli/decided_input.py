"""Where decided answers come from: tables of labelled answers, or a desk's folder with the sheets."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from gramota.cli.asked_question import find_lesson, find_quiz
from gramota.cli.inbox_arguments import find_missing, load_given
from gramota.course import Course, Lesson
from gramota.course.folder import shown_path
from gramota.decisions import LOG
from gramota.decisions.log import load_chain, tell_torn
from gramota.errors import ContentError, Problem, refuse
from gramota.grading.bulk.rows import read_bulk
from gramota.grading.calibration.decided_answers import AnswerCollector, DecidedAnswer, add_row, add_sheets
from gramota.grading.compiled_quiz import CompiledQuiz
from gramota.grading.table_kinds import table_kind, tell_no_table
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
    """Read tables of labelled answers; raise ContentError for files that are none."""
    refuse(tell_no_table(shown_path(file), "G335") for file in files if not table_kind(file.name))
    collector = AnswerCollector()
    problems: list[Problem] = []
    for file in files:
        for row in read_bulk(file, tuple(compiled.rubrics)):
            if isinstance(row, Problem):
                problems.append(row)
            else:
                add_row(collector, row, file)
    return Decided(collector.answers(), problems)


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
