"""What all parts of the course model share: strict frozen models, ids, texts, and findings inside a model."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from typing import Annotated, Any, ClassVar, NewType, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError, PydanticKnownError

from gramota.course.finding import Finding
from gramota.course.markdown.unsafe_html import find_unsafe_html

ID_PATTERN = r"^[a-z0-9]+(?:[-_][a-z0-9]+)*$"
TEXT_PATTERN = r"\S"
MAX_POINTS = 1000


def refuse(findings: Iterable[Finding]) -> None:
    """Tell pydantic what is wrong with a value; nothing found, nothing told."""
    found = tuple(findings)
    if found:
        raise PydanticCustomError("findings", "findings", {"findings": found})


def _safe(markdown: str) -> str:
    refuse(find_unsafe_html(markdown))
    return markdown


Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=60)]
Text = Annotated[str, StringConstraints(pattern=TEXT_PATTERN)]
Markdown = NewType("Markdown", str)
MarkdownText = Annotated[Markdown, StringConstraints(pattern=TEXT_PATTERN), AfterValidator(_safe)]
OptionalMarkdown = Annotated[Markdown, AfterValidator(_safe)]


class Entry(BaseModel):
    """The base of everything an author writes: frozen, nothing coerced, no unknown keys.

    `about_itself` names the fields that are no part of what the entry says: no reader need read it anew for them.
    """

    about_itself: ClassVar[frozenset[str]] = frozenset()

    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, populate_by_name=True, allow_inf_nan=False, defer_build=True
    )

    def said(self) -> Self:
        """Return the entry as its readers have it: without what is in it for others."""
        return self


class CheckedEntry(Entry):
    """An entry whose fields can contradict one another; all such findings are reported at once."""

    def find_problems(self) -> Iterator[Finding]:
        """Yield what no single field can know to be wrong."""
        raise NotImplementedError

    @model_validator(mode="after")
    def _report_findings(self) -> Self:
        refuse(self.find_problems())
        return self


def fold(text: str) -> str:
    """Return the text as a reader hears it: case and the amount of space do not matter."""
    return " ".join(text.split()).casefold()


def find_repeated(
    texts: Iterable[str], code: str, *at: str | int, key: str | None = None, compared: Callable[[str], str] = fold
) -> Iterator[Finding]:
    """Yield a finding for each text that says the same as an earlier one, as far as they are `compared`."""
    seen: dict[str, int] = {}
    for index, text in enumerate(texts):
        before = seen.setdefault(compared(text), index)
        if before != index:
            yield Finding(code, (*at, index, key) if key else (*at, index), {"text": text, "first": str(before + 1)})


def find_shared(
    one: Iterable[str], other: Iterable[str], code: str, *at: str | int, key: str | None = None
) -> Iterator[Finding]:
    """Yield a finding for each text of the other list that the one list says too."""
    said = {fold(text) for text in one}
    for index, text in enumerate(other):
        if fold(text) in said:
            yield Finding(code, (*at, index, key) if key else (*at, index), {"text": text})


def one_or_many(value: Any) -> Any:  # noqa: ANN401 - what the author wrote, not yet checked
    """Let a list of one be written without the list."""
    refuse_unquoted(value)
    return (value,) if isinstance(value, str) else value


def refuse_unquoted(value: object) -> None:
    """Refuse as no text what YAML takes for a number, a date, yes or no: where a text will do, no list is missed."""
    if isinstance(value, int | float | dt.date):
        raise PydanticKnownError("string_type")


# What may be written before validation is said beside the validator, for the JSON Schemas that editors read.
OneOrManyIds = Annotated[
    tuple[Id, ...],
    BeforeValidator(one_or_many, json_schema_input_type=Id | Annotated[tuple[Id, ...], Field(min_length=1)]),
]
OneOrManyTexts = Annotated[
    tuple[Text, ...],
    BeforeValidator(one_or_many, json_schema_input_type=Text | Annotated[tuple[Text, ...], Field(min_length=1)]),
]
OneOrManyMarkdowns = Annotated[
    tuple[MarkdownText, ...],
    BeforeValidator(one_or_many, json_schema_input_type=MarkdownText | tuple[MarkdownText, ...]),
]
