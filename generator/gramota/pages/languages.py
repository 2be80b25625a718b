"""Where the same letter, or its sheet, stands in other languages."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from gramota.pages.card import Card
from gramota.pages.environment import render_template
from gramota.pages.letter_page import control_path, letter_path
from gramota.pages.links import address_from_root
from gramota.pages.page import Page
from gramota.wording import wording


def translations_of(cards: Iterable[Card]) -> Mapping[str, Sequence[Card]]:
    """Return of each original all letters that it is, by language; without letters that are in one language only."""
    found: dict[str, list[Card]] = {}
    for card in sorted(cards, key=lambda card: card.lang):
        found.setdefault(card.original, []).append(card)
    return {original: letters for original, letters in found.items() if len(letters) > 1}


def spoken_languages(cards: Iterable[Card]) -> list[tuple[str, str]]:
    """Return the languages of the letters, each with the name that its own speakers call it."""
    spoken = sorted({card.lang for card in cards})
    return sorted(((lang, _name_of(lang)) for lang in spoken), key=lambda each: each[1])


def with_languages(pages: Iterable[Page], cards: Sequence[Card]) -> Iterator[Page]:
    """Yield the pages, those of letters in several languages with links to the others."""
    links = dict(_links(cards))
    yield from (page.with_languages(links[page.path]) if page.path in links else page for page in pages)


def _links(cards: Sequence[Card]) -> Iterator[tuple[str, str]]:
    for letters in translations_of(cards).values():
        for card in letters:
            others = [other for other in letters if other is not card]
            yield letter_path(card), _render(card, [(other.lang, letter_path(other)) for other in others])
            sheets = [(other.lang, control_path(other)) for other in others if other.has_control]
            if sheets:
                yield control_path(card), _render(card, sheets)


def _render(card: Card, others: Sequence[tuple[str, str]]) -> str:
    links = [(lang, _name_of(lang), address_from_root(path)) for lang, path in others]
    return render_template("languages.html.j2", links=links, say=wording("site", card.lang))


def _name_of(lang: str) -> str:
    return wording("site", lang)("language")
