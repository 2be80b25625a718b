"""Whom a letter concerns: the departments that its audience names, or everyone where it names none."""

from gramota.course import Letter
from gramota.course.model import fold
from gramota.grading.roster import Person, Roster


def concerned(letter: Letter, roster: Roster) -> list[Person]:
    """Return the people in the roster's order; case, spaces and the dots over ё do not matter."""
    named = {_plain(name) for name in letter.audience} & {_plain(name) for name in roster.departments}
    return [person for person in roster.people if not named or named & {_plain(each) for each in person.departments}]


def unknown_audience(letter: Letter, roster: Roster) -> list[str]:
    """Return what the letter's audience names and no department is called; nothing where no departments are known."""
    known = {_plain(name) for name in roster.departments}
    return [name for name in letter.audience if known and _plain(name) not in known]


def _plain(name: str) -> str:
    return fold(name).replace("ё", "е")
