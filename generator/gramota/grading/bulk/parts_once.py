"""A part that several names lead to is graded once; what was named again, or lies among the parts, is told."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from gramota.errors import Problem, Where


class Placed(Protocol):
    """A part of the answers, wherever it lies."""

    @property
    def shown(self) -> str:
        """How messages call it."""

    @property
    def place(self) -> str:
        """Where it is, the same by whichever name it was found."""


P = TypeVar("P", bound=Placed)


@dataclass(frozen=True)
class Named(Generic[P]):
    """What one path or address names: its parts, and how messages call what lies there for people to read."""

    shown: str
    parts: Sequence[P]
    about: Sequence[str] = ()


def take_once(named: Iterable[Named[P]]) -> tuple[list[P], list[Problem]]:
    """Return each part where it was named first, and what was left out; what names nothing new is told as a whole."""
    taken: dict[str, P] = {}
    again: list[str] = []
    about: list[str] = []
    for each in named:
        places = [(part.place, part) for part in each.parts]
        seen = [part.shown for place, part in places if place in taken]
        is_new = not seen or len(seen) < len(places)
        again += seen if is_new else [each.shown]
        about += each.about if is_new else ()
        for place, part in places:
            taken.setdefault(place, part)
    return [*taken.values()], [*_told(again, "G349.twice"), *_told(about, "G349")]


def _told(shown: Iterable[str], code: str) -> Iterator[Problem]:
    """Yield each once: folders that lie in one another name the same."""
    yield from (Problem.at(Where(each, 0), code) for each in dict.fromkeys(shown))
