"""A phrase with one more word says what it said, and that word; authors paste it as it is shown."""

import pytest

from gramota.rubric.phrases.parse import parse_phrase
from gramota.rubric.phrases.parts import parts_of, render_item, widened, with_wider_groups


@pytest.mark.parametrize(
    ("phrase", "parts"),
    [
        ("нажать кнопка", ["нажать", "кнопка"]),
        ("нажать|жать кнопка", ["(нажать|жать)", "кнопка"]),
        ('"красный кнопка" <place>', ["красный", "кнопка", "<place>"]),
        ("сказать (охранник|начальник смена) ~2", ["сказать", "(охранник|начальник смена)"]),
        ("эвак* кол-во", ["эвак*", "кол-во"]),
    ],
)
def test_parts_are_what_an_answer_needs_a_word_for(phrase: str, parts: list[str]):
    assert [part.text for part in parts_of(parse_phrase(phrase))] == parts


@pytest.mark.parametrize(
    ("phrase", "at", "wider"),
    [
        ("нажать кнопка", 1, "нажать (кнопка|рычаг)"),
        ("нажать|жать кнопка ~6", 0, "(нажать|жать|рычаг) кнопка ~6"),
        ('"красный кнопка"', 1, '"красный (кнопка|рычаг)"'),
        ("сказать (охранник|начальник смена)", 1, "сказать (охранник|начальник смена|рычаг)"),
        ("эвак* ~0", 0, "(эвак*|рычаг) ~0"),
    ],
)
def test_a_word_is_added_to_one_part_alone(phrase: str, at: int, wider: str):
    parsed = parse_phrase(phrase)
    assert widened(parsed, parts_of(parsed)[at], "рычаг") == wider
    assert parse_phrase(wider)


def test_a_group_is_wider_wherever_the_phrase_names_it():
    parsed = parse_phrase("(<client>|новый лид) <client> ~4")
    assert with_wider_groups(parsed, frozenset({"client"}), "друг") == "((<client>|друг)|новый лид) (<client>|друг) ~4"


@pytest.mark.parametrize("phrase", ["a|b c", '"a (b|c d)"', '<g> (x|"y z") wide*', "кол-во (не только|лишь)"])
def test_a_phrase_is_written_as_it_is_read(phrase: str):
    again = parse_phrase(render_item(parse_phrase(phrase).row))
    assert render_item(again.row) == render_item(parse_phrase(phrase).row)
