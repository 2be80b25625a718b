"""The quiz of a letter: its self-check and its control sheet."""

import re
from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from gramota.course.control import ControlQuestion
from gramota.course.finding import Finding
from gramota.course.model import CheckedEntry, Id, Text
from gramota.course.self_check import SelfCheckItem


def _share_from_percent(value: Any) -> float:  # noqa: ANN401 - what the author wrote, not yet checked
    match = re.fullmatch(r"([0-9]{1,3}(?:[.,][0-9]+)?)\s*%", value) if isinstance(value, str) else None
    share = float(match[1].replace(",", ".")) / 100 if match else -1
    if not 0 <= share <= 1:
        raise PydanticCustomError("percent", "percent")
    return share


Share = Annotated[float, BeforeValidator(_share_from_percent)]


class QuizText(CheckedEntry):
    """The quiz as its file says it; `pass_share` is the share of the points (0..1) that passes."""

    pass_share: Share = Field(default=0.7, alias="pass")
    synonyms: dict[Id, tuple[Text, ...]] = Field(default={})
    self_check: tuple[SelfCheckItem, ...] = ()
    control: tuple[ControlQuestion, ...] = ()

    def find_problems(self) -> Iterator[Finding]:
        """Yield a quiz that asks nothing."""
        if not self.self_check and not self.control:
            yield Finding("G059")

    def named(self, letter_id: str) -> "Quiz":
        """Return the quiz with the id of its letter, without checking all anew."""
        return Quiz.model_construct(id=letter_id, **dict(self))


class Quiz(QuizText):
    """The quiz with the id of its letter."""

    id: str

    def question(self, question_id: str) -> ControlQuestion:
        """Return the control question with this id; KeyError where there is none."""
        for question in self.control:
            if question.id == question_id:
                return question
        raise KeyError(question_id)
