"""Where each person stands with each letter that concerns them, on a given day."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from gramota.course import Letter
from gramota.grading.audience import concerned
from gramota.grading.grade import Attempt
from gramota.grading.roster import Person, Roster

State = Literal["not_begun", "due_again", "older_revision", "not_passed", "review", "passed"]
STATES: tuple[State, ...] = get_args(State)
"""What presses most stands first."""


@dataclass(frozen=True)
class Reading:
    """Which revision a person has confirmed as read, and the day (UTC)."""

    revision: int
    day: dt.date


@dataclass(frozen=True)
class Progress:
    """One person and one letter; `attempt` is the one that counts, `due` the last day that a pass counts."""

    person: Person
    letter: Letter
    state: State
    read: Reading | None
    attempt: Attempt | None
    attempts: int
    due: dt.date | None


PersonAttempts = Mapping[tuple[str, str], Sequence[Attempt]]
"""The attempts by the person's number on the roster and the letter's id."""


def find_progress(
    letters: Iterable[Letter], roster: Roster, attempts: PersonAttempts, on: dt.date
) -> Iterator[Progress]:
    """Yield a progress for each letter and everyone whom it concerns, in the order of the letters and the roster."""
    for letter in letters:
        for person in concerned(letter, roster):
            yield _stand(person, letter, attempts.get((person.id, letter.id), ()), on)


def handed_in_on(attempt: Attempt) -> dt.date:
    """Return the day (UTC) on which the attempt was finished."""
    return _finished(attempt).date()


def _stand(person: Person, letter: Letter, attempts: Sequence[Attempt], on: dt.date) -> Progress:
    ordered = sorted(attempts, key=_finished)
    counting = _counting(letter, ordered, on)
    due = _last_day(letter, counting) if counting and counting.outcome == "passed" else None
    return Progress(
        person, letter, _state(letter, counting, due, on), _last_reading(ordered), counting, len(ordered), due
    )


def _counting(letter: Letter, ordered: Sequence[Attempt], on: dt.date) -> Attempt | None:
    """Return the last pass that still counts, else the last attempt on the letter as it is, else the last of all."""
    present = [each for each in ordered if _revision(each) >= letter.revision]
    passes = [each for each in present if each.outcome == "passed" and not _is_over(_last_day(letter, each), on)]
    return next((found[-1] for found in (passes, present, ordered) if found), None)


def _state(letter: Letter, counting: Attempt | None, due: dt.date | None, on: dt.date) -> State:
    if counting is None:
        return "not_begun"
    if _revision(counting) < letter.revision:
        return "older_revision"
    return "due_again" if _is_over(due, on) else counting.outcome


def _is_over(last_day: dt.date | None, on: dt.date) -> bool:
    return last_day is not None and last_day < on


def _last_reading(ordered: Sequence[Attempt]) -> Reading | None:
    """Return the latest revision that was confirmed; of several confirmations of it the last."""
    read = [
        Reading(answers.acknowledged, handed_in_on(each))
        for each in ordered
        for answers in [each.handed_in.answers]
        if answers.acknowledged is not None
    ]
    return max(read, key=lambda each: (each.revision, each.day), default=None)


def _revision(attempt: Attempt) -> int:
    return attempt.handed_in.answers.letter.revision


def _finished(attempt: Attempt) -> dt.datetime:
    return dt.datetime.fromisoformat(attempt.handed_in.answers.finished).astimezone(dt.UTC)


def _last_day(letter: Letter, attempt: Attempt) -> dt.date | None:  # noqa: ARG001
    return None
