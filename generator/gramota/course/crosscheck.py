"""What only the files together can know to be wrong: ids that stand twice, and names that lead nowhere.

The checks read the YAML trees and not the models, so that a mistake in one field does not hide these. They pass over
what is wrong in itself: that is reported already.
"""

import re
from collections.abc import Iterator

from gramota.course.model import ID_PATTERN
from gramota.course.names import listed, shorten, suggestion
from gramota.course.page_ids import check_letter_ids, check_quiz_ids
from gramota.course.source import Source
from gramota.course.yaml_tree import Mapping, Node, Scalar, child, entries, words
from gramota.errors import Problem


def check_letter(letter: Source) -> Iterator[Problem]:
    """Yield ids that stand twice, a subsection with no section above it, and terms that no tooltip can explain."""
    yield from _repeated_ids(letter, letter.tree, "sections")
    yield from _orphan_subsection(letter)
    yield from check_letter_ids(letter)
    yield from _terms_without_tooltip(letter)


def check_quiz(quiz: Source, letter: Source | None) -> Iterator[Problem]:
    """Yield ids that stand twice, and references to sections, criteria and misconceptions that lead nowhere."""
    yield from _repeated_ids(quiz, quiz.tree, "self_check")
    yield from _repeated_ids(quiz, quiz.tree, "control")
    yield from check_quiz_ids(quiz, letter)
    for question in entries(quiz.tree, "control"):
        yield from _check_rubric(quiz, question, ("criteria", "G063"), ("misconceptions", "G064"))
    for item in _own_words(quiz):
        yield from _check_rubric(quiz, item, ("points", "G063.point"), ("wrong", "G064.idea"))
    # A letter whose sections cannot be read has its own problem; each question would only repeat it.
    if letter and (known := _ids(letter.tree, "sections")):
        yield from _dangling_sections(quiz, known)


def _own_words(quiz: Source) -> Iterator[Mapping]:
    """Yield the self-check's questions that have a rubric."""
    for item in entries(quiz.tree, "self_check"):
        if any(found.value == "text" for found in words(item, "type")):
            yield item


def _check_rubric(
    quiz: Source, question: Mapping, wanted: tuple[str, str], unwanted: tuple[str, str]
) -> Iterator[Problem]:
    """Check a question's two lists of what is recognised, each given with the code of a name that is not in it."""
    yield from _repeated_ids(quiz, question, wanted[0])
    yield from _repeated_ids(quiz, question, unwanted[0])
    # Where nothing is wanted at all, that has its own problem; each example would only repeat it.
    met, held = _ids(question, wanted[0]) or None, _ids(question, unwanted[0])
    for example in entries(question, "examples"):
        yield from _dangling(quiz, example, "met", met, wanted[1])
        yield from _dangling(quiz, example, "held", held, unwanted[1])


def _dangling_sections(quiz: Source, known: list[str]) -> Iterator[Problem]:
    for key in ("self_check", "control"):
        for item in entries(quiz.tree, key):
            yield from _dangling(quiz, item, "section", known, "G062")
    for item in _own_words(quiz):
        for point in entries(item, "points"):
            yield from _dangling(quiz, point, "section", known, "G062")


def _dangling(source: Source, entry: Mapping, key: str, known: list[str] | None, code: str) -> Iterator[Problem]:
    if known is None:
        return
    for word in words(entry, key):
        if word.value not in known and _is_id(word.value):
            values = {"value": word.value, "suggestion": suggestion(word.value, known), "known": listed(known)}
            yield Problem.at(source.at(word.mark), code, **values)


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


def _terms_without_tooltip(letter: Source) -> Iterator[Problem]:
    terms = child(letter.tree, "terms")
    for term, mark in terms.key_marks.items() if isinstance(terms, Mapping) else ():
        # Markdown looks for abbreviations between the boundaries of words.
        if term.strip() and not re.fullmatch(r"\w(?:.*\w)?", term.strip(), re.DOTALL):
            yield Problem.at(letter.at(mark), "G073", term=shorten(term))


def _ids(parent: Node | None, key: str) -> list[str] | None:
    """Return the ids of the list under `key`; None where one of them cannot be read, so that none is known to miss."""
    found = [[word.value for word in words(entry, "id") if _is_id(word.value)] for entry in entries(parent, key)]
    return list(dict.fromkeys(ids[0] for ids in found)) if all(found) else None


def _is_id(value: str) -> bool:
    return re.fullmatch(ID_PATTERN, value) is not None
