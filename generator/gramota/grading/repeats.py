"""What was handed in more than once: everything is graded, and the later one is marked."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from gramota.errors import Problem, Where
from gramota.grading.answer_files import HandedIn
from gramota.grading.answers import Answers, Learner
from gramota.grading.bulk import BulkRow

AnswerKey = tuple[str, str]


def mark_repeats(handed_in: Iterable[HandedIn]) -> Iterator[HandedIn]:
    """Yield the files in their order; one that repeats an earlier one, or its learner's letter, has a warning more."""
    by_content: dict[Answers, str] = {}
    by_learner: dict[tuple[str, ...], str] = {}
    for found in handed_in:
        same = by_content.setdefault(found.answers, found.file)
        other = by_learner.setdefault((found.answers.letter.id, *_who(found.answers.learner)), found.file)
        if same != found.file:
            yield _mark(found, Problem.at(Where(found.file), "G356", file=same))
        elif other != found.file:
            yield _mark(found, Problem.at(Where(found.file), "G357", file=other))
        else:
            yield found


def find_repeated_row(row: BulkRow, seen: set[AnswerKey]) -> Iterator[Problem]:
    """Yield the warning about a row whose id and question are among those seen, and add them to these."""
    key = (str(row.id), row.question)
    if key in seen:
        yield Problem.at(row.where, "G332", id=row.id, question=row.question)
    seen.add(key)


def _who(learner: Learner) -> tuple[str, str]:
    """Return the number, else the name, as one person may write it on different days."""
    return ("id" if learner.id else "name", " ".join((learner.id or learner.name or "").split()).casefold())


def _mark(found: HandedIn, warning: Problem) -> HandedIn:
    return replace(found, warnings=(*found.warnings, warning))
