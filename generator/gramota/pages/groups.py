"""Letters by the people whom they address: a letter to several is in each group."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from gramota.course.files.readable_ids import make_id
from gramota.course.model.audience import usual_spelling
from gramota.course.model.plain_name import name_order, plain_name
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
    def key(self) -> str:
        """What the browser keeps of a choice: the same, however the letters come to spell the audience."""
        return plain_name(self.audience)

    @property
    def letters(self) -> int:
        """How many letters these are, one in several languages counted once."""
        return len({card.original for card in self.cards})

    @property
    def letters_in(self) -> Mapping[str, int]:
        """How many letters there are in each language, of those that have any."""
        spoken = [card.lang for card in self.cards]
        return {lang: spoken.count(lang) for lang in sorted(set(spoken))}


def groups_of(cards: Iterable[Card]) -> list[Group]:
    """Return the letters of each audience under the spelling that most have, audiences in alphabetical order."""
    found, spelled = defaultdict[str, list[Card]](list), defaultdict[str, list[str]](list)
    for card in newest_first(cards):
        for audience in card.audience:
            key = plain_name(audience)
            found[key].append(card)
            spelled[key].append(audience)
    groups = [Group(usual_spelling(spelled[key]), _address_name(key), found[key]) for key in found]
    return sorted(groups, key=lambda group: name_order(group.audience))


def _address_name(key: str) -> str:
    """Return what stands for a group in addresses, whatever other groups there are.

    Latin letters say what Latin words with single spaces do, and nothing else; other names have digits of their own
    after them.
    """
    letters = make_id(key, "group")
    if "-" not in key and letters == key.replace(" ", "-"):
        return letters
    return f"{letters}--{hashlib.sha256(key.encode()).hexdigest()[:6]}"


def newest_first(cards: Iterable[Card]) -> list[Card]:
    """Return the letters by their dates; those of one day as they stood."""
    return sorted(cards, key=lambda card: card.facts.iso_date, reverse=True)


def is_long(cards: Sequence[Card]) -> bool:
    """Whether there are more letters than one looks through."""
    return len(cards) > LONG_LIST
