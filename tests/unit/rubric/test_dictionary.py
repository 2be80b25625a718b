"""The dictionary read by our own walks must be the dictionary that pymorphy3 reads."""

import pytest

from gramota.rubric.dictionary import analyzer, plain, readings_of
from gramota.rubric.neighbours import russian_neighbours

WORDS = """маржа стали счета отчет еще поэффективнее наилучший какой-нибудь окупается клиентов технарь ни бы мел
аннулировать реализовать доводить по-новому дома белила нею учет счет лет ёжик пять сорока"""

NEIGHBOURS = [
    ("маржа", "баржа"),
    ("план", "клан"),
    ("ответ", "отчет"),
    ("учет", "счет"),
    ("везде", "езда"),
    ("цена", "сцена"),
    ("сцена", "цена"),
    ("корт", "крот"),
    ("смета", "слет"),
]


@pytest.mark.parametrize("word", [plain(word) for word in WORDS.split()])
def test_no_reading_of_a_word_is_lost_or_made_up(word):
    parses = [parse for parse in analyzer().parse(word) if len(parse.methods_stack) == 1 and parse.is_known]
    expected = {(plain(parse.normal_form), parse.tag.grammemes) for parse in parses}
    assert {(lexeme.base, grammemes) for lexeme, grammemes in readings_of(word)} == expected


@pytest.mark.parametrize("word", ["мжра", "абырвалг", "qwerty", "", "12", "а" * 200])
def test_what_is_no_word_has_no_reading(word):
    assert readings_of(word) == []


@pytest.mark.parametrize(("base", "neighbour"), NEIGHBOURS)
def test_words_one_slip_away_are_found_with_their_forms(base, neighbour):
    found = {lexeme.base: lexeme for lexeme in russian_neighbours(base)}
    assert neighbour in found
    forms = {plain(form.word) for form in analyzer().parse(neighbour)[0].lexeme}
    assert forms <= set(found[neighbour].forms)


@pytest.mark.parametrize("base", ["счет", "маржа", "ель", "отдел"])
def test_no_slip_is_missed_or_made_up(base):
    known = [slip for slip in _slips(base) if analyzer().word_is_known(slip)]
    expected = {plain(parse.normal_form) for slip in known for parse in analyzer().parse(slip)} - {base}
    assert {lexeme.base for lexeme in russian_neighbours(base)} == expected


def _slips(word: str) -> set[str]:
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    letters = [chr(code) for code in range(ord("а"), ord("я") + 1)]
    more = {head + letter + tail for head, tail in cuts for letter in letters}
    other = {head + letter + tail[1:] for head, tail in cuts if tail for letter in letters}
    less = {head + tail[1:] for head, tail in cuts if tail}
    swapped = {head + tail[1] + tail[0] + tail[2:] for head, tail in cuts if len(tail) > 1}
    return (more | other | less | swapped) - {word}
