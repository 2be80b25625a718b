"""What the list of what is to be done needs of a large site's letters: a piece for each group, loaded by who is in it.

Classic scripts that call `gramotaLetters(name, letters)`, for a page opened from a folder can load no other data.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from gramota.pages.card import Card
from gramota.pages.groups import Group
from gramota.pages.languages import translations_of
from gramota.pages.letter_page import control_path, letter_path

_FOLDER = "assets/gramota/letters"


@dataclass(frozen=True)
class LetterPieces:
    """The pieces by path, and the folder that they lie in, with a slash at its end; empty where there are none."""

    folder: str = ""
    files: Mapping[str, str] = field(default_factory=dict)


def pieces_of(groups: Iterable[Group], cards: Sequence[Card], address: Callable[[str], str]) -> LetterPieces:
    """Return a piece for each group, below a folder whose name changes with the content."""
    told = {card.id: dict(_told(card, address)) for card in cards}
    languages, translated = {card.lang for card in cards}, translations_of(cards).keys()
    for card in cards:
        told[card.id] |= {"lang": card.lang} if len(languages) > 1 else {}
        told[card.id] |= {"of": card.original} if card.original in translated else {}
    scripts = {group.name: _script(group.name, [told[card.id] for card in group.cards]) for group in groups}
    digest = hashlib.sha256("".join(scripts.values()).encode()).hexdigest()[:8]
    folder = f"{_FOLDER}/{digest}/"
    return LetterPieces(folder, {f"{folder}{name}.js": script for name, script in scripts.items()})


def _told(card: Card, address: Callable[[str], str]) -> Iterator[tuple[str, object]]:
    """Yield what a card in the list says to the script, under the same names, and what it shows."""
    yield "letter", card.id
    yield "title", card.title
    yield "page", address(letter_path(card))
    yield "revision", card.revision
    yield "date", int(card.facts.iso_date.replace("-", ""))
    if card.valid_for:
        yield "validFor", card.valid_for
    if card.questions:
        yield from (("check", card.questions), ("asked", card.asked))
    if card.has_control:
        yield "sheet", address(control_path(card))


def _script(name: str, letters: Sequence[Mapping[str, object]]) -> str:
    return f"gramotaLetters({json.dumps(name)},{json.dumps(letters, ensure_ascii=False, separators=(',', ':'))});\n"
