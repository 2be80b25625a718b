"""What a letter or a quiz has from the files that it includes, with the file of every word."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, NamedTuple

from gramota.course.model.shared_text import SharedText
from gramota.course.yaml_files.source import Source
from gramota.errors import Problem

Part = Literal["terms", "synonyms"]
"""What a letter takes of a shared file, and what a quiz does."""


class SharedEntry(NamedTuple):
    """What stands under a key of a shared file, and the file."""

    value: str | tuple[str, ...]
    source: Source


class SharedFile(NamedTuple):
    """A shared file as it was read; no text where something in it is wrong."""

    source: Source
    text: SharedText | None
    problems: tuple[Problem, ...]

    def own(self, part: Part) -> dict[str, SharedEntry]:
        """Return what the file says itself, without what it includes."""
        if self.text is None:
            return {}
        said = self.text.terms if part == "terms" else self.text.synonyms
        return {key: SharedEntry(value, self.source) for key, value in said.items()}


@dataclass(frozen=True)
class Included:
    """What a file includes, by key; the problems met on the way; and the path, as written, of every file looked for.

    `depth` is how many files include one another in a row.
    """

    entries: Mapping[str, SharedEntry] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    files: frozenset[Path] = frozenset()
    depth: int = 0

    @property
    def texts(self) -> dict[str, str]:
        """The terms with their meanings."""
        return {key: entry.value for key, entry in self.entries.items() if isinstance(entry.value, str)}

    @property
    def groups(self) -> dict[str, tuple[str, ...]]:
        """The groups of synonyms."""
        return {key: entry.value for key, entry in self.entries.items() if isinstance(entry.value, tuple)}

    def sources_but(self, own: Collection[str]) -> dict[str, Source]:
        """Return the file of each key, without those that the including file has as its own."""
        return {key: entry.source for key, entry in self.entries.items() if key not in own}
