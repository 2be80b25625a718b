"""`gramota grade`: answers in; a report, a gradebook, JSON lines, or a folder with all of them out."""

import errno
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

import click

from gramota.cli.asked_question import find_quiz
from gramota.cli.commands.grade_table import grade_table, page_for
from gramota.cli.destination import (
    choose_file,
    choose_folder,
    choose_form,
    is_folder,
    refuse_harmful,
    refuse_other_form,
)
from gramota.cli.folders import folder_options
from gramota.cli.kinds_of_answers import are_tables
from gramota.cli.messages import print_problems
from gramota.cli.output import Output
from gramota.cli.spoken import SpokenCommand, language_option
from gramota.course import Course, load_course
from gramota.errors import ContentError
from gramota.grading.bulk.chunk_grader import Work
from gramota.grading.bulk.forms import TableForm
from gramota.grading.bulk.grade_files import Job
from gramota.grading.bulk.own_files import aside_path, unfinished_path
from gramota.grading.bulk.parts_folder import find_sources
from gramota.grading.bulk.rubrics import rubrics_of
from gramota.grading.compiled_quiz import CompiledQuiz, compile_quiz
from gramota.grading.gradebook.columns import Column, UnknownColumnError, choose_columns
from gramota.grading.inbox.table_kinds import PARQUET, table_kind
from gramota.grading.standing import Rule
from gramota.grading.tables.parquet_rows import find_lacking
from gramota.grading.worker_processes import count_cores
from gramota.wording import Wording, wording

Engine = Literal["processes", "dask"]


@click.command("grade", cls=SpokenCommand)
@click.argument("answers", nargs=-1, required=True)
@click.option("--quiz")
@click.option("--format", "form", type=click.Choice(["text", "jsonl", "csv", "parquet"]))
@click.option("-o", "--output", metavar="PATH")
@click.option("--columns")
@click.option("--counts", "rule", type=click.Choice(["latest", "first", "best"]))
@click.option("--processes", type=click.IntRange(min=1))
@click.option("--resume", is_flag=True)
@click.option("--engine", type=click.Choice(["processes", "dask"]), default="processes")
@click.option("--scheduler")
@folder_options
@language_option
@click.pass_obj
def grade(  # noqa: PLR0913, PLR0917 - click passes one argument for each option
    lang: str,
    answers: tuple[str, ...],
    quiz: str | None,
    form: TableForm | None,
    output: str | None,
    columns: str | None,
    rule: Rule | None,
    processes: int | None,
    resume: bool,  # noqa: FBT001 - click's
    engine: Engine,
    scheduler: str | None,
    docs: Path,
    quizzes: Path,
) -> int:
    """Return 0 where everything was graded, 1 with a warning, 2 where something had to be set aside."""
    t = wording("cli", lang)
    if engine == "dask":
        _refuse_on_cluster({"--processes": processes, "--columns": columns, "--counts": rule}, t)
        return _grade_on_cluster(answers, output, _Cluster(scheduler, quiz, form, resume), (docs, quizzes), lang)
    if scheduler:
        raise click.UsageError(t("of_cluster", option="--scheduler"))
    paths = tuple(map(Path, answers))
    file = choose_file(Path(output) if output else None)
    if file:
        refuse_harmful(file, paths, docs, quizzes, t)
    form = choose_form(form, file, t)
    is_table = are_tables(paths)
    asked = _AskedOfTable(form, file, processes, resume)
    if is_table and file:
        _refuse_no_file_of_table(file, form, t)
        _refuse_harmful_beside(file, paths, (docs, quizzes), t)
    if is_table and not quiz:
        raise click.UsageError(t("bulk_needs_quiz"))
    _refuse_of_other_kind(asked, t, is_table=is_table)
    folder = None if is_table or form else choose_folder(file, t)
    chosen = _choose_columns(columns, lang)
    if (columns and not folder and (form != "csv" or is_table)) or (rule and is_table):
        raise click.UsageError(t("of_gradebook", option="--columns" if columns else "--counts"))
    course = load_course(docs, quizzes)
    compiled = _compile(course, quiz) if quiz else None
    if is_table and compiled:
        print_problems(compiled.advice, lang)
        return _grade_table(paths, compiled, asked, lang)

    # What sheets, workbooks and decisions need takes longer to load than a few answers to grade.
    from gramota.cli.commands.grade_sheets import Wanted, write_in_one_form, write_results  # noqa: PLC0415
    from gramota.cli.handed_in import load_sheets  # noqa: PLC0415

    inbox = load_sheets(paths, course, lang)
    wanted = Wanted(compiled, rule or "latest", chosen, lang)
    if folder:
        return write_results(inbox, wanted, folder)
    return write_in_one_form(inbox, wanted, Output(form or "text", file, lang))


@dataclass(frozen=True)
class _AskedOfTable:
    """What a table's results are to be, as far as it was said."""

    form: TableForm | None
    file: Path | None
    processes: int | None
    resume: bool


def _refuse_no_file_of_table(file: Path, form: TableForm | None, t: Wording) -> None:
    """Raise click.UsageError where the results' name says another form than tables have; OSError for a folder."""
    if is_folder(file):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(file))
    if not form:
        refuse_other_form(file, t)


def _refuse_harmful_beside(file: Path, answers: Sequence[Path], folders: tuple[Path, Path], t: Wording) -> None:
    """Raise click.UsageError where what lies beside the results, or will until all is graded, would do harm."""
    for beside in (aside_path(file), unfinished_path(file)):
        refuse_harmful(beside, answers, *folders, t)


def _refuse_of_other_kind(asked: _AskedOfTable, t: Wording, *, is_table: bool) -> None:
    """Raise click.UsageError for what only tables, or only results in a file, can have."""
    option = "--resume" if asked.resume else "--processes" if asked.processes else ""
    if option and not is_table:
        raise click.UsageError(t("of_bulk", option=option))
    if asked.form == "parquet" and not is_table:
        raise click.UsageError(t("of_bulk", option="--format parquet"))
    if (asked.resume or asked.form == "parquet") and not asked.file:
        raise click.UsageError(t("needs_file", option="--resume" if asked.resume else "--format parquet"))


def _grade_table(answers: Sequence[Path], compiled: CompiledQuiz, asked: _AskedOfTable, lang: str) -> int:
    sources, left_out = find_sources(answers)
    print_problems(left_out, lang)
    is_parquet = asked.form == "parquet" or any(table_kind(source.path.name) == PARQUET for source in sources)
    if is_parquet and (lacking := find_lacking(sources[0].shown)):
        raise ContentError([lacking])
    form = asked.form or "text"
    page = page_for(compiled.quiz, asked.file) if form == "text" else None
    work = Work(rubrics_of(compiled), form, lang, page)
    return grade_table(Job(sources, work, asked.processes or count_cores(), asked.resume), asked.file, lang)


@dataclass(frozen=True)
class _Cluster:
    """Where the cluster is, and what is wanted of it."""

    scheduler: str | None
    quiz: str | None
    form: TableForm | None
    resume: bool


def _refuse_on_cluster(given: Mapping[str, object], t: Wording) -> None:
    """Raise click.UsageError for options that say how one machine works, or are not about tables."""
    for option, value in given.items():
        if value:
            raise click.UsageError(t("not_on_cluster", option=option))


def _grade_on_cluster(
    answers: Sequence[str], output: str | None, asked: _Cluster, folders: tuple[Path, Path], lang: str
) -> int:
    t = wording("cli", lang)
    lacking = [option for option, value in (("--scheduler", asked.scheduler), ("--quiz", asked.quiz)) if not value]
    if lacking or not asked.scheduler or not asked.quiz:
        raise click.UsageError(t("cluster_needs", option=lacking[0]))
    if asked.form not in {None, "parquet"}:
        raise click.UsageError(t("cluster_form"))
    if any(find_spec(name) is None for name in ("distributed", "fsspec", "pyarrow")):
        raise click.UsageError(t("no_dask"))
    from gramota.cli.commands.grade_cluster import choose_parts, find_output, grade_on_cluster  # noqa: PLC0415 - Dask is large

    parts = choose_parts(answers, find_output(output, lang), folders, lang, resume=asked.resume)
    compiled = _compile(load_course(*folders), asked.quiz)
    print_problems(compiled.advice, lang)
    return grade_on_cluster(asked.scheduler, parts, Work(rubrics_of(compiled), "parquet", lang), resume=asked.resume)


def _choose_columns(asked: str | None, lang: str) -> tuple[Column, ...]:
    if asked is None:
        return ()
    try:
        return choose_columns(asked, wording("grading", lang))
    except UnknownColumnError as error:
        said = wording("cli", lang)("unknown_column", name=error.name, known=", ".join(error.known))
        similar = wording("problems", lang)("did_you_mean", suggestion=error.similar) if error.similar else ""
        raise click.UsageError(" ".join(filter(None, (said, similar)))) from None


def _compile(course: Course, quiz_id: str) -> CompiledQuiz:
    return compile_quiz(find_quiz(course.with_control(), quiz_id))
