"""The instruction letter: what everyone may read."""

import datetime as dt
import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from gramota.course.hand_in import HandIn
from gramota.course.model import Entry, Id, MarkdownText, Text, one_or_many
from gramota.course.time_spans import Span

MAX_REVISION = 1_000_000

Language = Literal["ru", "en"]


def _date_from_text(value: Any) -> Any:  # noqa: ANN401 - what the author wrote, not yet checked
    """Accept an ISO date in quotes; a date that does not exist stays text and is refused as one."""
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            return value
    return value


Day = Annotated[dt.date, BeforeValidator(_date_from_text)]
TextList = Annotated[tuple[Text, ...], BeforeValidator(one_or_many)]


class Section(Entry):
    """A part of the letter that questions can point to; `level` 3 stands below the level 2 before it."""

    id: Id
    title: Text
    level: Literal[2, 3] = 2
    body: MarkdownText


class LetterText(Entry):
    """The letter as its file says it."""

    title: Text
    date: Day
    audience: TextList = Field(min_length=1)
    revision: int = Field(default=1, ge=1, le=MAX_REVISION)
    valid_for: Span = None
    lang: Language = "ru"
    summary: str = ""
    terms: dict[Text, Text] = Field(default={})
    # No part of what is read: another trainer makes no other letter.
    hand_in: HandIn | None = Field(default=None, exclude=True)
    sections: tuple[Section, ...] = Field(min_length=1)

    def named(self, letter_id: str) -> "Letter":
        """Return the letter with its id, without checking all anew."""
        return Letter.model_construct(id=letter_id, **dict(self))


class Letter(LetterText):
    """The letter with its id, the file's path below letters/ without its ending."""

    id: str

    def section(self, section_id: str) -> Section:
        """Return the section with this id."""
        return next(section for section in self.sections if section.id == section_id)
