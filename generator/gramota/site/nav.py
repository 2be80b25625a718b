"""The navigation of mkdocs.yml, in which `letters/` stands for all letters and a letter's file for its page.

Of many letters the pages of their groups stand there too, in a section of their own.
"""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any, NamedTuple

from gramota.pages import Card, control_path, letter_path
from gramota.pages.group_pages import pages_of
from gramota.pages.groups import Group, groups_of, is_long
from gramota.wording import wording

LETTERS_IN_NAV = "letters/"


class _Letters(NamedTuple):
    """What stands in the navigation for all letters, and for a letter's file."""

    entries: Sequence[dict[str, Any]]
    pages: Mapping[str, str]


def expand_nav(entries: list[Any], cards: Sequence[Card], lang: str) -> list[Any]:
    """Return the navigation's entries with the letters in their places; `lang` is the site's."""
    pages = {f"letters/{card.id}.yml": letter_path(card) for card in cards}
    return _expand_all(entries, _Letters([*_letters_nav(cards), *_groups_nav(cards, lang)], pages))


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


def _groups_nav(cards: Sequence[Card], lang: str) -> Iterator[dict[str, Any]]:
    if is_long(cards):
        yield {wording("site", lang)("by_audience"): [_group_nav(group) for group in groups_of(cards)]}


def _group_nav(group: Group) -> dict[str, Any]:
    first, *others = pages = pages_of(group)
    entries = [{page.span: page.path} for page in pages]
    return {escape(group.audience, quote=False): entries if others else first.path}
