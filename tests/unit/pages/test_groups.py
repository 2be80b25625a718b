"""Groups of letters: addresses of their own, pages that do not grow, and no letter lost or counted twice."""

import html
import json
import re
from collections.abc import Sequence
from dataclasses import replace

from tests.browser.blocks import load_every_type

from gramota.pages import Card, Page, card_of, render_group_pages, render_letter_list
from gramota.pages.group_pages import LONGEST
from gramota.pages.groups import groups_of

VSE = "vse--c30897"
"""The address of a group called «Все»."""

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


def _addresses(*audience: str) -> dict[str, str]:
    return {group.audience: group.name for group in groups_of(_cards(1, audience))}


def test_audiences_that_are_written_strangely_have_pages_of_their_own():
    pages = _pages(_cards(30, ("Отдел продаж", "<b>&amp; Сыновья", "…")))
    (path,) = (path for path in pages if path.startswith("letters-for/b-amp-synovya--"))
    strange = pages[path].whole_markdown()
    assert "<b>" not in strange
    assert "<b>&amp; Сыновья" in html.unescape(strange).replace("\\", "")


def test_an_address_depends_on_the_groups_name_alone():
    alike = ("R&D", "R D", "r-d", "Склад", "Sklad", "1. Склад", "Склад (юг)", "con", "group", "…")
    together = _addresses(*alike)
    assert len(set(together.values())) == len(alike)
    for name in alike:
        assert _addresses(name) == {name: together[name]}
    assert (together["R D"], together["Sklad"], together["group"]) == ("r-d", "sklad", "group")
    assert together["Склад"] == "sklad--e66048"


def test_a_choice_in_the_browser_outlasts_another_spelling_of_the_group():
    spellings = ("Straße  Süd", "STRASSE SÜD", "stras\u00adse su\u0308d")
    assert {group.key for name in spellings for group in groups_of(_cards(1, (name,)))} == {"strasse süd"}
    html = render_letter_list(_cards(30, (spellings[0], "Все")), "ru", "Сайт", str).html
    assert 'data-own value="strasse süd"' in html


def test_spellings_of_one_group_share_a_page_under_the_one_that_most_letters_have():
    first, second, *others = _cards(30, ("Ёлочный отдел",))
    otherwise = replace(first, audience=("елочный ОТДЕЛ",)), replace(second, audience=("ЁЛОЧНЫЙ ОТДЕЛ",))
    (group,) = groups_of([*otherwise, *others])
    assert (group.audience, group.letters) == ("Ёлочный отдел", 30)
    assert groups_of([otherwise[0]])[0].name == group.name


def test_groups_stand_in_the_order_of_the_alphabet():
    names = ["Бухгалтерия", "ёлочный отдел", "Жилищный отдел", "отдел 2", "Отдел 10", "склад"]
    assert [group.audience for group in groups_of(_cards(1, names[::-1]))] == names


def test_a_group_says_in_which_languages_it_has_letters():
    first, second = _cards(2, ("Все",))
    found = render_letter_list([*_cards(30, ("Склад",)), replace(first, id="de", lang="de"), second], "ru", "Сайт", str)
    assert re.findall(r'data-piece="(\w+)--\w+" data-in="([^"]*)"', found.html) == [
        ("vse", "de:1 ru:1 "),
        ("sklad", "ru:30 "),
    ]
    assert "data-in" not in render_letter_list(_cards(30), "ru", "Сайт", str).html


def test_groups_with_commas_in_their_names_are_told_apart_on_a_letter():
    lesson = load_every_type()
    named = lesson.letter.model_copy(update={"audience": ("Вода, газ", "Склад")})
    assert card_of(replace(lesson, letter=named)).facts.audience == "Вода, газ; Склад"


def test_a_large_group_has_several_pages_and_each_letter_on_one():
    cards = _cards(2 * LONGEST + 30)
    pages = _pages(cards)
    assert [*pages] == [f"letters-for/{VSE}/{part}index.md" for part in ("", "2/", "3/")]
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
    told = {letter["letter"]: letter for letter in json.loads(script.removeprefix(f'gramotaLetters("{VSE}",')[:-3])}
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
