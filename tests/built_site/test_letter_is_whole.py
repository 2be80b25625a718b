"""The built pages hold the whole letter and its control sheet, word for word."""

import re
from pathlib import Path

import pytest

from tests.built_site.building import built_texts, visible_text

# The letter as the company gave it: tests/data/closer_letter.txt, verbatim.
SOURCE = (Path(__file__).parents[1] / "data/closer_letter.txt").read_text(encoding="utf-8")
LETTER, CONTROL = SOURCE.split("Контрольный лист")
# The second line's facts are fields of the letter; the site writes the date in words.
FACTS = "Инструктивное письмо от 15.03.2021 Аудитория: Департамент продаж"


def _sentences(text: str) -> list[str]:
    lines = (re.sub(r"^(?:- )?(?:\d\. )?", "", line.strip()) for line in text.splitlines() if line.strip())
    parts = (part for line in lines for part in re.split(r"(?<=[.!?])\s+(?=[А-ЯA-Z])", line))
    return [_bare(part) for part in parts if part != FACTS]


def _bare(text: str) -> str:
    """Drop what is typography: bold marks, and the shape of quotes, dashes and spaces."""
    for shape, plain in (("**", ""), ("«", '"'), ("»", '"'), ("“", '"'), ("”", '"'), ("–", "-"), ("—", "-")):
        text = text.replace(shape, plain)
    return " ".join(text.split())


@pytest.fixture(scope="module")
def letter_text(example_site: Path) -> str:
    return _bare(visible_text(built_texts(example_site)["letters/closer-product/index.html"]))


def test_the_source_is_split_into_all_its_sentences():
    assert len(_sentences(LETTER)) >= 35
    assert len(_sentences(CONTROL)) >= 5


@pytest.mark.parametrize("sentence", _sentences(LETTER))
def test_no_sentence_of_the_letter_is_lost(sentence: str, letter_text: str):
    assert sentence in letter_text


def test_no_fact_of_the_heading_is_lost(letter_text: str):
    assert "15 марта 2021" in letter_text
    assert "Департамент продаж" in letter_text


def test_bold_words_stay_bold(example_site: Path):
    page = built_texts(example_site)["letters/closer-product/index.html"]
    for bold in re.findall(r"\*\*(.+?)\*\*", LETTER):
        assert re.search(rf"<strong>\s*{re.escape(bold)}\s*</strong>", page), bold


@pytest.mark.parametrize("question", _sentences(CONTROL))
def test_no_control_question_is_lost(question: str, example_site: Path):
    page = built_texts(example_site)["letters/closer-product/control.html"]
    assert question in _bare(visible_text(page))
