"""The control questions, answered in people's own words; all but the prompt is for trainers only."""

from pydantic import Field

from gramota.course.model import MAX_POINTS, Entry, Id, MarkdownText, OneOrManyIds, Text
from gramota.course.recognised import Recognised


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
