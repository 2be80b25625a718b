"""The instruction letter: what everyone may read."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import ClassVar, Literal, Self

from pydantic import Field

from gramota.course.finding import Finding
from gramota.course.model.audience import Audience
from gramota.course.model.base import CheckedEntry, Entry, Id, MarkdownText, OneOrManyTexts, Text, find_repeated
from gramota.course.model.hand_in import HandIn
from gramota.course.model.plain_name import plain_name
from gramota.course.model.revisions import MAX_REVISION, Change, find_revision_problems
from gramota.course.model.terms import used_terms
from gramota.course.model.time_spans import Day, Span

Language = Literal["ru", "en", "de"]


class Section(Entry):
    """A part of the letter that questions can point to; `level` 3 stands below the level 2 before it."""

    id: Id
    title: Text
    level: Literal[2, 3] = 2
    body: MarkdownText


class LetterText(CheckedEntry):
    """The letter as its file says it.

    `number` is the one that the company's own list of letters gives it; `valid_for` is how long a reading counts.
    """

    about_itself: ClassVar = frozenset({"changes", "valid_for"})

    title: Text
    number: Text = ""
    date: Day
    audience: Audience
    revision: int = Field(default=1, ge=1, le=MAX_REVISION)
    changes: tuple[Change, ...] = ()
    valid_for: Span = None
    lang: Language = "ru"
    summary: str = ""
    # The files are no part of what is read: what a letter takes from them is, and stands in its terms.
    include: OneOrManyTexts = Field(default=(), exclude=True)
    terms: dict[Text, Text] = Field(default={})
    translation_of: Text = Field(default="", exclude=True)
    # No part of what is read: another trainer makes no other letter.
    hand_in: HandIn | None = Field(default=None, exclude=True)
    sections: tuple[Section, ...] = Field(min_length=1)

    def find_problems(self) -> Iterator[Finding]:
        """Yield what is wrong with the list of changes, and a group that is named or a file that is included twice."""
        yield from find_revision_problems(self.revision, self.changes)
        yield from find_repeated(self.audience, "G054", "audience", compared=plain_name)
        yield from find_repeated(self.include, "G054", "include")

    def with_terms(self, terms: Mapping[str, str], asked: Iterable[str]) -> Self:
        """Return the letter with those of the terms that its texts use, or what is asked; its own outweigh them."""
        used = used_terms(terms.keys() - self.terms.keys(), (*self._texts(), *asked))
        taken = {term: meaning for term, meaning in terms.items() if term in used}
        return self.model_copy(update={"terms": {**taken, **self.terms}}) if taken else self

    def said(self) -> Self:
        """Return the letter without the terms that only its questions use, or nothing does."""
        used = used_terms(self.terms, self._texts())
        kept = {term: meaning for term, meaning in self.terms.items() if term in used}
        return self if len(kept) == len(self.terms) else self.model_copy(update={"terms": kept})

    def _texts(self) -> Iterator[str]:
        yield from (self.title, self.summary)
        for section in self.sections:
            yield from (section.title, section.body)

    def named(self, letter_id: str) -> "Letter":
        """Return the letter with its id, without checking all anew."""
        return Letter.model_construct(id=letter_id, **dict(self))


class Letter(LetterText):
    """The letter with its id, the file's path below letters/ without its ending."""

    id: str

    @property
    def revised(self) -> dt.date:
        """The day of the present revision; the letter's own where the list of changes does not give it."""
        return next((change.date for change in self.changes if change.revision == self.revision), self.date)

    def section(self, section_id: str) -> Section:
        """Return the section with this id."""
        return next(section for section in self.sections if section.id == section_id)
