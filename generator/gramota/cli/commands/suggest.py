"""`gramota suggest`: words that a rubric lacks, for its author to choose from; no file is changed."""

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

import click

from gramota.cli.asked_question import Form, load_question
from gramota.cli.folders import folder_options
from gramota.cli.messages import say, tell_rows_aside
from gramota.cli.output import console_on, open_stdout, show_progress
from gramota.cli.spoken import SpokenCommand, language_option
from gramota.course import ControlQuestion
from gramota.errors import Problem
from gramota.grading.compiled_quiz import CompiledQuiz, compile_phrases
from gramota.grading.inbox.table_kinds import refuse_no_tables
from gramota.grading.suggesting.labelled_answers import LabelledAnswer, label_answer
from gramota.grading.suggesting.suggest import LIMITS, MOST_ANSWERS, Learnt, learn_from_answers
from gramota.grading.suggesting.suggestion_json import write_suggestions
from gramota.grading.suggesting.suggestion_text import report_learnt, report_near
from gramota.grading.tables.rows import read_bulk
from gramota.rubric.vectors.near_words import NearWords, find_near_words
from gramota.rubric.vectors.word_vectors import NoVectorsError, Vectors, vectors_of
from gramota.wording import wording


@click.command("suggest", cls=SpokenCommand)
@click.argument("answers", nargs=-1, type=click.Path(path_type=Path))
@click.option("--question", "question_id", required=True)
@click.option("--quiz")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@folder_options
@language_option
@click.pass_obj
def suggest(  # noqa: PLR0913, PLR0917 - click passes one argument for each option
    lang: str, answers: tuple[Path, ...], question_id: str, quiz: str | None, form: Form, docs: Path, quizzes: Path
) -> int:
    """Return 0 where all was looked at, 2 where rows were set aside or the word vectors are not installed."""
    refuse_no_tables(answers)
    asked = load_question((docs, quizzes), question_id, quiz, compile_phrases)
    try:
        vectors = _load_vectors(asked.compiled.letter.lang, lang, has_answers=bool(answers))
    except NoVectorsError:
        say(wording("suggest", lang)("no_extra"))
        return 2
    problems: list[Problem] = []
    rows = _read_answers(answers, asked.compiled, question_id, problems)
    watch = partial(show_progress, label=wording("suggest", lang)("working"))
    near = find_near_words(asked.rubric, vectors) if vectors else ()
    learnt = learn_from_answers(asked.rubric, rows, vectors, watch=watch) if rows else None
    _write(asked.question, near, learnt, form, lang)
    if answers:
        _tell_limits(learnt, question_id, lang)
    return tell_rows_aside(problems, lang)


def _load_vectors(letter_lang: str, lang: str, *, has_answers: bool) -> Vectors | None:
    """Return the language's vectors; where there are none, say so, or raise UsageError where nothing else is left."""
    vectors = vectors_of(letter_lang)
    t = wording("suggest", lang)
    if vectors is None and not has_answers:
        raise click.UsageError(t("needs_answers", lang=letter_lang))
    if vectors is None:
        say(t("no_vectors", lang=letter_lang))
    return vectors


def _read_answers(
    paths: Iterable[Path], compiled: CompiledQuiz, question_id: str, problems: list[Problem]
) -> list[LabelledAnswer]:
    """Return the answers to the question, up to one more than are looked at; collect what cannot be read."""
    answers: list[LabelledAnswer] = []
    for row in (row for path in paths for row in read_bulk(path, tuple(compiled.rubrics))):
        if isinstance(row, Problem):
            problems.append(row)
        elif row.question == question_id and len(answers) <= MOST_ANSWERS:
            answer = label_answer(row, compiled.rubrics[question_id])
            if isinstance(answer, LabelledAnswer):
                answers.append(answer)
            else:
                problems.extend(answer)
    return answers


def _write(question: ControlQuestion, near: Sequence[NearWords], learnt: Learnt | None, form: Form, lang: str) -> None:
    stream = open_stdout()
    if form == "json":
        stream.write(write_suggestions(question.id, near, learnt))
        return
    t = wording("suggest", lang)
    console = console_on(stream)
    if near or not learnt:
        console.print(*report_near(question, near, t), sep="\n")
    if learnt:
        console.print(*report_learnt(question, learnt, t), sep="\n")


def _tell_limits(learnt: Learnt | None, question_id: str, lang: str) -> None:
    t = wording("suggest", lang)
    if learnt is None:
        say(t("no_answers", question=question_id))
    for limit in learnt.limits if learnt else ():
        say(t(f"limit.{limit}", count=LIMITS[limit]))
