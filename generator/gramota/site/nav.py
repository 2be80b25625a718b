"""The navigation of mkdocs.yml, in which `letters/` stands for all letters and a letter's file for its page."""

from collections.abc import Iterator, Sequence
from html import escape
from typing import Any

from gramota.pages import Card, control_path, letter_path

LETTERS_IN_NAV = "letters/"


def expand_nav(entries: list[Any], cards: Sequence[Card]) -> list[Any]:
    """Return the navigation's entries with the letters in their places."""
    expanded: list[Any] = []
    for entry in entries:
        found = _expand(entry, cards)
        expanded += found if isinstance(found, list) else [found]
    return expanded


def _expand(entry: Any, cards: Sequence[Card]) -> Any:  # noqa: ANN401 - MkDocs' nav is nested lists, mappings and strings
    """Replace `letters/` in the navigation by the letters, and a letter's file by its page."""
    if isinstance(entry, dict):
        return {title: _expand(value, cards) for title, value in entry.items()}
    if isinstance(entry, list):
        return expand_nav(entry, cards)
    if entry == LETTERS_IN_NAV:
        return [*_letters_nav(cards)]
    files = {f"letters/{card.id}.yml": letter_path(card) for card in cards}
    return files.get(entry, entry)


def _letters_nav(cards: Sequence[Card]) -> Iterator[dict[str, list[str]]]:
    for card in cards:
        pages = [letter_path(card)]
        if card.has_control:
            pages.append(control_path(card))
        # The themes print titles as they are.
        yield {escape(card.title, quote=False): pages}
