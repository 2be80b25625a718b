"""The control questions, answered in people's own words; all but the prompt is for trainers only."""

from collections.abc import Iterator

from pydantic import Field

from gramota.course.model import Entry, Finding, Id, MarkdownText, OneOrManyIds, Text, find_repeated


class Criterion(Entry):
    """One thing that an answer should state; `accept` and `reject` are phrases of the phrase language."""

    id: Id
    title: Text
    points: float = Field(default=1, gt=0)
    accept: tuple[Text, ...] = Field(min_length=1)
    reject: tuple[Text, ...] = ()

    def find_problems(self) -> Iterator[Finding]:
        """Yield phrases that stand twice."""
        yield from find_repeated(self.accept, "G056", "accept")
        yield from find_repeated(self.reject, "G056", "reject")


class Misconception(Entry):
    """A wrong idea that an answer may assert, and the points that it costs."""

    id: Id
    title: Text
    costs: float = Field(default=1, ge=0)
    accept: tuple[Text, ...] = Field(min_length=1)
    reject: tuple[Text, ...] = ()

    def find_problems(self) -> Iterator[Finding]:
        """Yield phrases that stand twice."""
        yield from find_repeated(self.accept, "G056", "accept")
        yield from find_repeated(self.reject, "G056", "reject")


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
    criteria: tuple[Criterion, ...] = Field(min_length=1)
    misconceptions: tuple[Misconception, ...] = ()
    examples: tuple[Example, ...] = ()
