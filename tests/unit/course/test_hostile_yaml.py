"""YAML that would exhaust, run or mislead a careless reader is refused, at its place."""

import sys

import pytest

from gramota.course.yaml_files.scalar import OddNumber, value_of
from gramota.course.yaml_files.source import MAX_BYTES, Source
from gramota.course.yaml_files.syntax import MAX_DEPTH


def told(text: str) -> list[str]:
    return [f"{problem.where.line}:{problem.where.column} {problem.code}" for problem in Source("x.yml", text).problems]


@pytest.mark.parametrize("bracket", ["[", "{", "- ", "? ", "[{a: "])
def test_a_million_brackets_do_not_exhaust_the_stack(bracket: str) -> None:
    [problem] = told(bracket * (MAX_BYTES // len(bracket)))
    assert problem.endswith("G006")


def test_deepest_nesting_allowed_is_read_and_one_level_more_is_not() -> None:
    inside = MAX_DEPTH - 1
    assert told("a: " + "[" * inside + "]" * inside) == []
    assert told("a: " + "[" * (inside + 1) + "]" * (inside + 1)) == [f"1:{4 + inside} G006"]


def test_alias_bomb_is_refused_without_being_built() -> None:
    bomb = "a: &a [x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    assert told(bomb)[:4] == ["1:4 G005", "2:4 G005", "2:8 G005", "2:12 G005"]
    assert all(problem.endswith("G005") for problem in told(bomb))


def test_alias_that_holds_itself_is_refused() -> None:
    assert told("a: &a [*a]") == ["1:4 G005", "1:8 G005"]


@pytest.mark.parametrize(
    "tag", ["!!python/object/apply:os.system", "!!binary", "!!str", "!!set", "!local", "!<tag:example.org,2026:x>"]
)
def test_tag_is_refused_and_nothing_is_constructed(tag: str) -> None:
    assert told(f"a: {tag} x") == ["1:4 G008"]


def test_python_tag_is_shown_as_it_was_written() -> None:
    [problem] = Source("x.yml", "a: !!python/name:sys.exit x").problems
    assert dict(problem.values) == {"tag": "!!python/name:sys.exit"}


@pytest.mark.parametrize("key", ["[a, b]", "{a: b}", "? [a]\n"])
def test_key_that_is_no_text_is_refused(key: str) -> None:
    assert told(f"{key}: x")[-1].endswith("G009")


def test_all_keys_of_a_tree_are_text() -> None:
    tree = Source("x.yml", "1: a\nno: b\n~: c\n2021-03-15: d\n'': e\n").tree
    assert tree is not None
    assert list(tree.items) == ["1", "no", "~", "2021-03-15", ""]


def test_second_of_two_keys_does_not_replace_the_first() -> None:
    source = Source("x.yml", "a: 1\n'a': 2\na: 3\n")
    assert told(source.text) == ["2:1 G010", "3:1 G010"]
    assert source.node("a") == source.tree.items["a"] if source.tree else False
    assert source.where("a").line == 1


@pytest.mark.parametrize(
    "word",
    [
        "=",
        "<<",
        "0b_",
        "0x_",
        "2021-13-45",
        "2021-02-30",
        "9999-12-31 23:59:59 -99:99",
        "9" * (sys.get_int_max_str_digits() + 1),
        "1" + ":59" * 400 + ".5",
        "_",
        "-",
        "Текст",
    ],
    ids=lambda word: word[:20],
)
def test_word_that_yaml_cannot_make_a_value_of_stays_a_word(word: str) -> None:
    assert value_of(word) == word


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("no", False),
        ("On", True),
        ("0.5", 0.5),
        ("-07.5", OddNumber("-07.5")),
        ("~", None),
        ("", None),
        ("1_000", 1000),
        (".5", 0.5),
    ],
)
def test_word_is_read_as_other_yaml_readers_read_it(word: str, value: object) -> None:
    assert value_of(word) == value


@pytest.mark.parametrize("word", ["1:30", "1:30.5", "-1:30", "010", "-010", "0x1F", "0b11", "00"])
def test_number_that_nobody_means_is_neither_a_number_nor_a_text(word: str) -> None:
    """Other YAML readers make 90, 8, 31 and 3 of them, and newer ones do not."""
    assert value_of(word) == OddNumber(word)
