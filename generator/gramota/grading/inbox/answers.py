"""What an employee hands in: the answers file `gramota-answers/1`, typed."""

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
    model_validator,
)
from pydantic_core import PydanticCustomError

from gramota.course.model.identity import canonical_json
from gramota.grading.files.plain_text import clean_line

FORMAT = "gramota-answers/1"

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Hash = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]
Checksum = Annotated[str, StringConstraints(pattern=r"^sha256:[0-9a-f]{64}$")]
Revision = Annotated[int, Field(ge=1, le=1_000_000)]
LetterId = Annotated[str, StringConstraints(min_length=1, max_length=500)]
QuestionId = Annotated[str, StringConstraints(min_length=1, max_length=60)]


def _check_moment(text: str) -> str:
    try:
        dt.datetime.fromisoformat(text).astimezone(dt.UTC)
    except OverflowError:
        raise ValueError("no such moment in UTC") from None
    return text


Moment = Annotated[
    str,
    StringConstraints(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d)$"),
    AfterValidator(_check_moment),
    Field(json_schema_extra={"format": "date-time"}),
]


class Part(BaseModel):
    """The base of every part of the file: frozen, nothing coerced, no unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class LetterRead(Part):
    """Which text of the letter was read: its revision, and the hash of what it said."""

    id: LetterId
    revision: Revision
    hash: Hash


class Acknowledged(Part):
    """The reader's word to have read the letter: which text, and when."""

    revision: Revision
    hash: Hash
    at: Moment


def _kind_of_acknowledgement(value: object) -> str:
    return "(revision)" if isinstance(value, int) else "(stamp)"


Acknowledgement = Annotated[
    Annotated[Acknowledged, Tag("(stamp)")] | Annotated[Revision, Tag("(revision)")],
    Discriminator(_kind_of_acknowledgement),
]


class Learner(Part):
    """Who answers: a personnel number, a name, or both."""

    model_config = ConfigDict(json_schema_extra={"minProperties": 1})

    id: Name | None = None
    name: Name | None = None

    @model_validator(mode="after")
    def _is_somebody(self) -> Self:
        if self.id is None and self.name is None:
            raise PydanticCustomError("missing", "id or name")
        return self

    @property
    def shown(self) -> str:
        """The name, or the number of who has given no name."""
        return self.name or self.id or ""

    @property
    def in_full(self) -> str:
        """The name with the number after it, or the one that was given; on one clean line."""
        number = f" ({clean_line(self.id)})" if self.id and self.name else ""
        return clean_line(self.shown) + number


class Answer(Part):
    """One control question with what was written; nothing written is an empty text."""

    question: QuestionId
    text: str


class SelfChecked(Part):
    """One self-check question: how often it was tried, whether it was solved, and what share of its points it brought.

    The share (0 to 1) is missing in files of the format's first days.
    """

    item: QuestionId
    hash: Hash
    attempts: int = Field(ge=0, le=1_000_000)
    correct: bool
    share: float | None = Field(default=None, ge=0, le=1)


class Answers(Part):
    """The whole file; times are ISO 8601 with their offset from UTC, attempts count from 1 in one browser.

    `acknowledged` is a revision alone in files of early sheets, which kept no more.
    """

    model_config = ConfigDict(title=FORMAT)

    format: Literal["gramota-answers/1"]
    site: str = Field(max_length=500)
    letter: LetterRead
    learner: Learner
    started: Moment
    finished: Moment
    attempt: int = Field(default=1, ge=1, le=1_000_000)
    acknowledged: Acknowledgement | None
    answers: tuple[Answer, ...] = Field(max_length=1000)
    self_check: tuple[SelfChecked, ...] = Field(max_length=10_000)
    checksum: Checksum

    @property
    def finished_at(self) -> dt.datetime:
        """When it was finished, in UTC."""
        return dt.datetime.fromisoformat(self.finished).astimezone(dt.UTC)

    @property
    def acknowledged_revision(self) -> int | None:
        """The revision that the reader confirmed to have read."""
        return self.acknowledged.revision if isinstance(self.acknowledged, Acknowledged) else self.acknowledged

    @property
    def acknowledged_at(self) -> str | None:
        """When the reader confirmed it, where the file says so."""
        return self.acknowledged.at if isinstance(self.acknowledged, Acknowledged) else None


def checksum(parsed: Mapping[str, object]) -> str:
    """Return the checksum that the file with this content should carry; its own `checksum` does not count."""
    content = {key: value for key, value in parsed.items() if key != "checksum"}
    return "sha256:" + hashlib.sha256(canonical_json(content).encode()).hexdigest()


def answers_schema() -> str:
    """Return the JSON Schema of the file as text; it stands in answers.schema.json beside this module."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **Answers.model_json_schema()}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
