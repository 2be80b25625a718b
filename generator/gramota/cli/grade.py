"""`gramota grade`: answers in, a report, a gradebook or JSON lines out."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from gramota.cli.asked_question import find_quiz
from gramota.cli.destination import choose_file, is_folder, refuse_harmful
from gramota.cli.folders import folder_options
from gramota.cli.messages import print_problems, say
from gramota.cli.output import Form, Output, watch
from gramota.cli.spoken import SpokenCommand, language_option
from gramota.course import Course, load_course
from gramota.course.folder import shown_path
from gramota.errors import ContentError, Problem, Where
from gramota.grading.answer_files import (
    SHEET_SUFFIXES,
    HandedIn,
    find_answer_files,
    find_files_ending,
    load_answer_file,
)
from gramota.grading.bulk import BULK_SUFFIXES, BulkRow, read_bulk
from gramota.grading.compiled_quiz import CompiledQuiz, compile_quiz
from gramota.grading.grade import Attempt, Grade, grade_answer, grade_attempt
from gramota.grading.repeats import AnswerKey, find_repeated_row, mark_repeats
from gramota.grading.report_text import summarise_rows
from gramota.wording import wording


@click.command("grade", cls=SpokenCommand)
@click.argument("answers", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--quiz")
@click.option("--format", "form", type=click.Choice(["text", "jsonl", "csv"]), default="text")
@click.option("-o", "--output", type=click.Path(path_type=Path))
@folder_options
@language_option
@click.pass_obj
def grade(  # noqa: PLR0913, PLR0917 - click passes one argument for each option
    lang: str, answers: tuple[Path, ...], quiz: str | None, form: Form, output: Path | None, docs: Path, quizzes: Path
) -> int:
    """Return 0 where everything was graded, 1 with a warning, 2 where something had to be set aside."""
    t = wording("cli", lang)
    file = choose_file(output)
    if file:
        refuse_harmful(file, answers, docs, quizzes, t)
    paths = _find_inputs(answers)
    is_bulk = paths[0].suffix.lower() in BULK_SUFFIXES
    if is_bulk and not quiz:
        raise click.UsageError(t("bulk_needs_quiz"))
    course = load_course(docs, quizzes)
    compiled = _compile(course, quiz) if quiz else None
    out = Output(form, file, lang)
    if is_bulk and compiled:
        return _grade_bulk(paths, compiled, out)
    passed_over = [*_find_passed_over(answers)]
    print_problems(passed_over, lang)
    return _grade_files(paths, course, compiled, out) or (1 if passed_over else 0)


def _find_inputs(answers: Iterable[Path]) -> list[Path]:
    """Return the files to grade, each once and all of one kind; raise ContentError for what is no answers."""
    found = [_find_input(given) for given in answers]
    problems = [unusable for unusable in found if isinstance(unusable, Problem)]
    if problems:
        problems += _find_passed_over(answers)
    # A folder may be named together with a file in it, which is no second attempt.
    paths = list(dict.fromkeys(path for files in found if not isinstance(files, Problem) for path in files))
    if len({path.suffix.lower() in BULK_SUFFIXES for path in paths}) > 1:
        problems.append(Problem.at(Where(shown_path(paths[0])), "G311"))
    if problems:
        raise ContentError(problems)
    return paths


def _find_input(given: Path) -> list[Path] | Problem:
    where = Where(shown_path(given))
    try:
        given.stat()
        found = [*find_answer_files(given)]
    except OSError as error:
        return Problem.at(where, "G001", reason=error.strerror or error)
    if not found:
        return Problem.at(where, "G309")
    if not given.is_dir() and given.suffix.lower() not in {*SHEET_SUFFIXES, *BULK_SUFFIXES}:
        return Problem.at(where, "G310")
    return found


def _find_passed_over(answers: Iterable[Path]) -> Iterator[Problem]:
    """Yield the files in the folders that could be tables of answers, and that no folder's grading reads."""
    for given in answers:
        if is_folder(given):
            for found in find_files_ending(given, BULK_SUFFIXES):
                yield Problem.at(Where(shown_path(found)), "G313")


def _compile(course: Course, quiz_id: str) -> CompiledQuiz:
    return compile_quiz(find_quiz(course.with_control(), quiz_id))


def _grade_bulk(paths: Iterable[Path], compiled: CompiledQuiz, out: Output) -> int:
    problems: list[Problem] = []
    warnings: list[Problem] = []
    counts = out.write_rows(compiled, watch(_graded_rows(paths, compiled, problems, warnings), out))
    t = wording("cli", out.lang)
    if not counts.total() and out.form != "text":
        say(summarise_rows(counts, wording("grading", out.lang)))
    print_problems(warnings, out.lang)
    if warnings:
        say(t("warned_rows", count=len(warnings)))
    return _tell_set_aside(problems, out.lang) or (1 if warnings else 0)


def _graded_rows(
    paths: Iterable[Path], compiled: CompiledQuiz, problems: list[Problem], warnings: list[Problem]
) -> Iterator[tuple[BulkRow, Grade]]:
    seen: set[AnswerKey] = set()
    for path in paths:
        for row in read_bulk(path, tuple(compiled.rubrics)):
            if isinstance(row, Problem):
                problems.append(row)
            else:
                warnings.extend(find_repeated_row(row, seen))
                yield row, grade_answer(compiled, row.question, row.answer)


def _grade_files(paths: Iterable[Path], course: Course, only: CompiledQuiz | None, out: Output) -> int:
    loaded = [load_answer_file(path, course) for path in paths]
    problems = [found for found in loaded if isinstance(found, Problem)]
    handed_in = [found for found in loaded if isinstance(found, HandedIn)]
    asked = (found for found in handed_in if not only or found.lesson.letter.id == only.letter.id)
    wanted = [*mark_repeats(asked)]
    if wanted:
        out.write_attempts([*watch(_graded_attempts(wanted), out)])
    warned = [found for found in wanted if found.warnings]
    t = wording("cli", out.lang)
    if len(wanted) < len(handed_in):
        say(t("left_out", count=len(handed_in) - len(wanted)))
    if out.form != "text":
        print_problems((warning for found in warned for warning in found.warnings), out.lang)
    if warned:
        say(t("warned", count=len(warned)))
    return _tell_set_aside(problems, out.lang) or (1 if warned else 0)


def _graded_attempts(handed_in: Iterable[HandedIn]) -> Iterator[Attempt]:
    compiled: dict[str, CompiledQuiz] = {}
    for found in handed_in:
        letter = found.lesson.letter.id
        if letter not in compiled:
            compiled[letter] = compile_quiz(found.lesson)
        yield grade_attempt(found, compiled[letter])


def _tell_set_aside(problems: list[Problem], lang: str) -> int:
    if not problems:
        return 0
    print_problems(problems, lang)
    say(wording("cli", lang)("set_aside", count=len(problems)))
    return 2
