"""What only the files together can know to be wrong: ids that stand twice, and names that lead nowhere.

The checks read the YAML trees and not the models, so that a mistake in one field does not hide these.
"""

from collections.abc import Iterator

from gramota.course.source import Source
from gramota.course.validation import suggestion
from gramota.course.yaml_tree import Mapping, Node, Scalar, entries, words
from gramota.errors import Problem


def check_letter(letter: Source) -> Iterator[Problem]:
    """Yield the section ids that stand twice."""
    yield from _repeated_ids(letter.tree, "sections")
    yield from _orphan_subsections(letter.tree)


def check_quiz(quiz: Source, letter: Source | None) -> Iterator[Problem]:
    """Yield ids that stand twice in the quiz, and references to sections, criteria and misconceptions that lead nowhere."""
    yield from _repeated_ids(quiz.tree, "self_check")
    yield from _repeated_ids(quiz.tree, "control")
    for question in entries(quiz.tree, "control"):
        yield from _check_question(question)
    if letter is not None and letter.tree is not None:
        yield from _dangling_sections(quiz.tree, letter.tree)


def _check_question(question: Mapping) -> Iterator[Problem]:
    yield from _repeated_ids(question, "criteria")
    yield from _repeated_ids(question, "misconceptions")
    for example in entries(question, "examples"):
        yield from _dangling(example, "met", _ids(question, "criteria"), "G063")
        yield from _dangling(example, "held", _ids(question, "misconceptions"), "G064")


def _dangling_sections(quiz: Mapping | None, letter: Mapping) -> Iterator[Problem]:
    known = _ids(letter, "sections")
    for listed in ("self_check", "control"):
        for item in entries(quiz, listed):
            yield from _dangling(item, "section", known, "G062")


def _dangling(entry: Mapping, key: str, known: list[str], code: str) -> Iterator[Problem]:
    for word in words(entry, key):
        if word.value not in known:
            values = {"value": word.value, "suggestion": suggestion(word.value, known), "known": ", ".join(known)}
            yield Problem.at(word.where, code, **values)


def _repeated_ids(parent: Node | None, key: str) -> Iterator[Problem]:
    first: dict[str, Scalar] = {}
    for entry in entries(parent, key):
        for found in words(entry, "id"):
            if found.value in first:
                yield Problem.at(found.where, "G060", value=found.value, line=first[found.value].where.line)
            first.setdefault(found.value, found)


def _orphan_subsections(letter: Node | None) -> Iterator[Problem]:
    first = next(entries(letter, "sections"), None)
    level = first.items.get("level") if first else None
    if isinstance(level, Scalar) and level.value == 3:
        yield Problem.at(level.where, "G065")


def _ids(parent: Node | None, key: str) -> list[str]:
    return [found.value for entry in entries(parent, key) for found in words(entry, "id")]
