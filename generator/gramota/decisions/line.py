"""One line of the log, typed: its place in the chain, when, who, and what was done."""

import datetime as dt
import hashlib
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

FORMAT: Literal["gramota-decisions/1"] = "gramota-decisions/1"
BEGINNING = "0" * 64
"""What the first line has in place of the hash of the line before."""
LONGEST_COMMENT = 4000

Kind = Literal["criteria", "misconceptions"]

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Number = Annotated[int, Field(ge=1)]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_COMMENT)]


class Part(BaseModel):
    """The base of every part of a line: frozen, nothing coerced, no unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Subject(Part):
    """The answer that is decided on, and the hash of the rubric that the trainer saw.

    `attempt` is the checksum of what was handed in, `learner` the number or else the name that it states.
    """

    attempt: str = Field(max_length=200)
    learner: str = Field(max_length=500)
    letter: str = Field(max_length=500)
    question: str = Field(max_length=60)
    rubric: str = Field(max_length=64)


class Opened(Part):
    """The first line: the form of all that follow."""

    act: Literal["opened"] = "opened"
    format: Literal["gramota-decisions/1"] = FORMAT


class Marked(Part):
    """A criterion is met or not, a misconception is held or not."""

    act: Literal["marked"] = "marked"
    subject: Subject
    kind: Kind
    id: str = Field(max_length=60)
    met: bool


class Commented(Part):
    """A comment for the employee."""

    act: Literal["commented"] = "commented"
    subject: Subject
    text: Words


class Finished(Part):
    """The question is finished: all its decisions, those that the trainer left as proposed among them."""

    act: Literal["finished"] = "finished"
    subject: Subject
    criteria: dict[str, bool]
    misconceptions: dict[str, bool]


class Kept(Part):
    """A comment is kept to be used again."""

    act: Literal["kept"] = "kept"
    text: Words


class Undone(Part):
    """What the line of this number did does not count any more."""

    act: Literal["undone"] = "undone"
    line: Number


class Forgotten(Part):
    """A person was forgotten: these lines say nothing any more."""

    act: Literal["forgotten"] = "forgotten"
    lines: tuple[Number, ...]


class Gone(Part):
    """What is left of a line that was forgotten: the hash that the next line knows it by."""

    act: Literal["gone"] = "gone"
    was: Sha256


OnAnswer = Marked | Commented | Finished
"""What is done to one answer."""
Act = OnAnswer | Kept | Undone
"""What a trainer does."""


class Line(Part):
    """One line; `n` is its number in the file, `prev` the SHA-256 of the line before, `when` in UTC."""

    n: Number
    prev: Sha256
    when: str = Field(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
    who: Name | None = None
    did: Annotated[
        Opened | Marked | Commented | Finished | Kept | Undone | Forgotten | Gone, Field(discriminator="act")
    ]

    @property
    def moment(self) -> dt.datetime:
        """When it was done, in UTC."""
        return dt.datetime.fromisoformat(self.when)


def write_line(line: Line) -> bytes:
    """Return the line as it stands in the file, its end included."""
    return line.model_dump_json(exclude_none=True).encode() + b"\n"


def parse_line(text: bytes) -> Line:
    """Read one line without its end; raise ValueError where it is none."""
    return Line.model_validate_json(text)


def hash_of(text: bytes) -> str:
    """Return the hash by which the next line knows this one; what is forgotten keeps the hash that it had."""
    return hashlib.sha256(text.removesuffix(b"\n")).hexdigest()


def moment_text(moment: dt.datetime) -> str:
    """Return the moment in UTC, to the second."""
    return moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
