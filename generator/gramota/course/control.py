"""The control questions, answered in people's own words; all but the prompt is for trainers only."""

from collections.abc import Iterator

from pydantic import Field

from gramota.course.finding import Finding
from gramota.course.model import (
    MAX_POINTS,
    CheckedEntry,
    Entry,
    Id,
    MarkdownText,
    OneOrManyIds,
    Text,
    find_repeated,
    find_shared,
)


class Recognised(CheckedEntry):
    """Something that an answer may say; `accept` and `reject` are phrases of the phrase language."""

    id: Id
    title: Text
    accept: tuple[Text, ...] = Field(min_length=1)
    reject: tuple[Text, ...] = ()

    def find_problems(self) -> Iterator[Finding]:
        """Yield phrases that stand twice in one list or in both."""
        yield from find_repeated(self.accept, "G056", "accept")
        yield from find_repeated(self.reject, "G056", "reject")
        yield from find_shared(self.accept, self.reject, "G057", "reject")


class Criterion(Recognised):
    """One thing that an answer should state."""

    points: float = Field(default=1, gt=0, le=MAX_POINTS)
    requires: tuple[Id, ...] = ()
    excludes: tuple[Id, ...] = ()


class Misconception(Recognised):
    """A wrong idea that an answer may assert, and the points that it costs."""

    costs: float = Field(default=1, ge=0, le=MAX_POINTS)


class Example(Entry):
    """A test of the rubric: an answer with the criteria it meets and the misconceptions it holds."""

    answer: Text
    met: tuple[Id, ...] = ()
    held: tuple[Id, ...] = ()


class ControlQuestion(Entry):
    """An open question with its rubric; `section` says where the letter answers it."""

    id: Id
    prompt: MarkdownText
    section: OneOrManyIds = Field(min_length=1)
    required: bool = True
    min_points: float = Field(default=0, ge=0, le=MAX_POINTS)
    max_points: float | None = Field(default=None, gt=0)
    refuse: tuple[str, ...] = ()
    criteria: tuple[Criterion, ...] = Field(min_length=1)
    misconceptions: tuple[Misconception, ...] = ()
    examples: tuple[Example, ...] = ()
