"""What every question of the self-check has, whatever its type."""

from collections.abc import Iterator
from typing import Self

from pydantic import Field

from gramota.course.finding import Finding
from gramota.course.model.base import (
    MAX_POINTS,
    CheckedEntry,
    Id,
    Markdown,
    MarkdownText,
    OneOrManyMarkdowns,
    OptionalMarkdown,
    find_repeated,
)
from gramota.course.model.self_check_rules import MAX_ATTEMPTS, SelfCheckRules


class Item(CheckedEntry):
    """What every self-check question has; `section` is where the letter answers it.

    `worth` is in points, `pool` the group that the question is drawn from. What is None follows the quiz's rules.
    """

    id: Id
    section: Id
    prompt: MarkdownText
    hints: OneOrManyMarkdowns = ()
    why: OptionalMarkdown = Markdown("")
    worth: int = Field(default=1, ge=1, le=MAX_POINTS)
    attempts: int | None = Field(default=None, ge=1, le=MAX_ATTEMPTS)
    show_answer: bool | None = None
    pool: Id | None = None

    def find_problems(self) -> Iterator[Finding]:
        """Yield hints that say the same."""
        yield from find_repeated(self.hints, "G054", "hints")

    def following(self, rules: SelfCheckRules) -> Self:
        """Return the question with what the rules say where it says nothing itself."""
        attempts = rules.attempts if self.attempts is None else self.attempts
        show_answer = rules.show_answer if self.show_answer is None else self.show_answer
        return self.model_copy(update={"attempts": attempts, "show_answer": show_answer})
