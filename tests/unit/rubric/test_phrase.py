"""What a trainer may write, and what a trainer is told when it cannot be read."""

import pytest

from gramota.rubric import (
    MESSAGES,
    PhraseError,
    compile_question,
    find_group_errors,
    find_phrase_errors,
    parse_phrase,
    score_answer,
)
from gramota.rubric.phrases.tree import AnyOf, Group, Prefix, Row, Word

from .questions import Criterion, Question

MISTAKES = [
    ("", "G101", ""),
    ("   ", "G101", "   "),
    ("—", "G101", "—"),
    ('""', "G101", '""'),
    ("новый (клиент", "G102", "("),
    ("новый (клиент|", "G102", "("),
    ("клиент) новый", "G103", ")"),
    ("(клиент|)", "G104", ")"),
    ("(|клиент)", "G104", "|"),
    ("клиент|", "G104", "|"),
    ("|клиент", "G104", "|"),
    ("клиент | заказчик", "G105", "|"),
    ("клиент| заказчик", "G105", "|"),
    ("клиент |заказчик", "G105", "|"),
    ('"книга продаж', "G106", '"книга продаж'),
    ("<client", "G107", "<client"),
    ("<>", "G107", "<>"),
    ("a > b", "G107", ">"),
    ("<client>", "G108", "<client>"),
    ("ок*", "G109", "ок*"),
    ("окуп*ть", "G109", "окуп*"),
    ("* клиент", "G109", "*"),
    ("клиент ~", "G110", "~"),
    ("клиент ~99", "G110", "~99"),
    ("клиент ~3 новый", "G110", "~"),
    ("а" * 501, "G111", "а"),
    ("((((((((а))))))))", "G113", "("),
    (" ".join("абвгдежзиклмн"), "G112", " ".join("абвгдежзиклмн")),
]


@pytest.mark.parametrize(("text", "code", "marked"), MISTAKES)
def test_each_mistake_is_named_and_underlined(text, code, marked):
    (error,) = find_phrase_errors(text, ())
    assert (error.code, text[error.start : error.end]) == (code, marked)
    assert str(error) == MESSAGES[code].format(**error.values)


def test_every_unknown_group_of_a_phrase_is_reported_at_once():
    errors = find_phrase_errors("<client> и <deal>", {"margin"})
    assert [error.values["name"] for error in errors] == ["client", "deal"]
    assert errors[0].values["known"] == "margin"


def test_groups_in_a_cycle_are_reported_and_not_followed_forever():
    errors = find_group_errors({"a": ["<b>"], "b": ["x", "y <a>"], "c": ["<a>"]})
    assert {error.code for error in errors} == {"G114"}
    assert [error.place for error in errors] == [("synonyms", "a"), ("synonyms", "b")]


def test_group_errors_name_the_member():
    errors = find_group_errors({"a": ["x", "(y"], "b": []})
    assert [(error.code, error.place) for error in errors] == [
        ("G115", ("synonyms", "b")),
        ("G102", ("synonyms", "a", 1)),
    ]


def test_a_glued_bar_joins_just_two_words():
    (alternatives, word) = parse_phrase("сделка|договор новый").row.items
    assert alternatives == AnyOf((Word(("сделка",), "сделка"), Word(("договор",), "договор")))
    assert word == Word(("новый",), "новый")


def test_a_bar_in_brackets_parts_whole_rows():
    (alternatives,) = parse_phrase("(больше сделок | план продаж)").row.items
    assert [len(option.items) for option in alternatives.options] == [2, 2]


def test_everything_nests():
    (row, rest) = parse_phrase('("книга продаж"|<rules>) окуп* ~6').row.items
    assert isinstance(row.options[0], Row)
    assert row.options[0].exact
    assert row.options[1] == Group("rules", 16, 23)
    assert rest == Prefix("окуп")


def test_the_gap_is_read_from_the_end():
    assert [parse_phrase(text).gap for text in ("а б", "а б ~0", "а б ~6 ")] == [3, 0, 6]


def test_punctuation_around_words_is_ignored():
    assert parse_phrase("от 20%, «выше»").row.items == parse_phrase("от 20 выше").row.items


def test_a_phrase_error_keeps_its_place_when_moved():
    with pytest.raises(PhraseError) as caught:
        parse_phrase("(а")
    assert caught.value.at("criteria", "margin", "accept", 2).place == ("criteria", "margin", "accept", 2)


def chain(length: int) -> dict[str, list[str]]:
    return {"g1": ["дом"], **{f"g{number}": [f"<g{number - 1}>"] for number in range(2, length + 1)}}


@pytest.mark.parametrize("length", [21, 150, 2000])
def test_a_chain_of_groups_is_told_before_it_exhausts_the_stack(length):
    (error,) = find_group_errors(chain(length))
    assert (error.code, error.place) == ("G117", ("synonyms", "g21"))


def test_groups_may_stand_as_deep_as_the_limit_and_are_compiled():
    brackets = {name: [f"{'(дом|' * 6}{text}{')' * 6}"] for name, (text,) in chain(20).items()}
    question = Question([Criterion("asked", ["<g20>"])])
    assert find_group_errors(brackets) == []
    assert score_answer(compile_question(question, brackets, "ru"), "Дом").score == 1
