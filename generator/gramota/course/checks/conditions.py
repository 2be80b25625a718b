"""What criteria demand of one another: names that lead nowhere, and demands that no answer could meet.

Read from the YAML tree, like the other checks of what stands in several places at once.
"""

from collections.abc import Iterator, Sequence

from gramota.course.checks.dangling import check_references
from gramota.course.yaml_files.source import Source
from gramota.course.yaml_files.tree import Mapping, Scalar, entries, words
from gramota.errors import Problem

_SHOWN_OF_CIRCLE = 10


def check_conditions(
    quiz: Source, question: Mapping, criteria: list[str] | None, misconceptions: list[str] | None
) -> Iterator[Problem]:
    """Yield what is wrong in `requires` and `excludes`; None stands for ids of which one could not be read."""
    known = None if criteria is None or misconceptions is None else [*criteria, *misconceptions]
    for criterion in entries(question, "criteria"):
        yield from check_references(quiz, criterion, "requires", criteria, "G063")
        yield from check_references(quiz, criterion, "excludes", known, "G074")
        yield from _demands_of_itself(quiz, criterion)
        yield from _required_and_excluded(quiz, criterion)
    yield from _circles(quiz, question)


def _demands_of_itself(quiz: Source, criterion: Mapping) -> Iterator[Problem]:
    for key in ("requires", "excludes"):
        for word in words(criterion, key):
            if word.value == _id(criterion):
                yield Problem.at(quiz.at(word.mark), "G075", value=word.value, key=key)


def _required_and_excluded(quiz: Source, criterion: Mapping) -> Iterator[Problem]:
    required = {word.value for word in words(criterion, "requires")} - {_id(criterion)}
    for word in words(criterion, "excludes"):
        if word.value in required:
            yield Problem.at(quiz.at(word.mark), "G077", value=word.value)


def _circles(quiz: Source, question: Mapping) -> Iterator[Problem]:
    """Yield each circle at the word that closes it; every demand is followed once, however many there are."""
    demands = {_id(each): words(each, "requires") for each in entries(question, "criteria")}
    settled: set[str] = set()
    for start in demands:
        way = {} if start in settled else {start: None}
        while way:
            last = next(reversed(way))
            word = next(demands[last], None)
            if word is None:
                settled.add(way.popitem()[0])
            elif word.value in way and word.value != last:
                yield Problem.at(quiz.at(word.mark), "G076", way=_shown([*way], word.value))
            elif word.value in demands and word.value not in settled and word.value != last:
                way[word.value] = None


def _shown(way: Sequence[str], end: str) -> str:
    circle = [*way[way.index(end) :], end]
    hidden = ["…"] if len(circle) > _SHOWN_OF_CIRCLE else []
    return " → ".join([*circle[: _SHOWN_OF_CIRCLE - 1], *hidden, *circle[_SHOWN_OF_CIRCLE - 1 :][-1:]])


def _id(entry: Mapping) -> str:
    written = entry.items.get("id")
    return str(written.raw) if isinstance(written, Scalar) else ""
