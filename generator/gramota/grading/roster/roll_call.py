"""Attempts put to the people of the roster; whoever is not on it is told."""

from collections.abc import Iterable
from dataclasses import dataclass

from gramota.errors import Problem, Where
from gramota.grading.copies import without_copies
from gramota.grading.files.plain_text import clean_line
from gramota.grading.grade import Attempt
from gramota.grading.inbox.answers import Learner
from gramota.grading.roster.matching import RosterIndex
from gramota.grading.roster.progress import PersonAttempts
from gramota.grading.roster.roster import Roster


@dataclass(frozen=True)
class RollCall:
    """The attempts of the roster's people, and a problem for each file of somebody else."""

    attempts: PersonAttempts
    strangers: tuple[Problem, ...]


def call_roll(attempts: Iterable[Attempt], roster: Roster) -> RollCall:
    """Find who made each attempt; the same sheet handed in twice, as a file and as a text for one, counts once."""
    index = RosterIndex(roster.people)
    made: dict[tuple[str, str], list[Attempt]] = {}
    strangers: list[Problem] = []
    for attempt in attempts:
        answers = attempt.handed_in.answers
        person = index.find(answers.learner)
        if person:
            made.setdefault((person.id, answers.letter.id), []).append(attempt)
        else:
            strangers.append(_stranger(answers.learner, index, Where(attempt.handed_in.file)))
    return RollCall({key: without_copies(found) for key, found in made.items()}, tuple(strangers))


def _stranger(learner: Learner, index: RosterIndex, where: Where) -> Problem:
    namesakes = index.called(learner.name or "")
    values = {
        "id": clean_line(learner.id or ""),
        "name": clean_line(learner.name or ""),
        "ids": ", ".join(clean_line(each.id) for each in namesakes),
    }
    if learner.id is None:
        return Problem.at(where, "G398" if namesakes else "G397.name", **values)
    code = "G397.namesake" if namesakes else "G397" if values["name"] else "G397.id"
    return Problem.at(where, code, **values)
