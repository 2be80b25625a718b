"""The control questions, answered in people's own words; all but the prompt is for trainers only."""

from collections.abc import Iterator

from pydantic import Field

from gramota.course.finding import Finding
from gramota.course.model.base import (
    MAX_POINTS,
    CheckedEntry,
    Entry,
    Id,
    MarkdownText,
    OneOrManyIds,
    Text,
    find_repeated,
)
from gramota.course.model.recognised import Recognised
from gramota.notice_kinds import NoticeKind, Refusable

MAX_WORDS = 5000
# Points may be fractions such as 0.1, whose sums are not exact.
ROUNDING = 1e-9


class Criterion(Recognised):
    """One thing that an answer should state; not counted without those it requires, nor with those it excludes."""

    points: float = Field(default=1, gt=0, le=MAX_POINTS)
    requires: tuple[Id, ...] = ()
    excludes: tuple[Id, ...] = ()

    def find_problems(self) -> Iterator[Finding]:
        """Yield phrases and names that stand twice in one list."""
        yield from super().find_problems()
        yield from find_repeated(self.requires, "G054", "requires")
        yield from find_repeated(self.excludes, "G054", "excludes")


class Misconception(Recognised):
    """A wrong idea that an answer may assert, and the points that it costs."""

    costs: float = Field(default=1, ge=0, le=MAX_POINTS)


class Example(Entry):
    """A test of the rubric: an answer with the criteria it meets and the misconceptions it holds.

    `notices` are compared only where the author has written them.
    """

    answer: Text
    met: tuple[Id, ...] = ()
    held: tuple[Id, ...] = ()
    notices: tuple[NoticeKind, ...] = ()

    @property
    def states_notices(self) -> bool:
        """Whether the author says what the answer looks like as a whole, if only that it is nothing in particular."""
        return "notices" in self.model_fields_set


class AdvisedLength(CheckedEntry):
    """How many words an answer had best have: advice on the page, and never a reason to take points away."""

    least: int | None = Field(default=None, ge=1, le=MAX_WORDS, alias="min")
    most: int | None = Field(default=None, ge=1, le=MAX_WORDS, alias="max")

    def find_problems(self) -> Iterator[Finding]:
        """Yield advice that says nothing, and advice that nobody can follow."""
        if self.least is None and self.most is None:
            yield Finding("G097")
        elif self.least is not None and self.most is not None and self.least > self.most:
            yield Finding("G098", ("min",), {"least": str(self.least), "most": str(self.most)})


class ControlQuestion(CheckedEntry):
    """An open question with its rubric; `section` says where the letter answers it."""

    id: Id
    prompt: MarkdownText
    section: OneOrManyIds = Field(min_length=1)
    required: bool = True
    words: AdvisedLength | None = None
    min_points: float = Field(default=0, ge=0, le=MAX_POINTS)
    max_points: float | None = Field(default=None, gt=0, le=MAX_POINTS)
    refuse: tuple[Refusable, ...] = ()
    criteria: tuple[Criterion, ...] = Field(min_length=1)
    misconceptions: tuple[Misconception, ...] = ()
    examples: tuple[Example, ...] = ()

    def find_problems(self) -> Iterator[Finding]:
        """Yield bounds of the points that contradict the criteria or each other."""
        given = sum(criterion.points for criterion in self.criteria)
        most = given if self.max_points is None else self.max_points
        if most > given + ROUNDING:
            yield Finding("G078", ("max_points",), {"most": f"{most:g}", "given": f"{given:g}"})
        if self.min_points > most:
            yield Finding("G079", ("min_points",), {"least": f"{self.min_points:g}", "most": f"{most:g}"})
        yield from find_repeated(self.refuse, "G054", "refuse")

    def refusing(self, kinds: tuple[Refusable, ...]) -> "ControlQuestion":
        """Return the question with the quiz's setting, unless it has one of its own."""
        is_set = "refuse" in self.model_fields_set or not kinds
        return self if is_set else self.model_copy(update={"refuse": kinds})
