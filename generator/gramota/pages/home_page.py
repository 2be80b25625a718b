"""The home page: every letter, by the people whom it addresses, with the steps that its reader takes.

Of a long list the newest letters have cards, and the others one line each, folded away until somebody asks for them.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from gramota.pages.card import Card
from gramota.pages.clearing import render_clearing
from gramota.pages.environment import render_template
from gramota.pages.languages import spoken_languages, translations_of
from gramota.pages.letter_page import control_path, letter_path
from gramota.pages.markup import as_text
from gramota.wording import wording

MARKER = "<!-- gramota: letters -->"
# As many rows as the browser fills of what is to be done; their room is kept before it does.
TODO_ROWS = 3
_WIDE = "---\nhide: [navigation, toc]\n---\n"
LONG_LIST = 24
"""Entries that one looks through; of a longer list the home page has cards for the newest only, a menu has a part."""

_NEWEST = 9


@dataclass(frozen=True)
class _Group:
    """An audience's letters, the newest first."""

    audience: str
    cards: Sequence[Card]
    rows: Sequence[Card]


def groups_of(cards: Iterable[Card]) -> list[_Group]:
    """Return the letters of each audience, audiences in alphabetical order; a letter to several is in each."""
    found: dict[str, list[Card]] = {}
    for card in sorted(cards, key=lambda card: card.facts.iso_date, reverse=True):
        for audience in card.audience:
            found.setdefault(audience, []).append(card)
    return [_group(audience, found[audience]) for audience in sorted(found)]


def _group(audience: str, cards: Sequence[Card]) -> _Group:
    shown = len(cards) if len(cards) <= LONG_LIST else _NEWEST
    return _Group(audience, cards[:shown], cards[shown:])


def render_letter_list(cards: Sequence[Card], lang: str, site: str, address: Callable[[str], str]) -> str:
    """Return the list of letters as HTML.

    `site` names the site in what browsers store; `address` says where the page of a source path is, from the home page.
    """
    return render_template(
        "letter_list.html.j2",
        groups=groups_of(cards),
        languages=spoken_languages(cards),
        translated=translations_of(cards).keys(),
        letter_address=lambda letter: address(letter_path(letter)),
        control_address=lambda letter: address(control_path(letter)),
        rows=min(TODO_ROWS, len(cards)),
        clearing=render_clearing(lang, site),
        site=site,
        say=wording("site", lang),
        soon=wording("runtime", lang),
        lang=lang,
    )


def render_home(lang: str, site_name: str) -> str:
    """Return the Markdown of a home page for a site that has none of its own."""
    lead = wording("site", lang)("home_lead")
    return f"{_WIDE}# {as_text(site_name)}\n\n{lead}\n{{: .gramota-lead }}\n\n{MARKER}\n"
