"""The quiz of a letter: its self-check and its control sheet."""

import re
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from gramota.course.finding import Finding
from gramota.course.model.base import CheckedEntry, Id, OneOrManyTexts, Text, find_repeated
from gramota.course.model.control import ControlQuestion
from gramota.course.model.self_check import SelfCheckItem
from gramota.course.model.self_check_rules import SelfCheckRules
from gramota.notice_kinds import Refusable

_PERCENT = re.compile(r"(100(?:[.,]0+)?|0?[0-9]{1,2}(?:[.,][0-9]+)?)\s*%")


def _share_from_percent(value: Any) -> float:  # noqa: ANN401 - what the author wrote, not yet checked
    match = _PERCENT.fullmatch(value) if isinstance(value, str) else None
    if not match:
        raise PydanticCustomError("percent", "percent")
    return float(match[1].replace(",", ".")) / 100


Share = Annotated[
    float,
    BeforeValidator(_share_from_percent, json_schema_input_type=Annotated[str, Field(pattern=f"^{_PERCENT.pattern}$")]),
]


class QuizText(CheckedEntry):
    """The quiz as its file says it; `pass_share` is the share of the points (0..1) that passes.

    `refuse` says what an answer may not be, as a whole, if it is to get points.
    """

    pass_share: Share = Field(default=0.7, alias="pass")
    refuse: tuple[Refusable, ...] = ()
    include: OneOrManyTexts = ()
    synonyms: dict[Id, tuple[Text, ...]] = Field(default={})
    self_check_rules: SelfCheckRules = SelfCheckRules()
    self_check: tuple[SelfCheckItem, ...] = ()
    control: tuple[ControlQuestion, ...] = ()

    def find_problems(self) -> Iterator[Finding]:
        """Yield a quiz that asks nothing, settings given twice, and rules that do not fit the questions."""
        if not self.self_check and not self.control:
            yield Finding("G059")
        yield from find_repeated(self.refuse, "G054", "refuse")
        yield from find_repeated(self.include, "G054", "include")
        yield from self.self_check_rules.find_problems(self._pools)

    def with_synonyms(self, synonyms: Mapping[str, tuple[str, ...]]) -> Self:
        """Return the quiz with these groups of synonyms; its own outweigh them."""
        return self.model_copy(update={"synonyms": {**synonyms, **self.synonyms}}) if synonyms else self

    @property
    def asked_count(self) -> int:
        """How many questions one run of the self-check asks."""
        return self.self_check_rules.asked(self._pools)

    @property
    def _pools(self) -> tuple[str | None, ...]:
        return tuple(item.pool for item in self.self_check)

    def named(self, letter_id: str) -> "Quiz":
        """Return the quiz with the id of its letter and its settings in each question, without checking all anew."""
        asked = {
            "self_check": tuple(item.following(self.self_check_rules) for item in self.self_check),
            "control": tuple(question.refusing(self.refuse) for question in self.control),
        }
        return Quiz.model_construct(id=letter_id, **{**dict(self), **asked})


class Quiz(QuizText):
    """The quiz with the id of its letter."""

    id: str

    def question(self, question_id: str) -> ControlQuestion:
        """Return the control question with this id; KeyError where there is none."""
        for question in self.control:
            if question.id == question_id:
                return question
        raise KeyError(question_id)
