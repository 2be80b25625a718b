"""Where a situation's files lie, and in which language."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from gramota.course import load_course
from gramota.course.model.identity import content_hash
from tests.docs.error_examples import translated, write_whole_course


@dataclass(frozen=True)
class Place:
    """The folder with the small course, and the language in which everything there is written."""

    root: Path
    lang: str

    def begin(self) -> None:
        """Write the course, and take the letter's hash while it is still as it should be."""
        write_whole_course(self.root, self.lang)
        _ = self.letter_hash

    @cached_property
    def letter_hash(self) -> str:
        """The hash of the letter that sheets answer to."""
        return content_hash(load_course(self.root / "docs", self.root / "quizzes").lesson("returns").letter)

    def text(self, given: str) -> str:
        """Return a text in the place's language."""
        return translated(given, self.lang)
