"""The bulk form of `gramota grade`: a table of answers to one quiz, graded row by row."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from gramota.cli.messages import print_problems, say, tell_set_aside
from gramota.cli.output import Output, watch
from gramota.errors import Problem
from gramota.grading.bulk import BulkRow, read_bulk
from gramota.grading.compiled_quiz import CompiledQuiz
from gramota.grading.grade import Grade, grade_answer
from gramota.grading.repeats import AnswerKey, find_repeated_row
from gramota.grading.report_text import summarise_rows
from gramota.wording import wording


def grade_table(paths: Iterable[Path], compiled: CompiledQuiz, out: Output) -> int:
    """Grade every row, tell of those that could not be or that are doubtful, and return the exit code."""
    problems: list[Problem] = []
    warnings: list[Problem] = []
    counts = out.write_rows(compiled, watch(_graded_rows(paths, compiled, problems, warnings), out))
    t = wording("cli", out.lang)
    if not counts.total() and out.form != "text":
        say(summarise_rows(counts, wording("grading", out.lang)))
    print_problems(warnings, out.lang)
    if warnings:
        say(t("warned_rows", count=len(warnings)))
    return tell_set_aside(problems, out.lang) or (1 if warnings else 0)


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
