"""What a file of another format turned out to hold, before it has ids and stands in YAML."""

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path

from gramota.course import SelfCheckItem
from gramota.errors import Problem, Where

NO_ID = "unnamed"
"""The id and the section of a question that is read and not yet placed in a quiz."""


@dataclass(frozen=True)
class Picture:
    """A picture under the name that the letter's text calls it by, without a folder."""

    name: str
    data: bytes


@dataclass(frozen=True)
class SectionDraft:
    """A section of a letter; `title` is plain text, `body` Markdown."""

    id: str
    title: str
    level: int
    body: str


@dataclass(frozen=True)
class LetterDraft:
    """A letter; what is None or empty the file did not say. `is_date_sure` is whether its text gives the date.

    A stub is a letter that questions need and nobody has written yet.
    """

    title: str
    sections: tuple[SectionDraft, ...]
    lang: str
    date: dt.date | None = None
    is_date_sure: bool = False
    audience: tuple[str, ...] = ()
    number: str = ""
    summary: str = ""
    pictures: tuple[Picture, ...] = ()
    is_stub: bool = False


@dataclass(frozen=True)
class ControlDraft:
    """A question to answer in one's own words; `for_graders` is what its author wrote to whoever marks the answers."""

    prompt: str
    for_graders: str = ""
    is_required: bool = True
    words: tuple[int | None, int | None] = (None, None)


@dataclass(frozen=True)
class Question:
    """A question with its name in the bank, empty where it has none, and its place in the file."""

    asked: SelfCheckItem | ControlDraft
    name: str
    where: Where


@dataclass(frozen=True)
class Found:
    """All that one file gave: a letter, questions with their pictures, and what its author is to be told.

    `used` are the other files, by their full paths, that it shows and that were looked into for it.
    """

    letter: LetterDraft | None = None
    questions: tuple[Question, ...] = ()
    problems: tuple[Problem, ...] = field(default=())
    pictures: tuple[Picture, ...] = ()
    used: frozenset[Path] = frozenset()
