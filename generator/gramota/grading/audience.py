"""Whom a letter concerns: the departments that its audience names, or everyone where it names none."""

from gramota.course import Letter
from gramota.course.model import fold
from gramota.grading.roster import Person, Roster

_EVERYONE = {
    *("все", "всем", "все сотрудники", "всем сотрудникам", "все работники", "весь персонал", "вся компания"),
    *("all", "all staff", "all employees", "everyone", "everybody", "the whole company", "whole company"),
}


def concerned(letter: Letter, roster: Roster) -> list[Person]:
    """Return the people in the roster's order; case, spaces and the dots over ё do not matter."""
    audience = {_plain(name) for name in letter.audience}
    named = audience & {_plain(name) for name in roster.departments}
    if not named or audience & _EVERYONE:
        return [*roster.people]
    return [person for person in roster.people if named & {_plain(each) for each in person.departments}]


def unknown_audience(letter: Letter, roster: Roster) -> list[str]:
    """Return what the letter's audience names and no department is called; nothing where no departments are known."""
    known = {_plain(name) for name in roster.departments}
    return [name for name in letter.audience if known and _plain(name) not in known | _EVERYONE]


def _plain(name: str) -> str:
    return fold(name).replace("ё", "е")
