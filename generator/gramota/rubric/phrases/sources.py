"""What a question must have to be compiled: its rubric, as the author wrote it; and a plain form for those we make."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol


class CriterionSource(Protocol):
    """What earns points."""

    @property
    def id(self) -> str:
        """Its name, which no other criterion and no misconception of the question has."""

    @property
    def points(self) -> float:
        """What it earns."""

    @property
    def accept(self) -> Sequence[str]:
        """Phrases that state it."""

    @property
    def reject(self) -> Sequence[str]:
        """Phrases that hide what they cover from `accept`."""

    @property
    def requires(self) -> Sequence[str]:
        """Criteria without which it does not count."""

    @property
    def excludes(self) -> Sequence[str]:
        """Criteria and misconceptions with which it does not count."""


class MisconceptionSource(Protocol):
    """What costs points."""

    @property
    def id(self) -> str:
        """Its name, which no other misconception and no criterion of the question has."""

    @property
    def costs(self) -> float:
        """What it costs."""

    @property
    def accept(self) -> Sequence[str]:
        """Phrases that assert it."""

    @property
    def reject(self) -> Sequence[str]:
        """Phrases that hide what they cover from `accept`."""


class QuestionSource(Protocol):
    """A question with its rubric."""

    @property
    def id(self) -> str:
        """Its name."""

    @property
    def criteria(self) -> Sequence[CriterionSource]:
        """What earns points."""

    @property
    def misconceptions(self) -> Sequence[MisconceptionSource]:
        """What costs points."""

    @property
    def min_points(self) -> float:
        """The least that an answer gets."""

    @property
    def max_points(self) -> float | None:
        """The most that an answer gets; None for all that the criteria give."""

    @property
    def refuse(self) -> Sequence[str]:
        """Notices with which an answer meets nothing."""


@dataclass(frozen=True)
class PlainCriterion:
    """A criterion that stands in no quiz."""

    id: str
    accept: Sequence[str]
    reject: Sequence[str] = ()
    points: float = 1
    requires: Sequence[str] = ()
    excludes: Sequence[str] = ()


@dataclass(frozen=True)
class PlainMisconception:
    """A misconception that stands in no quiz."""

    id: str
    accept: Sequence[str]
    reject: Sequence[str] = ()
    costs: float = 1


@dataclass(frozen=True)
class PlainQuestion:
    """A question that stands in no quiz."""

    criteria: Sequence[CriterionSource]
    misconceptions: Sequence[MisconceptionSource] = ()
    id: str = field(kw_only=True)
    min_points: float = 0
    max_points: float | None = None
    refuse: Sequence[str] = ()
