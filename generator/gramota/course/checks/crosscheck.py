"""What only the files together can know to be wrong: ids that stand twice, and names that lead nowhere.

The checks read the YAML trees and not the models, so that a mistake in one field does not hide these. They pass over
what is wrong in itself: that is reported already.
"""

from collections.abc import Iterator

from gramota.course.checks.conditions import check_conditions
from gramota.course.checks.dangling import check_references, is_id
from gramota.course.checks.page_ids import check_letter_ids, check_quiz_ids
from gramota.course.model.terms import check_terms
from gramota.course.yaml_files.source import Source
from gramota.course.yaml_files.tree import Mapping, Node, Scalar, entries, words
from gramota.errors import Problem


def check_letter(letter: Source) -> Iterator[Problem]:
    """Yield ids that stand twice, a subsection with no section above it, and terms that no tooltip can explain."""
    yield from _repeated_ids(letter, letter.tree, "sections")
    yield from _orphan_subsection(letter)
    yield from check_letter_ids(letter)
    yield from check_terms(letter)


def check_quiz(quiz: Source, letter: Source | None) -> Iterator[Problem]:
    """Yield ids that stand twice, and references to sections, criteria and misconceptions that lead nowhere."""
    yield from _repeated_ids(quiz, quiz.tree, "self_check")
    yield from _repeated_ids(quiz, quiz.tree, "control")
    yield from check_quiz_ids(quiz, letter)
    for question in entries(quiz.tree, "control"):
        yield from _check_question(quiz, question)
    for item in _own_words(quiz):
        yield from _check_own_words(quiz, item)
    # A letter whose sections cannot be read has its own problem; each question would only repeat it.
    if letter and (known := _ids(letter.tree, "sections")):
        yield from _dangling_sections(quiz, known)


def _check_question(quiz: Source, question: Mapping) -> Iterator[Problem]:
    yield from _repeated_ids(quiz, question, "criteria")
    yield from _repeated_ids(quiz, question, "misconceptions")
    criteria, misconceptions = _ids(question, "criteria"), _ids(question, "misconceptions")
    yield from check_conditions(quiz, question, criteria, misconceptions)
    for example in entries(question, "examples"):
        yield from check_references(quiz, example, "met", criteria, "G063")
        yield from check_references(quiz, example, "held", misconceptions, "G064")


def _own_words(quiz: Source) -> Iterator[Mapping]:
    """Yield the self-check's questions that have a rubric."""
    for item in entries(quiz.tree, "self_check"):
        if any(found.value == "text" for found in words(item, "type")):
            yield item


def _check_own_words(quiz: Source, item: Mapping) -> Iterator[Problem]:
    yield from _repeated_ids(quiz, item, "points")
    yield from _repeated_ids(quiz, item, "wrong")
    # Where there is no key point at all, that has its own problem; each example would only repeat it.
    points, ideas = _ids(item, "points") or None, _ids(item, "wrong")
    for example in entries(item, "examples"):
        yield from check_references(quiz, example, "met", points, "G063.point")
        yield from check_references(quiz, example, "held", ideas, "G064.idea")


def _dangling_sections(quiz: Source, known: list[str]) -> Iterator[Problem]:
    for key in ("self_check", "control"):
        for item in entries(quiz.tree, key):
            yield from check_references(quiz, item, "section", known, "G062")
    for item in _own_words(quiz):
        for point in entries(item, "points"):
            yield from check_references(quiz, point, "section", known, "G062")


def _repeated_ids(source: Source, parent: Node | None, key: str) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for entry in entries(parent, key):
        for found in words(entry, "id"):
            if found.value in first:
                yield Problem.at(source.at(found.mark), "G060", value=found.value, line=first[found.value])
            first.setdefault(found.value, found.mark.line + 1)


def _orphan_subsection(letter: Source) -> Iterator[Problem]:
    first = next(entries(letter.tree, "sections"), None)
    level = first.items.get("level") if first else None
    if isinstance(level, Scalar) and level.value == 3:
        yield Problem.at(letter.at(level.mark), "G065")


def _ids(parent: Node | None, key: str) -> list[str] | None:
    """Return the ids of the list under `key`; None where one of them cannot be read, so that none is known to miss."""
    found = [[word.value for word in words(entry, "id") if is_id(word.value)] for entry in entries(parent, key)]
    return list(dict.fromkeys(ids[0] for ids in found)) if all(found) else None
