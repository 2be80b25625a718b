"""Which answers are asked for, and which of them comes next."""

from bisect import bisect_left, bisect_right
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


class Queue:
    """The wanted answers; their order is fixed, so that nothing jumps about while answers are decided."""

    def __init__(self, desk: Desk, wanted: Wanted) -> None:
        self.wanted = wanted
        self._desk = desk
        self._places = [place for place, case in enumerate(desk.cases) if wanted.has(case, desk)]
        self._seen = len(desk.touched)

    def next_after(self, place: int) -> Case | None:
        """Return the first wanted answer behind this place; -1 is before all."""
        places = self._today()
        at = bisect_right(places, place)
        return self._desk.cases[places[at]] if at < len(places) else None

    def previous_before(self, place: int) -> Case | None:
        """Return the last wanted answer before this place."""
        places = self._today()
        at = bisect_left(places, place)
        return self._desk.cases[places[at - 1]] if at else None

    def window(self, place: int, size: int) -> "Window":
        """Return so many wanted answers around a place; what lies there is among them, though no longer wanted."""
        places = self._today()
        at = bisect_left(places, place)
        if place >= 0 and places[at : at + 1] != [place]:
            places = [*places[:at], place, *places[at:]]
        first = max(0, min(at - size // 2, len(places) - size))
        shown = places[first : first + size]
        return Window([self._desk.cases[each] for each in shown], first, len(places) - first - len(shown))

    def _today(self) -> list[int]:
        """Look again at the answers that were touched since."""
        for place in self._desk.touched[self._seen :]:
            at = bisect_left(self._places, place)
            was = self._places[at : at + 1] == [place]
            if was != self.wanted.has(self._desk.cases[place], self._desk):
                self._places[at : at + was] = [] if was else [place]
        self._seen = len(self._desk.touched)
        return self._places


@dataclass(frozen=True)
class Window:
    """A stretch of the queue, and how many answers there are before and behind it."""

    cases: list[Case]
    before: int
    behind: int
