"""Whatever text is written, our loader reads the same, and other YAML tools read text too."""

import datetime as dt

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from gramota.course.yaml_files.source import Source
from gramota.course.yaml_files.tree import plain
from gramota.exchange.yaml_text import write_yaml

SIGNS = " \n\t:#-'\"[]{},|>&*!%@`?~=0159eyn.ойж"
TEXTS = st.text(st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from(SIGNS)), max_size=150)
MISREAD = [
    "no",
    "Yes",
    "on",
    "y",
    "n",
    "1:30",
    "010",
    "0o17",
    "0x1f",
    "1e3",
    ".5",
    "2021-03-15",
    "~",
    "null",
    "",
    "=",
    "<<",
]


def read(written: str) -> object:
    source = Source("written.yml", written)
    # It is read all the same; that no letter may hold such a character is another matter.
    assert {problem.code for problem in source.problems} <= {"G004.direction", "G004.escaped"}
    return plain(source.tree) if source.tree else None


@settings(deadline=None)
@given(TEXTS, st.lists(TEXTS, max_size=4))
@example(" begins with a blank\nand goes on", ["a, b"])
@example("\n\nbegins empty\n", ["- no entry", "#no comment"])
@example("a\u2028b", ["\ufeff", "\x00"])
def test_every_text_comes_back_as_it_was(text: str, texts: list[str]):
    content = {"title": text, "sections": [{"id": "a", "body": text, "list": texts}], "list": texts}
    expected = {"title": text, "sections": ({"id": "a", "body": text, "list": tuple(texts)},), "list": tuple(texts)}
    assert read(write_yaml(content, {}, frozenset({"sections"}))) == expected


@pytest.mark.parametrize("text", MISREAD)
def test_what_yaml_takes_for_something_else_is_quoted(text: str):
    written = write_yaml({"text": text, "list": [text]}, {}, frozenset())
    assert read(written) == {"text": text, "list": (text,)}
    assert yaml.safe_load(written) == {"text": text, "list": [text]}


def test_numbers_dates_and_truths_stay_what_they_are():
    content = {"date": dt.date(2021, 3, 15), "worth": 2, "tolerance": 0.00001, "whole": 5.0, "correct": True}
    written = write_yaml(content, {}, frozenset())
    assert yaml.safe_load(written) == content
    assert "tolerance: 0.00001" in written


def test_it_is_written_as_a_person_would():
    content = {
        "title": "Возврат товара: сроки",
        "audience": ["Продажи", "Склад"],
        "sections": [
            {"id": "terms", "body": "Первый абзац.\n\nВторой абзац.\n"},
            {"id": "long", "body": " ".join(["слово"] * 30)},
        ],
    }
    comments = {("audience",): ["Проверьте."], ("sections", 1): ["Длинный."]}
    assert write_yaml(content, comments, frozenset({"sections"})) == (
        "title: 'Возврат товара: сроки'\n"
        "# Проверьте.\n"
        "audience: [Продажи, Склад]\n"
        "\n"
        "sections:\n"
        "  - id: terms\n"
        "    body: |\n"
        "      Первый абзац.\n"
        "\n"
        "      Второй абзац.\n"
        "\n"
        "  # Длинный.\n"
        "  - id: long\n"
        "    body: >-\n"
        f"      {' '.join(['слово'] * 15)}\n"
        f"      {' '.join(['слово'] * 15)}\n"
    )
