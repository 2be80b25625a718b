"""Decisions as a trainer makes them, and a clock that stands until it is moved."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from gramota.decisions import DecisionsLog
from gramota.decisions.line import Act, Commented, Finished, Marked, Subject

ANNA = "sha256:" + "a" * 64
BORIS = "sha256:" + "b" * 64
NOON = dt.datetime(2026, 11, 25, 12, 0, tzinfo=dt.UTC)


def clock() -> dt.datetime:
    return NOON


def about(attempt: str = ANNA, question: str = "term", rubric: str = "1" * 16) -> Subject:
    learner = "4711" if attempt == ANNA else "4712"
    return Subject(attempt=attempt, learner=learner, letter="returns", question=question, rubric=rubric)


def mark(met: bool, name: str = "days", attempt: str = ANNA) -> Marked:
    return Marked(subject=about(attempt), kind="criteria", id=name, met=met)


def comment(text: str, attempt: str = ANNA) -> Commented:
    return Commented(subject=about(attempt), text=text)


def finish(attempt: str = ANNA, **criteria: bool) -> Finished:
    return Finished(subject=about(attempt), criteria=criteria, misconceptions={})


def write_log(folder: Path, *acts: Act, now: Callable[[], dt.datetime] = clock, who: str = "Ирина") -> Path:
    with DecisionsLog.open(folder, now) as log:
        for act in acts:
            log.record(who, act)
        return log.path
