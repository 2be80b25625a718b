"""Ids that authors give to parts of their texts, where the page has such ids of its own."""

import re
from collections.abc import Iterator

from gramota.course.checks.quiz_texts import shown_texts
from gramota.course.markdown.unsafe_html import find_ids
from gramota.course.yaml_files.place_inside import Place, place_inside
from gramota.course.yaml_files.source import Source
from gramota.course.yaml_files.tree import Scalar, entries, words
from gramota.errors import Problem, Where

# Our own parts of the page, and the theme's.
_RESERVED = re.compile(r"gramota|__|(?:answer|check|control|learner|prompt)\.")


def check_letter_ids(letter: Source) -> Iterator[Problem]:
    """Yield the ids in the letter's texts that its page has already."""
    taken = section_ids(letter)
    for section in entries(letter.tree, "sections"):
        for body in words(section, "body"):
            yield from _clashes(letter, body, taken)


def check_quiz_ids(quiz: Source, letter: Source | None) -> Iterator[Problem]:
    """Yield the ids in the quiz's texts that the letter's page, or the control sheet's, has already."""
    taken = section_ids(letter) if letter else frozenset()
    for _, text in shown_texts(quiz):
        yield from _clashes(quiz, text, taken)


def section_ids(letter: Source) -> frozenset[str]:
    """Return the ids of the letter's sections."""
    return frozenset(found.raw for section in entries(letter.tree, "sections") for found in words(section, "id"))


def _clashes(source: Source, text: Scalar, taken: frozenset[str]) -> Iterator[Problem]:
    for value, offset in find_ids(text.raw):
        if value in taken or _RESERVED.match(value):
            begin = Place(text.mark.line + 1, text.mark.column + 1)
            where = Where(source.path, *place_inside(source.text, begin, text.raw, offset))
            yield Problem.at(where, "G071", value=value).until(where.column + len(value))
