"""The navigation of mkdocs.yml, in which `letters/` stands for all letters and a letter's file for its page."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any, NamedTuple

from gramota.pages import Card, control_path, letter_path

LETTERS_IN_NAV = "letters/"


class _Letters(NamedTuple):
    """What stands in the navigation for all letters, and for a letter's file."""

    entries: Sequence[dict[str, list[str]]]
    pages: Mapping[str, str]


def expand_nav(entries: list[Any], cards: Sequence[Card]) -> list[Any]:
    """Return the navigation's entries with the letters in their places."""
    pages = {f"letters/{card.id}.yml": letter_path(card) for card in cards}
    return _expand_all(entries, _Letters([*_letters_nav(cards)], pages))


def _expand_all(entries: list[Any], letters: _Letters) -> list[Any]:
    expanded: list[Any] = []
    for entry in entries:
        found = _expand(entry, letters)
        expanded += found if isinstance(found, list) else [found]
    return expanded


def _expand(entry: Any, letters: _Letters) -> Any:  # noqa: ANN401 - MkDocs' nav is nested lists, mappings and strings
    """Replace `letters/` in the navigation by the letters, and a letter's file by its page."""
    if isinstance(entry, dict):
        return {title: _expand(value, letters) for title, value in entry.items()}
    if isinstance(entry, list):
        return _expand_all(entry, letters)
    return [*letters.entries] if entry == LETTERS_IN_NAV else letters.pages.get(entry, entry)


def _letters_nav(cards: Sequence[Card]) -> Iterator[dict[str, list[str]]]:
    for card in cards:
        pages = [letter_path(card)]
        if card.has_control:
            pages.append(control_path(card))
        # The themes print titles as they are.
        yield {escape(card.title, quote=False): pages}
