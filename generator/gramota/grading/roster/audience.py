"""Whom a letter concerns: the departments that its audience names, or everyone where it names none."""

from gramota.course import Letter
from gramota.course.model.plain_name import plain_name
from gramota.grading.roster.roster import Person, Roster

_EVERYONE = {
    *("все", "всем", "все сотрудники", "всем сотрудникам", "все работники", "весь персонал", "вся компания"),
    *("all", "all staff", "all employees", "everyone", "everybody", "the whole company", "whole company"),
}


def concerned(letter: Letter, roster: Roster) -> list[Person]:
    """Return the people in the roster's order; case, spaces and the dots over ё do not matter."""
    audience = {plain_name(name) for name in letter.audience}
    named = audience & {plain_name(name) for name in roster.departments}
    if not named or audience & _EVERYONE:
        return [*roster.people]
    return [person for person in roster.people if named & {plain_name(each) for each in person.departments}]


def unknown_audience(letter: Letter, roster: Roster) -> list[str]:
    """Return what the letter's audience names and no department is called; nothing where no departments are known."""
    known = {plain_name(name) for name in roster.departments}
    return [name for name in letter.audience if known and plain_name(name) not in known | _EVERYONE]
