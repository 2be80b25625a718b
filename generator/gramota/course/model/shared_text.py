"""What letters and quizzes share: a file of terms and groups of synonyms beside their folders."""

from collections.abc import Iterator

from pydantic import Field

from gramota.course.finding import Finding
from gramota.course.model.base import CheckedEntry, Id, OneOrManyTexts, Text, find_repeated


class SharedText(CheckedEntry):
    """A shared file: a letter takes its terms, a quiz its groups of synonyms, both what it includes itself."""

    include: OneOrManyTexts = ()
    terms: dict[Text, Text] = Field(default={})
    synonyms: dict[Id, tuple[Text, ...]] = Field(default={})

    def find_problems(self) -> Iterator[Finding]:
        """Yield a file that shares nothing, and one that it includes twice."""
        if not (self.include or self.terms or self.synonyms):
            yield Finding("G136")
        yield from find_repeated(self.include, "G054", "include")
