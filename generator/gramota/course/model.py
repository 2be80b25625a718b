"""What all parts of the course model share: strict frozen models, ids, texts, and findings inside a model."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any, NewType, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

ID_PATTERN = r"^[a-z0-9]+(?:[-_][a-z0-9]+)*$"

Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=60)]
Text = Annotated[str, StringConstraints(min_length=1, pattern=r"\S")]
Markdown = NewType("Markdown", str)
MarkdownText = Annotated[Markdown, StringConstraints(min_length=1, pattern=r"\S")]


@dataclass(frozen=True)
class Finding:
    """Something wrong inside one model: the code, the path to it from the model, and the message's values."""

    code: str
    at: tuple[str | int, ...] = ()
    values: tuple[tuple[str, str], ...] = ()


class Entry(BaseModel):
    """The base of everything an author writes: frozen, nothing coerced, no unknown keys, all findings at once."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, populate_by_name=True)

    def find_problems(self) -> Iterator[Finding]:
        """Yield what no single field can know to be wrong."""
        yield from ()

    @model_validator(mode="after")
    def _report_findings(self) -> Self:
        findings = tuple(self.find_problems())
        if findings:
            raise PydanticCustomError("findings", "findings", {"findings": findings})
        return self


def find_repeated(texts: tuple[str, ...], code: str, *at: str | int, key: str | None = None) -> Iterator[Finding]:
    """Yield a finding for each text that says the same as an earlier one, apart from case and spaces."""
    seen: dict[str, int] = {}
    for index, text in enumerate(texts):
        folded = re.sub(r"\s+", " ", text.strip()).casefold()
        if folded in seen:
            place = (*at, index, key) if key else (*at, index)
            yield Finding(code, place, (("text", text.strip()), ("first", str(seen[folded] + 1))))
        seen.setdefault(folded, index)


def one_or_many(value: Any) -> Any:  # noqa: ANN401 - what the author wrote, not yet checked
    """Let a list of one be written without the list."""
    return (value,) if isinstance(value, str) else value


OneOrManyIds = Annotated[tuple[Id, ...], BeforeValidator(one_or_many)]
