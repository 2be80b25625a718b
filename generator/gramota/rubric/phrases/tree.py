"""A phrase as a tree of words, alternatives and rows; named tuples, for thousands are made, hashed and compared."""

from typing import NamedTuple


class Word(NamedTuple):
    """A word in any of its forms; `parts` are its folded pieces where a hyphen joins several."""

    parts: tuple[str, ...]
    raw: str


class Prefix(NamedTuple):
    """Any word that begins so."""

    text: str


class Group(NamedTuple):
    """A reference to a synonym group of the quiz; start and end are its span in the phrase."""

    name: str
    start: int
    end: int


class Row(NamedTuple):
    """Items that must all be there; `exact` means side by side and in this order."""

    items: tuple["Item", ...]
    exact: bool = False


class AnyOf(NamedTuple):
    """Alternatives."""

    options: tuple["Item", ...]


Item = Word | Prefix | Group | Row | AnyOf


class Phrase(NamedTuple):
    """A parsed phrase: its tree, and the most foreign words that may stand between neighbours."""

    text: str
    row: Row
    gap: int
    groups: tuple[Group, ...] = ()
    """Every reference to a synonym group, in the order written."""
