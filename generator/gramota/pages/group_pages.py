"""The pages of a large site's groups: a line for each letter, on each page so many that none grows with the site."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gramota.pages.card import Card
from gramota.pages.environment import render_template
from gramota.pages.groups import Group, groups_of
from gramota.pages.languages import spoken_languages, translations_of
from gramota.pages.letter_page import control_path, letter_path
from gramota.pages.links import address_from_root
from gramota.pages.markup import as_text
from gramota.pages.page import Blocks, Page, front_matter
from gramota.quiz import PageKind
from gramota.wording import wording

LONGEST = 100
"""Letters of a page."""

GROUPS_FOLDER = "letters-for"
"""Below the docs folder; no letter lies there."""


@dataclass(frozen=True)
class GroupPage:
    """A page of a group's letters; `span` says from when to when they are."""

    group: Group
    number: int
    cards: Sequence[Card]
    span: str

    @property
    def path(self) -> str:
        """The source path, in a folder of its own beside that of the letters."""
        return group_path(self.group, self.number)


def group_path(group: Group, number: int = 1) -> str:
    """Return the source path of the group's page with this number."""
    return f"{GROUPS_FOLDER}/{group.name}/{'' if number == 1 else f'{number}/'}index.md"


def pages_of(group: Group) -> list[GroupPage]:
    """Return the group's pages, the newest letters on the first."""
    parts = [group.cards[first : first + LONGEST] for first in range(0, len(group.cards), LONGEST)]
    spans = [_span(cards) for cards in parts]
    # Of many letters of one year several pages have the same span.
    told = [f"{span}, {spans[:at].count(span) + 1}" if spans.count(span) > 1 else span for at, span in enumerate(spans)]
    return [GroupPage(group, at + 1, cards, told[at]) for at, cards in enumerate(parts)]


def _span(cards: Sequence[Card]) -> str:
    """The years: to name months would take a dictionary of dates, which a build without changes never opens."""
    return "–".join(dict.fromkeys(card.facts.iso_date[:4] for card in (cards[-1], cards[0])))


def render_group_pages(cards: Sequence[Card], lang: str, site: str) -> Iterator[Page]:
    """Yield all pages of all groups; `site` names the site in what browsers store."""
    groups = groups_of(cards)
    shared = {
        "languages": spoken_languages(cards),
        "translated": translations_of(cards).keys(),
        "has_several": len(groups) > 1,
        "site": site,
        "lang": lang,
    }
    for group in groups:
        pages = pages_of(group)
        yield from (_render(page, pages, shared) for page in pages)


def _render(page: GroupPage, pages: Sequence[GroupPage], shared: dict[str, object]) -> Page:
    lang = str(shared["lang"])
    audience, blocks = page.group.audience, Blocks()
    block = render_template(
        "group.html.j2",
        page=page,
        pages=[(other.span, address_from_root(other.path), other is page) for other in pages] if len(pages) > 1 else [],
        letter_address=lambda letter: address_from_root(letter_path(letter)),
        control_address=lambda letter: address_from_root(control_path(letter)),
        say=wording("site", lang),
        **shared,
    )
    title = audience if len(pages) == 1 else f"{audience}: {page.span}"
    markdown = f"# {as_text(audience)}\n\n{blocks.place(block)}\n"
    return Page(page.path, lang, front_matter(title) + markdown, PageKind.HOME, blocks=blocks.kept)
