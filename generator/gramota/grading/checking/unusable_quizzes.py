"""Phrases of quizzes that something else is wrong with: their author is told of both at once."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from gramota.course import Source
from gramota.course.files.folder import find_files, shown_path
from gramota.course.files.shared_files import SharedFiles
from gramota.course.yaml_files.source import load_source
from gramota.course.yaml_files.tree import Mapping as Fields
from gramota.course.yaml_files.tree import Node, Scalar, Sequence, child
from gramota.errors import Problem
from gramota.grading.compiled_quiz import Path as InFile
from gramota.grading.compiled_quiz import phrase_problem
from gramota.rubric import find_group_errors, find_phrase_errors

_LISTS = (("self_check", "points"), ("self_check", "wrong"), ("control", "criteria"), ("control", "misconceptions"))


def find_phrase_problems_elsewhere(letters: Collection[str], quizzes: Path, shared: SharedFiles) -> Iterator[Problem]:
    """Yield the problems of phrases in the folder's quizzes that belong to none of the letters."""
    for quiz_id, path in find_files(quizzes):
        if quiz_id not in letters:
            yield from find_phrase_problems_in(load_source(path, shown_path(path)), shared)


def find_phrase_problems_in(source: Source, shared: SharedFiles) -> Iterator[Problem]:
    """Yield the problems of the phrases of one quiz, and of groups that it includes, whatever else is wrong with it."""
    included = shared.included_by(source, "synonyms")
    own = _synonyms(source)
    synonyms = {**included.groups, **own}
    for error in find_group_errors(synonyms):
        name = str(error.place[1])
        yield phrase_problem(error, error.place, source if name in own else included.entries[name].source)
    for path, text in _phrases(source):
        for error in find_phrase_errors(text, synonyms):
            # Of a file that cannot be read nobody knows the groups.
            if not (included.problems and error.code == "G108"):
                yield phrase_problem(error, path, source)


def _synonyms(source: Source) -> Mapping[str, tuple[str, ...]]:
    groups = source.node("synonyms")
    if not isinstance(groups, Fields):
        return {}
    return {name: tuple(text for _, text in _texts(members, ())) or ("x",) for name, members in groups.items.items()}


def _phrases(source: Source) -> Iterator[tuple[InFile, str]]:
    for part, key in _LISTS:
        for path, question in _entries(source.node(part), (part,)):
            for inside, entry in _entries(child(question, key), (*path, key)):
                for name in ("accept", "reject"):
                    yield from _texts(child(entry, name), (*inside, name))


def _entries(node: Node | None, path: InFile) -> Iterator[tuple[InFile, Node]]:
    if isinstance(node, Sequence):
        yield from (((*path, at), item) for at, item in enumerate(node.items))


def _texts(node: Node | None, path: InFile) -> Iterator[tuple[InFile, str]]:
    for inside, item in _entries(node, path):
        if isinstance(item, Scalar) and isinstance(item.value, str) and item.raw.strip():
            yield inside, item.raw
