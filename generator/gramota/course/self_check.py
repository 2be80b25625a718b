"""The questions that employees check themselves with; their keys are public by nature."""

import re
from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from gramota.course.finding import Finding
from gramota.course.model import (
    CheckedEntry,
    Entry,
    Id,
    Markdown,
    MarkdownText,
    OptionalMarkdown,
    Text,
    find_repeated,
    find_shared,
)
from gramota.course.recognised import Recognised

GAP = re.compile("_{3,}")


class Item(CheckedEntry):
    """What every self-check question has; `section` is where the letter answers it."""

    id: Id
    section: Id
    prompt: MarkdownText
    hint: OptionalMarkdown = Markdown("")
    why: OptionalMarkdown = Markdown("")


class Option(Entry):
    """One answer to choose; `why` is the feedback for who chose it."""

    text: MarkdownText
    correct: bool = False
    why: OptionalMarkdown = Markdown("")


class _Choice(Item):
    options: tuple[Option, ...] = Field(min_length=2)

    def find_problems(self) -> Iterator[Finding]:
        """Yield options that say the same, and a question without a correct option."""
        yield from find_repeated((option.text for option in self.options), "G051", "options", key="text")
        if not any(option.correct for option in self.options):
            yield Finding("G050", ("options",))


class Single(_Choice):
    """One option is correct."""

    type: Literal["single"]

    def find_problems(self) -> Iterator[Finding]:
        """Yield also each correct option after the first."""
        yield from super().find_problems()
        correct = [index for index, option in enumerate(self.options) if option.correct]
        yield from (Finding("G052", ("options", index, "correct")) for index in correct[1:])


class Multiple(_Choice):
    """Any number of options is correct."""

    type: Literal["multiple"]


class WrongText(Entry):
    """A particular wrong answer and its feedback."""

    answer: Text
    why: MarkdownText


class Blank(Item):
    """A word or a few to fill in where the prompt has `___`; case, spaces and punctuation do not matter."""

    type: Literal["blank"]
    accept: tuple[Text, ...] = Field(min_length=1)
    wrong: tuple[WrongText, ...] = ()

    def find_problems(self) -> Iterator[Finding]:
        """Yield a prompt without its one gap, and answers that stand twice."""
        gaps = len(GAP.findall(self.prompt))
        if gaps != 1:
            yield Finding("G053", ("prompt",), {"found": str(gaps)})
        yield from find_repeated(self.accept, "G054", "accept")
        wrong = [wrong.answer for wrong in self.wrong]
        yield from find_repeated(wrong, "G054", "wrong", key="answer")
        yield from find_shared(self.accept, wrong, "G058", "wrong", key="answer")


class WrongNumber(Entry):
    """A particular wrong number and its feedback."""

    answer: float
    why: MarkdownText


class Number(Item):
    """A number, right within `tolerance`, in `unit`."""

    type: Literal["number"]
    answer: float
    tolerance: float = Field(default=0, ge=0)
    unit: str = ""
    wrong: tuple[WrongNumber, ...] = ()

    def find_problems(self) -> Iterator[Finding]:
        """Yield feedback for a wrong number that would be accepted as right."""
        for index, wrong in enumerate(self.wrong):
            if abs(wrong.answer - self.answer) <= self.tolerance:
                yield Finding("G055", ("wrong", index, "answer"), {"answer": f"{wrong.answer:g}"})


class Order(Item):
    """Things to put in order; the author writes them in the right one."""

    type: Literal["order"]
    items: tuple[MarkdownText, ...] = Field(min_length=3)

    def find_problems(self) -> Iterator[Finding]:
        """Yield things that cannot be told apart."""
        yield from find_repeated(self.items, "G054", "items")


class Pair(Entry):
    """What stands left, its partner on the right, and the feedback for who chose another partner."""

    left: MarkdownText
    right: MarkdownText
    why: OptionalMarkdown = Markdown("")


class Match(Item):
    """Pairs to find."""

    type: Literal["match"]
    pairs: tuple[Pair, ...] = Field(min_length=2)

    def find_problems(self) -> Iterator[Finding]:
        """Yield sides that cannot be told apart."""
        yield from find_repeated((pair.left for pair in self.pairs), "G054", "pairs", key="left")
        yield from find_repeated((pair.right for pair in self.pairs), "G054", "pairs", key="right")


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
        if self.needed > len(self.points):
            yield Finding("G044", ("pass",), {"needed": str(self.needed), "points": str(len(self.points))})


SelfCheckItem = Annotated[Single | Multiple | Blank | Number | Order | Match | OwnWords, Field(discriminator="type")]
