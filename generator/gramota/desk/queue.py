"""Which answers are asked for, and which of them comes next; their order is fixed, so that nothing jumps about."""

from dataclasses import dataclass
from typing import Literal, get_args

from gramota.desk.case import Case
from gramota.desk.desk import Desk

Show = Literal["waiting", "doubtful", "changed", "finished", "all"]
SHOWS: tuple[Show, ...] = get_args(Show)


@dataclass(frozen=True)
class Wanted:
    """What a trainer wants to see; an empty letter or question is any."""

    show: Show = "waiting"
    letter: str = ""
    question: str = ""

    def has(self, case: Case, desk: Desk) -> bool:
        """Whether the answer is one of those wanted."""
        if self.letter not in {"", case.subject.letter} or self.question not in {"", case.subject.question}:
            return False
        match self.show:
            case "waiting":
                return not desk.is_finished(case)
            case "doubtful":
                return case.is_doubtful and not desk.is_finished(case)
            case "changed":
                return desk.has_changed(case)
            case "finished":
                return desk.is_finished(case)
            case "all":
                return True


def find_next(desk: Desk, wanted: Wanted, after: int) -> Case | None:
    """Return the first wanted answer behind this place; -1 is before all."""
    return next((case for case in desk.cases[after + 1 :] if wanted.has(case, desk)), None)


def find_previous(desk: Desk, wanted: Wanted, before: int) -> Case | None:
    """Return the last wanted answer before this place."""
    return next((case for case in reversed(desk.cases[:before]) if wanted.has(case, desk)), None)


def window_around(desk: Desk, wanted: Wanted, place: int, size: int) -> tuple[list[Case], int, int]:
    """Return so many wanted answers around a place, how many there are before them, and how many in all.

    The answer at the place is among them though it may not be wanted any more.
    """
    found = [number for number, case in enumerate(desk.cases) if number == place or wanted.has(case, desk)]
    at = next((index for index, number in enumerate(found) if number >= place), 0)
    first = max(0, min(at - size // 2, len(found) - size))
    return [desk.cases[number] for number in found[first : first + size]], first, len(found)
