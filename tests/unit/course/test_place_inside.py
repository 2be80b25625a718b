"""The place of a character inside a value, whatever way the value is written."""

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from gramota.course.yaml_files.source import Source
from gramota.course.yaml_files.tree import Scalar

TEXTS = st.text(st.sampled_from("абвabc<>()|&*#:-?'\"\\ \n\tё😀é—%{}[],"), min_size=1, max_size=120)
STYLES = st.sampled_from([None, "'", '"', "|", ">"])


@given(TEXTS, STYLES, st.integers(10, 90))
@example("it's 'quoted' ''", "'", 10)
@example("\n  indented\n\ntext\n", "|", 80)
@example("a\n\nb c\n", ">", 10)
@settings(derandomize=True, deadline=None, max_examples=400)
def test_place_of_every_visible_character_holds_that_character(text: str, style: str | None, width: int) -> None:
    written = yaml.dump({"key": {"inner": [text]}}, default_style=style, allow_unicode=True, width=width).replace(
        "!!str ", ""
    )
    source = Source("x.yml", written)
    node = source.node("key", "inner", 0)
    assert isinstance(node, Scalar), written
    lines = written.splitlines()
    for offset, character in enumerate(node.raw):
        if character.isspace():
            continue
        where = source.where_inside(offset, "key", "inner", 0)
        there = lines[where.line - 1][where.column - 1 :]
        assert there.startswith((character, "\\")), (written, offset, where)


@pytest.mark.parametrize(
    ("written", "inside", "place"),
    [
        ("a: client <нет", "<", "1:11"),
        ('a: "\\"\\\\<"', '"', "1:5"),
        ('a: "\\"\\\\<"', "\\", "1:7"),
        ("a: 'it''s <x'", "<", "1:11"),
        ('a: "\\u2014\\"\\n<x"', "<", "1:15"),
        ('a: "one\\\n    two"', "w", "2:6"),
        ("a: |\n  one\n\n  two <x\n", "<", "4:7"),
        ("a: >-  # note <\n    one\n    <x\n", "<", "3:5"),
        ("a: |2\n   <x\n", "<", "2:4"),
        ("a: one\n  two\n  <x\n", "<", "3:3"),
        ("a: [b, c <x]", "<", "1:10"),
    ],
)
def test_place_is_exact_in_every_style(written: str, inside: str, place: str) -> None:
    source = Source("x.yml", written)
    path = ("a", 1) if "[" in written else ("a",)
    node = source.node(*path)
    assert isinstance(node, Scalar)
    where = source.where_inside(node.raw.index(inside), *path)
    assert f"{where.line}:{where.column}" == place


def test_end_of_a_phrase_is_behind_its_last_character() -> None:
    source = Source("x.yml", "a: 'b (c'\nd: e\n")
    assert str(source.where_inside(4, "a")) == "x.yml:1:9"


@pytest.mark.parametrize("written", ["a:\nb: c", "a: ''\nb: c", "a: ' '\nb: c"])
def test_text_without_characters_has_the_place_of_its_beginning(written: str) -> None:
    source = Source("x.yml", written)
    assert source.where_inside(0, "a") == source.where("a")


def test_place_in_what_is_no_text_is_the_place_of_it() -> None:
    assert str(Source("x.yml", "a: [b]").where_inside(3, "a")) == "x.yml:1:4"
