"""The questions that employees check themselves with; their keys are public by nature."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from gramota.course.finding import Finding
from gramota.course.model.base import (
    Entry,
    Markdown,
    MarkdownText,
    OptionalMarkdown,
    Text,
    find_repeated,
    find_shared,
    fold,
)
from gramota.course.model.item import Item
from gramota.course.model.own_words import OwnWords
from gramota.course.names import suggestion

GAP = re.compile("_{3,}")


class Option(Entry):
    """One answer to choose; `why` is the feedback for who chose it."""

    text: MarkdownText
    correct: bool = False
    why: OptionalMarkdown = Markdown("")


class TickOption(Option):
    """One of several answers to tick; `missed` is the feedback for who left it out though it is correct."""

    missed: OptionalMarkdown = Markdown("")


class _Choice(Item):
    options: tuple[Option, ...] = Field(min_length=2)
    shuffle: bool = True

    def find_problems(self) -> Iterator[Finding]:
        """Yield options that say the same, and a question without a correct option."""
        yield from super().find_problems()
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
    options: tuple[TickOption, ...] = Field(min_length=2)

    def find_problems(self) -> Iterator[Finding]:
        """Yield also feedback for who left out an option that should be left out."""
        yield from super().find_problems()
        for index, option in enumerate(self.options):
            if option.missed and not option.correct:
                yield Finding("G095", ("options", index, "missed"))


class WrongText(Entry):
    """A particular wrong answer and its feedback."""

    answer: Text
    why: MarkdownText


class Blank(Item):
    """A word or a few to fill in where the prompt has `___`; case, spaces and punctuation do not matter.

    Other forms of the words and slips of the pen are accepted as well, unless it must be `exact`.
    """

    type: Literal["blank"]
    accept: tuple[Text, ...] = Field(min_length=1)
    wrong: tuple[WrongText, ...] = ()
    exact: bool = False

    def find_problems(self) -> Iterator[Finding]:
        """Yield a prompt without its one gap, answers that nobody can type, and answers that stand twice."""
        yield from super().find_problems()
        gaps = len(GAP.findall(self.prompt))
        if gaps != 1:
            yield Finding("G053", ("prompt",), {"found": str(gaps)})
        wrong = [wrong.answer for wrong in self.wrong]
        yield from _wordless(self.accept, "accept")
        yield from _wordless(wrong, "wrong", key="answer")
        yield from find_repeated(self.accept, "G054", "accept")
        yield from find_repeated(wrong, "G054", "wrong", key="answer")
        yield from find_shared(self.accept, wrong, "G058", "wrong", key="answer")


def _wordless(texts: Iterable[str], *at: str, key: str | None = None) -> Iterator[Finding]:
    for index, text in enumerate(texts):
        if not re.search(r"[^\W_]", text):
            yield Finding("G049", (*at, index, key) if key else (*at, index), {"text": text})


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
        yield from super().find_problems()
        for index, wrong in enumerate(self.wrong):
            if abs(wrong.answer - self.answer) <= self.tolerance:
                yield Finding("G055", ("wrong", index, "answer"), {"answer": f"{wrong.answer:g}"})


class Step(Entry):
    """One thing to put in its place, and the feedback for who put it elsewhere."""

    text: MarkdownText
    why: OptionalMarkdown = Markdown("")


def _step_from_text(value: Any) -> Any:  # noqa: ANN401 - what the author wrote, not yet checked
    """Let a thing without feedback be written as its text."""
    if isinstance(value, dict):
        return value
    if not isinstance(value, str):
        raise PydanticCustomError("string_type", "string_type")
    return {"text": value}


class Order(Item):
    """Things to put in order; the author writes them in the right one."""

    type: Literal["order"]
    items: tuple[Annotated[Step, BeforeValidator(_step_from_text, json_schema_input_type=Text | Step)], ...] = Field(
        min_length=3
    )

    def find_problems(self) -> Iterator[Finding]:
        """Yield things that cannot be told apart."""
        yield from super().find_problems()
        yield from find_repeated((step.text for step in self.items), "G054", "items")


class WrongPartner(Entry):
    """The right side of another pair, and the feedback for who chose it."""

    answer: MarkdownText
    why: MarkdownText


class Pair(Entry):
    """What stands left, its partner on the right, and the feedback for who chose another partner.

    `why` is for all other partners that `wrong` does not name.
    """

    left: MarkdownText
    right: MarkdownText
    why: OptionalMarkdown = Markdown("")
    wrong: tuple[WrongPartner, ...] = ()


class Match(Item):
    """Pairs to find."""

    type: Literal["match"]
    pairs: tuple[Pair, ...] = Field(min_length=2)

    def find_problems(self) -> Iterator[Finding]:
        """Yield sides that cannot be told apart, and feedback for partners that nobody can choose wrongly."""
        yield from super().find_problems()
        yield from find_repeated((pair.left for pair in self.pairs), "G054", "pairs", key="left")
        yield from find_repeated((pair.right for pair in self.pairs), "G054", "pairs", key="right")
        rights = [pair.right for pair in self.pairs]
        for index, pair in enumerate(self.pairs):
            yield from _wrong_partners(pair, rights, "pairs", index, "wrong")


def _wrong_partners(pair: Pair, rights: Sequence[str], *at: str | int) -> Iterator[Finding]:
    answers = [wrong.answer for wrong in pair.wrong]
    yield from find_repeated(answers, "G054", *at, key="answer")
    yield from find_shared([pair.right], answers, "G058.partner", *at, key="answer")
    partners = {fold(right) for right in rights}
    for index, answer in enumerate(answers):
        if fold(answer) not in partners:
            values = {"text": answer, "suggestion": suggestion(answer, rights)}
            yield Finding("G089", (*at, index, "answer"), values)


SelfCheckItem = Annotated[Single | Multiple | Blank | Number | Order | Match | OwnWords, Field(discriminator="type")]
