"""The home page: every letter, by the people whom it addresses, with the steps that its reader takes.

Of many letters it has the groups in place of letters, each with pages of its own, and the newest letters: so it
weighs the same however many there are.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from gramota.pages.card import Card
from gramota.pages.clearing import render_clearing
from gramota.pages.environment import render_template
from gramota.pages.group_pages import group_path
from gramota.pages.groups import groups_of, is_long, newest_first
from gramota.pages.languages import spoken_languages, translations_of
from gramota.pages.letter_page import control_path, letter_path
from gramota.pages.letter_pieces import LetterPieces, pieces_of
from gramota.pages.markup import as_text
from gramota.wording import wording

MARKER = "<!-- gramota: letters -->"
# As many rows as the browser fills of what is to be done; their room is kept before it does.
TODO_ROWS = 3
_WIDE = "---\nhide: [navigation, toc]\n---\n"

_NEWEST = 9


@dataclass(frozen=True)
class LetterList:
    """The list of letters as HTML, and the files that it loads, by their paths from the site's root."""

    html: str
    files: Mapping[str, str]


def render_letter_list(cards: Sequence[Card], lang: str, site: str, address: Callable[[str], str]) -> LetterList:
    """Return the list of letters for the page at the site's root.

    `site` names the site in what browsers store; `address` says where the page of a source path is, from the home page.
    """
    groups = groups_of(cards)
    pieces = pieces_of(groups, cards, address) if is_long(cards) else LetterPieces()
    html = render_template(
        "letter_list.html.j2",
        groups=groups,
        pieces=pieces.folder,
        newest=newest_first(cards)[:_NEWEST],
        languages=spoken_languages(cards),
        translated=translations_of(cards).keys(),
        group_address=lambda group: address(group_path(group)),
        letter_address=lambda letter: address(letter_path(letter)),
        control_address=lambda letter: address(control_path(letter)),
        rows=min(TODO_ROWS, len(cards)),
        clearing=render_clearing(lang, site),
        site=site,
        say=wording("site", lang),
        soon=wording("runtime", lang),
        lang=lang,
    )
    return LetterList(html, pieces.files)


def render_home(lang: str, site_name: str) -> str:
    """Return the Markdown of a home page for a site that has none of its own."""
    lead = wording("site", lang)("home_lead")
    return f"{_WIDE}# {as_text(site_name)}\n\n{lead}\n{{: .gramota-lead }}\n\n{MARKER}\n"
