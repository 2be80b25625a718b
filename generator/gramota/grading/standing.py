"""Which of a learner's attempts at a letter counts; the others are kept, marked, and told."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from gramota.course.model.plain_name import plain_name
from gramota.errors import Problem, Where
from gramota.grading.copies import knowledge, originals_of
from gramota.grading.files.plain_text import clean_line
from gramota.grading.grade import Attempt, Standing
from gramota.grading.inbox.answers import Learner

Rule = Literal["latest", "first", "best"]

_Rank = tuple[float, ...]


def mark_standing(attempts: Sequence[Attempt], rule: Rule = "latest") -> list[Attempt]:
    """Return the attempts in their order, each with its standing; one that does not count has a warning that says why.

    Of the same sheet handed in twice, the one that knows more (a file knows of the self-check, a text does not) is the
    first. Of equal ones the last in order counts.
    """
    by_learner: dict[tuple[str, ...], list[Attempt]] = {}
    for attempt in attempts:
        answers = attempt.handed_in.answers
        by_learner.setdefault((answers.letter.id, *_who(answers.learner)), []).append(attempt)
    marked = {id(one): mark for same in by_learner.values() for one, mark in _mark_learner(same, rule)}
    return [marked[id(attempt)] for attempt in attempts]


def _mark_learner(attempts: Sequence[Attempt], rule: Rule) -> Iterable[tuple[Attempt, Attempt]]:
    pairs = [*zip(attempts, originals_of(attempts), strict=True)]
    known = sorted((attempt for attempt, original in pairs if attempt is original), key=lambda each: -knowledge(each))
    counting = max(reversed(known), key=_RANKS[rule])
    for attempt, original in pairs:
        if attempt is counting:
            yield attempt, attempt
        elif attempt is original:
            yield attempt, _set_back(attempt, "superseded", _code(attempt, counting), counting)
        else:
            yield attempt, _set_back(attempt, "copy", "G356", original)


def _code(attempt: Attempt, counting: Attempt) -> str:
    """Tell two names under one number: a slip in a number would let one person's sheet hide another's."""
    names = {plain_name(each.handed_in.answers.learner.name or "") for each in (attempt, counting)}
    return "G357.name" if len(names) > 1 and "" not in names else "G357"


def _set_back(attempt: Attempt, standing: Standing, code: str, other: Attempt) -> Attempt:
    found = attempt.handed_in
    name = clean_line(other.handed_in.answers.learner.shown)
    warning = Problem.at(Where(found.file), code, file=other.handed_in.file, name=name)
    return replace(attempt, handed_in=replace(found, warnings=(*found.warnings, warning)), standing=standing)


def _latest(attempt: Attempt) -> _Rank:
    answers = attempt.handed_in.answers
    return (answers.finished_at.timestamp(), answers.attempt)


def _first(attempt: Attempt) -> _Rank:
    return tuple(-part for part in _latest(attempt))


def _best(attempt: Attempt) -> _Rank:
    return (-1.0 if attempt.share is None else attempt.share, *_latest(attempt))


_RANKS: Mapping[Rule, Callable[[Attempt], _Rank]] = {"latest": _latest, "first": _first, "best": _best}


def _who(learner: Learner) -> tuple[str, str]:
    """Return the number, else the name, as one person may write it on different days."""
    return ("id" if learner.id else "name", plain_name(learner.id or learner.name or ""))
