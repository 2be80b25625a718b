"""The bulk form of `gramota grade` as a report to read, one answer after another."""

from collections.abc import Iterable, Iterator

from gramota.cli.messages import print_problems, say, tell_set_aside
from gramota.cli.output import Output, watch
from gramota.errors import Problem
from gramota.grading.bulk.chunks import Source
from gramota.grading.bulk.repeats import Seen, find_repeated_row
from gramota.grading.bulk.rows import BulkRow, read_bulk
from gramota.grading.compiled_quiz import CompiledQuiz
from gramota.grading.grade import Grade, grade_answer
from gramota.wording import wording


def report_table(sources: Iterable[Source], compiled: CompiledQuiz, out: Output) -> int:
    """Report every row, tell of those that could not be graded or that are doubtful, and return the exit code."""
    problems: list[Problem] = []
    warnings: list[Problem] = []
    out.report_rows(compiled, watch(_graded_rows(sources, compiled, problems, warnings), out))
    print_problems(warnings, out.lang)
    if warnings:
        say(wording("cli", out.lang)("warned_rows", count=len(warnings)))
    return tell_set_aside(problems, out.lang) or (1 if warnings else 0)


def _graded_rows(
    sources: Iterable[Source], compiled: CompiledQuiz, problems: list[Problem], warnings: list[Problem]
) -> Iterator[tuple[BulkRow, Grade]]:
    seen: Seen = {}
    for source in sources:
        for row in read_bulk(source.path, tuple(compiled.rubrics)):
            if isinstance(row, Problem):
                problems.append(row)
            else:
                warnings.extend(find_repeated_row(row, seen))
                yield row, grade_answer(compiled, row.question, row.answer)
