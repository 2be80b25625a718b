"""What the page asks of the desk, typed; anything else is refused."""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from gramota.decisions.line import LONGEST_COMMENT, Kind
from gramota.desk.queue import Show, Wanted
from gramota.grading.files.plain_text import clean_line, clean_text


def _said(text: str) -> str:
    if not text:
        raise ValueError("nothing is said")
    return text


Key = Annotated[str, StringConstraints(max_length=40)]
Comment = Annotated[
    str,
    StringConstraints(max_length=LONGEST_COMMENT),
    AfterValidator(lambda text: _said(clean_text(text).strip())),
]
Trainer = Annotated[str, StringConstraints(max_length=200), AfterValidator(lambda text: _said(clean_line(text)))]


class Asked(BaseModel):
    """The base of every request: what the trainer wants to see, and the answer that lies open."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    key: Key | None = None
    show: Show = "waiting"
    letter: str = Field(default="", max_length=500)
    question: str = Field(default="", max_length=60)

    @property
    def wanted(self) -> Wanted:
        """Which answers are wanted."""
        return Wanted(self.show, self.letter, self.question)


class OpenRequest(Asked):
    """Lay this answer open, or the first wanted one."""


class DecideRequest(Asked):
    """The base of what is done to an answer; `after` is the last line about it that the page has seen."""

    key: Key
    after: int = Field(ge=0)


class MarkRequest(DecideRequest):
    """Set a criterion or a misconception."""

    kind: Kind
    id: str = Field(max_length=60)
    met: bool


class CommentRequest(DecideRequest):
    """Comment on the answer."""

    text: Comment


class FinishRequest(DecideRequest):
    """Finish the question, and lay the next wanted answer open."""


class UndoRequest(Asked):
    """Undo the line, or the trainer's last one."""

    line: int | None = Field(default=None, ge=1)


class KeepRequest(Asked):
    """Keep a comment to use again."""

    text: Comment


class TrainerRequest(Asked):
    """Say who decides."""

    name: Trainer
