"""Everyone's progress as a trainer reads them in the terminal: letter by letter, and first who must do something.

Everything is plain `Text`, so nothing that a person typed is taken for markup, and all of it is cleaned first.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from babel.dates import format_date
from babel.numbers import format_percent
from rich.console import RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from gramota.grading.decision_facts import trainers_of
from gramota.grading.files.plain_text import clean_line
from gramota.grading.roster.progress import STATES, Progress, State, handed_in_on
from gramota.grading.roster.roster import Person
from gramota.wording import Wording

_COLOURS: dict[State, str] = {
    "not_begun": "red",
    "due_again": "red",
    "older_revision": "yellow",
    "not_passed": "red",
    "review": "yellow",
    "passed": "green",
}
_INDENT = (0, 0, 0, 3)
_DEEPER = (0, 0, 0, 6)


def report_status(everyone: Sequence[Progress], t: Wording) -> Iterator[RenderableType]:
    """Yield each letter with its counts and its people, those who have something to do first."""
    for _, of_letter in groupby(everyone, key=lambda each: each.letter.id):
        yield from _report_letter([*of_letter], t)


def _report_letter(everyone: Sequence[Progress], t: Wording) -> Iterator[RenderableType]:
    letter = everyone[0].letter
    yield Rule(Text(t("letter", title=clean_line(letter.title), revision=letter.revision), "bold"), align="left")
    yield Text(f"{t('people', count=len(everyone))}: {count_states(everyone, t)}")
    for state in STATES:
        if people := [each for each in everyone if each.state == state]:
            yield Text()
            yield Text(t(f"heading.{state}"), _COLOURS[state])
            for progress in people:
                yield from _report_person(progress, t)
    yield Text()


def count_states(everyone: Sequence[Progress], t: Wording) -> str:
    """Return how many there are in each state that occurs."""
    counts = Counter(each.state for each in everyone)
    return ", ".join(t("counted", state=t(f"state.{state}"), number=counts[state]) for state in STATES if counts[state])


def _report_person(progress: Progress, t: Wording) -> Iterator[RenderableType]:
    yield Padding(_who(progress.person), _INDENT, expand=False)
    if facts := " · ".join(_facts(progress, t)):
        yield Padding(Text(facts, "dim"), _DEEPER, expand=False)


def _who(person: Person) -> Text:
    name, number = clean_line(person.name), clean_line(person.id)
    departments = ", ".join(map(clean_line, person.departments))
    return Text(f"{name} ({number})" if name else number).append(f", {departments}" if departments else "", "dim")


def _facts(progress: Progress, t: Wording) -> Iterator[str]:
    attempt, read = progress.attempt, progress.read
    if attempt is None:
        return
    yield t("read", revision=read.revision, date=_day(read.day, t)) if read else t("not_read")
    share = "—" if attempt.share is None else format_percent(attempt.share, locale=t.locale)
    yield t("handed_in", date=_day(handed_in_on(attempt), t), share=share)
    if trainers := trainers_of(attempt):
        yield t("decided_by", trainers=clean_line(trainers))
    if progress.due:
        yield t("until" if progress.state == "passed" else "was_until", date=_day(progress.due, t))
    if progress.attempts > 1:
        yield t("attempts", count=progress.attempts)


def _day(day: dt.date, t: Wording) -> str:
    return format_date(day, t("date_pattern"), locale=t.locale)
