"""Groups of letters: addresses of their own, pages that do not grow, and no letter lost or counted twice."""

import html
import json
from collections.abc import Sequence
from dataclasses import replace

from tests.browser.blocks import load_every_type

from gramota.pages import Card, Page, card_of, render_group_pages, render_letter_list
from gramota.pages.group_pages import LONGEST
from gramota.pages.groups import groups_of

CARD = card_of(load_every_type())


def _cards(count: int, audience: Sequence[str] = ("Все",)) -> list[Card]:
    days = [f"2021-{1 + number % 12:02}-{1 + number % 28:02}" for number in range(count)]
    facts = [replace(CARD.facts, iso_date=day) for day in days]
    own = {"audience": tuple(audience)}
    return [
        replace(CARD, id=f"letter-{number}", original=f"letter-{number}", facts=facts[number], **own)
        for number in range(count)
    ]


def _pages(cards: Sequence[Card]) -> dict[str, Page]:
    return {page.path: page for page in render_group_pages(cards, "ru", "Сайт")}


def test_audiences_that_are_written_alike_or_strangely_have_pages_of_their_own():
    pages = _pages(_cards(30, ("Отдел продаж", "отдел продаж", "<b>&amp; Сыновья", "…")))
    assert {path.split("/")[1] for path in pages} == {"b-amp-synovya", "otdel-prodazh", "otdel-prodazh-2", "group"}
    strange = pages["letters-for/b-amp-synovya/index.md"].whole_markdown()
    assert "<b>" not in strange
    assert "<b>&amp; Сыновья" in html.unescape(strange).replace("\\", "")


def test_a_large_group_has_several_pages_and_each_letter_on_one():
    cards = _cards(2 * LONGEST + 30)
    pages = _pages(cards)
    assert [*pages] == [f"letters-for/vse/{part}index.md" for part in ("", "2/", "3/")]
    texts = [page.whole_markdown() for page in pages.values()]
    assert [text.count("data-letter=") for text in texts] == [LONGEST, LONGEST, 30]
    for card in cards:
        assert sum(f'data-letter="{card.id}"' in text for text in texts) == 1
    for text in texts:
        assert text.count('aria-current="page"') == 2
        assert len([path for path in pages if f"gramota.root/{path}" in text]) == 2


def test_the_newest_letters_of_a_group_stand_first():
    dates = [card.facts.iso_date for card in groups_of(_cards(60))[0].cards]
    assert dates == sorted(dates, reverse=True)


def test_a_letter_in_two_languages_counts_once_in_its_group():
    first, *others = _cards(30)
    twin = replace(first, id="twin", lang="en")
    (group,) = groups_of([first, twin, *others])
    assert (group.letters, len(group.cards)) == (30, 31)


def test_pieces_say_of_a_letter_what_its_card_says():
    first, *others = _cards(30)
    twin = replace(first, id="twin", lang="en", valid_for="1y", has_control=False, questions="")
    found = render_letter_list([first, twin, *others], "ru", "Сайт", lambda path: f"at/{path}")
    ((path, script),) = found.files.items()
    assert f'data-pieces="{path.rpartition("/")[0]}/"' in found.html
    told = {letter["letter"]: letter for letter in json.loads(script.removeprefix('gramotaLetters("vse",')[:-3])}
    date = int(first.facts.iso_date.replace("-", ""))
    head = {"title": CARD.title, "revision": CARD.revision, "date": date, "of": first.id}
    assert told["twin"] == {
        "letter": "twin", "page": "at/letters/twin/index.md", **head, "validFor": "1y", "lang": "en",
    }  # fmt: skip
    check = {"check": CARD.questions, "asked": CARD.asked, "sheet": "at/letters/letter-0/control.md"}
    assert told["letter-0"] == {
        "letter": "letter-0", "page": "at/letters/letter-0/index.md", **head, **check, "lang": "ru",
    }  # fmt: skip
    assert "of" not in told["letter-1"]


def test_the_same_letters_give_the_same_files_and_one_changed_letter_another_folder():
    cards = _cards(30)
    made = [render_letter_list(each, "ru", "Сайт", str).files for each in (cards, cards, _raised(cards))]
    assert made[0] == made[1]
    assert made[0].keys() != made[2].keys()


def _raised(cards: Sequence[Card]) -> list[Card]:
    return [replace(cards[0], revision=9), *cards[1:]]
