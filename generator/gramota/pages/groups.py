"""Letters by the people whom they address: a letter to several is in each group."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gramota.course.readable_ids import Ids
from gramota.pages.card import Card

LONG_LIST = 24
"""Entries that one looks through; of more letters the home page lists the groups, and a menu shows a part."""


@dataclass(frozen=True)
class Group:
    """An audience's letters, the newest first; `name` stands for the audience in addresses."""

    audience: str
    name: str
    cards: Sequence[Card]

    @property
    def letters(self) -> int:
        """How many letters these are, one in several languages counted once."""
        return len({card.original for card in self.cards})


def groups_of(cards: Iterable[Card]) -> list[Group]:
    """Return the letters of each audience, audiences in alphabetical order."""
    found: dict[str, list[Card]] = {}
    for card in newest_first(cards):
        for audience in card.audience:
            found.setdefault(audience, []).append(card)
    ids = Ids()
    return [Group(audience, ids.make(audience, "group"), found[audience]) for audience in sorted(found)]


def newest_first(cards: Iterable[Card]) -> list[Card]:
    """Return the letters by their dates; those of one day as they stood."""
    return sorted(cards, key=lambda card: card.facts.iso_date, reverse=True)


def is_long(cards: Sequence[Card]) -> bool:
    """Whether there are more letters than one looks through."""
    return len(cards) > LONG_LIST
