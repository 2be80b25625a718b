"""What an answer in people's own words is searched for: a thing with the phrases that tell it."""

from collections.abc import Iterator

from pydantic import Field

from gramota.course.finding import Finding
from gramota.course.model.base import CheckedEntry, Id, Text, find_repeated, find_shared


class Recognised(CheckedEntry):
    """Something that an answer may say; `accept` and `reject` are phrases of the phrase language."""

    id: Id
    title: Text
    accept: tuple[Text, ...] = Field(min_length=1)
    reject: tuple[Text, ...] = ()

    def find_problems(self) -> Iterator[Finding]:
        """Yield phrases that stand twice in one list or in both."""
        yield from find_repeated(self.accept, "G056", "accept")
        yield from find_repeated(self.reject, "G056", "reject")
        yield from find_shared(self.accept, self.reject, "G057", "reject")
