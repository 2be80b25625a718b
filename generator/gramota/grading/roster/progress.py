"""How far each person is with each letter that concerns them, on a given day."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from gramota.course import Letter
from gramota.grading.grade import Attempt
from gramota.grading.inbox.answers import Answers
from gramota.grading.roster.audience import concerned
from gramota.grading.roster.roster import Person, Roster

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
    """Yield everyone's progress with each letter that concerns them, in the order of the letters and the roster."""
    for letter in letters:
        for person in concerned(letter, roster):
            yield _progress(person, letter, attempts.get((person.id, letter.id), ()), on)


def handed_in_on(attempt: Attempt) -> dt.date:
    """Return the day (UTC) on which the attempt was finished."""
    return _finished(attempt).date()


def _progress(person: Person, letter: Letter, attempts: Sequence[Attempt], on: dt.date) -> Progress:
    ordered = sorted(attempts, key=_finished)
    present = [each for each in ordered if _revision(each) >= letter.revision]
    counting = next((found[-1] for found in (present, ordered) if found), None)
    due = _last_day(letter, counting)
    state = _state(letter, counting, due, on)
    return Progress(person, letter, state, _last_reading(ordered), counting, len(ordered), due)


def _last_day(letter: Letter, attempt: Attempt | None) -> dt.date | None:
    """The last day on which a pass on the present revision counts; None where there is none, or it counts for good."""
    if attempt is None or letter.valid_for is None:
        return None
    is_pass = attempt.outcome == "passed" and _revision(attempt) >= letter.revision
    return letter.valid_for.after(_finished(attempt)).date() if is_pass else None


def _state(letter: Letter, counting: Attempt | None, due: dt.date | None, on: dt.date) -> State:
    if counting is None:
        return "not_begun"
    if _revision(counting) < letter.revision:
        return "older_revision"
    return "due_again" if due is not None and due < on else counting.outcome


def _last_reading(ordered: Sequence[Attempt]) -> Reading | None:
    """Return the latest revision that was confirmed; of several confirmations of it the last."""
    read = [found for attempt in ordered if (found := _reading(attempt.handed_in.answers))]
    return max(read, key=lambda each: (each.revision, each.day), default=None)


def _reading(answers: Answers) -> Reading | None:
    """Sheets that do not say when were finished after it."""
    if answers.acknowledged_revision is None:
        return None
    return Reading(answers.acknowledged_revision, _utc(answers.acknowledged_at or answers.finished).date())


def _revision(attempt: Attempt) -> int:
    return attempt.handed_in.answers.letter.revision


def _finished(attempt: Attempt) -> dt.datetime:
    return attempt.handed_in.answers.finished_at


def _utc(moment: str) -> dt.datetime:
    return dt.datetime.fromisoformat(moment).astimezone(dt.UTC)
