"""The roster: who is to know the letters, from a table that a personnel program or a spreadsheet has written."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from gramota.course.files.folder import shown_path
from gramota.course.model.plain_name import plain_name
from gramota.errors import ContentError, Problem, Where
from gramota.grading.roster.table import Row, parse_roster_rows, read_roster_text


@dataclass(frozen=True)
class Person:
    """One employee; who works in two departments stands in the roster twice and here once."""

    id: str
    name: str
    departments: tuple[str, ...] = ()
    email: str = ""


@dataclass(frozen=True)
class Roster:
    """The people in the roster's order, what was set aside, and whether the file had to be read as Windows-1251."""

    people: tuple[Person, ...]
    problems: tuple[Problem, ...] = ()
    is_old_encoding: bool = False

    @property
    def departments(self) -> tuple[str, ...]:
        """Every department that somebody works in, in the order of the people."""
        return tuple(dict.fromkeys(name for person in self.people for name in person.departments))


def load_roster(path: Path) -> Roster:
    """Read the table; raise ContentError where it is none, or has no people."""
    where = Where(shown_path(path))
    text, is_old_encoding = read_roster_text(path, where)
    people, problems = _gather(parse_roster_rows(text, where))
    if not people:
        raise ContentError(problems or [Problem.at(where, "G395")])
    return Roster(people, tuple(problems), is_old_encoding)


def _gather(rows: Iterable[tuple[Where, Row] | Problem]) -> tuple[tuple[Person, ...], list[Problem]]:
    people: dict[str, Person] = {}
    problems: list[Problem] = []
    for found in rows:
        if isinstance(found, Problem):
            problems.append(found)
            continue
        where, row = found
        key = plain_name(row.get("id", ""))
        if not key:
            problems.append(Problem.at(where, "G393"))
        elif key not in people:
            departments = tuple(filter(None, [row.get("department", "")]))
            people[key] = Person(row["id"], row.get("name", ""), departments, row.get("email", ""))
        elif department := _further_department(people[key], row):
            people[key] = replace(people[key], departments=(*people[key].departments, department))
        else:
            problems.append(Problem.at(where, "G394", id=row["id"], name=people[key].name))
    return tuple(people.values()), problems


def _further_department(known: Person, row: Row) -> str:
    """Return the department in which the same person works too; empty where the row is no such thing."""
    department = row.get("department", "")
    is_same = plain_name(known.name) == plain_name(row.get("name", ""))
    return department if is_same and plain_name(department) not in map(plain_name, known.departments) else ""
