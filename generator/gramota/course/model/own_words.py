"""A question to answer in one's own words, which the reader's own browser judges by its key points."""

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from gramota.course.finding import Finding
from gramota.course.model.base import Entry, Id, Markdown, MarkdownText, OptionalMarkdown, Text
from gramota.course.model.item import Item
from gramota.course.model.recognised import Recognised


class KeyPoint(Recognised):
    """One thing that a right answer says, where the letter says it, and the feedback for who left it out."""

    title: MarkdownText
    section: Id | None = None
    why: OptionalMarkdown = Markdown("")


class WrongIdea(Recognised):
    """A wrong idea that an answer may assert, and its feedback."""

    title: MarkdownText
    why: MarkdownText


class OwnWordsExample(Entry):
    """A test of the rubric: an answer with the key points it has and the wrong ideas it holds."""

    answer: Text
    met: tuple[Id, ...] = ()
    held: tuple[Id, ...] = ()


class OwnWords(Item):
    """A question to answer in one's own words; `answer` is a model, `examples` are for tests and never published."""

    type: Literal["text"]
    points: tuple[KeyPoint, ...] = Field(min_length=1)
    enough: int | None = Field(default=None, alias="pass", ge=1)
    wrong: tuple[WrongIdea, ...] = ()
    answer: OptionalMarkdown = Markdown("")
    examples: tuple[OwnWordsExample, ...] = Field(default=(), exclude=True)

    @property
    def needed(self) -> int:
        """How many key points make an answer right."""
        return self.enough or len(self.points)

    def find_problems(self) -> Iterator[Finding]:
        """Yield more key points to be met than there are."""
        yield from super().find_problems()
        if self.needed > len(self.points):
            yield Finding("G044", ("pass",), {"needed": str(self.needed), "points": str(len(self.points))})
