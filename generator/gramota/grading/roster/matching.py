"""Who on the roster has handed in what: by number, else by a name that only one person has."""

from collections.abc import Iterable

from gramota.course.model.plain_name import plain_name
from gramota.grading.inbox.answers import Learner
from gramota.grading.roster.roster import Person


class RosterIndex:
    """Finds people by what they write about themselves; whoever is not certain is nobody."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._by_id: dict[str, Person] = {}
        self._by_number: dict[str, list[Person]] = {}
        self._by_name: dict[str, list[Person]] = {}
        for person in people:
            self._by_id[plain_name(person.id)] = person
            self._by_number.setdefault(_without_zeros(person.id), []).append(person)
            self._by_name.setdefault(plain_name(person.name), []).append(person)

    def find(self, learner: Learner) -> Person | None:
        """Return the person; a number decides where there is one, though spreadsheets drop the zeros before it."""
        if learner.id is None:
            return _only(self.called(learner.name or ""))
        return self._by_id.get(plain_name(learner.id)) or _only(self._by_number.get(_without_zeros(learner.id), []))

    def called(self, name: str) -> list[Person]:
        """Return everyone of this name."""
        return self._by_name.get(plain_name(name), []) if name else []


def _only(people: list[Person]) -> Person | None:
    return people[0] if len(people) == 1 else None


def _without_zeros(number: str) -> str:
    return plain_name(number).lstrip("0")
