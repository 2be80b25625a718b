"""Compares an imported letter with the shipped one: its sections with what readers see of them, and its questions."""

import re
from html import unescape
from pathlib import Path

from tests.office.exported_letter import shipped_lesson

from gramota.exchange.draft import ControlDraft
from gramota.exchange.read_file import read_file
from gramota.pages.markup import render_block


def seen(markdown: str) -> str:
    """Return what readers see of the text, in one line."""
    return (
        " ".join(unescape(re.sub(r"<[^>]*>", " ", render_block(markdown, {}))).split())
        .replace(" ,", ",")
        .replace(" .", ".")
    )


def assert_same_letter(path: Path) -> None:
    lesson, found = shipped_lesson(), read_file(path)
    letter = found.letter
    assert letter is not None
    assert (letter.title, letter.date, letter.audience) == (
        lesson.letter.title,
        lesson.letter.date,
        lesson.letter.audience,
    )
    assert [(section.title, section.level) for section in letter.sections] == [
        (section.title, section.level) for section in lesson.letter.sections
    ]
    for one, other in zip(letter.sections, lesson.letter.sections, strict=True):
        assert seen(one.body) == seen(other.body)
        # Word has no boxes such as "!!! warning", and a PDF no bold words.
        if path.suffix == ".docx" and "!!!" not in other.body:
            assert one.body == other.body
    asked = [question.asked for question in found.questions]
    assert [each.prompt for each in asked if isinstance(each, ControlDraft)] == [each.prompt for each in lesson.control]
    assert len(asked) == len(lesson.control)
