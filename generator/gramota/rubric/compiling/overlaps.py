"""Phrases of one question that say more than another meaning's: where the longer one stands, the other does too."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from gramota.rubric.compiling.compiled import CompiledQuestion, Meaning


class Overlap(NamedTuple):
    """A phrase of one meaning that is the same as a phrase of another, or has all of it and more."""

    meaning: str
    phrase: str
    other: str
    other_phrase: str
    is_same: bool


def find_overlaps(compiled: CompiledQuestion) -> Iterator[Overlap]:
    """Yield, for each accepted phrase and each other meaning, the first of that one's phrases that it has in it.

    Forms of words and synonym groups count as in matching: what is compared is compiled. A pair that is the same is
    yielded once.
    """
    nodes = _Nodes(compiled)
    meanings = compiled.criteria + compiled.misconceptions
    for at, meaning in enumerate(meanings):
        for other_at, other in enumerate(meanings):
            if other_at != at:
                yield from _between(nodes, meaning, other, is_first=at < other_at)


def _between(nodes: "_Nodes", meaning: Meaning, other: Meaning, *, is_first: bool) -> Iterator[Overlap]:
    told: set[str] = set()
    for option in meaning.accept:
        inner = next((each for each in other.accept if nodes.implies(option.node, each.node)), None)
        if inner is None or option.text in told:
            continue
        is_same = nodes.implies(inner.node, option.node)
        if not (is_same and is_first):
            told.add(option.text)
            yield Overlap(meaning.id, option.text, other.id, inner.text, is_same)


class _Nodes:
    """What a question's nodes can be met by."""

    def __init__(self, compiled: CompiledQuestion) -> None:
        self.compiled = compiled

    def implies(self, node: int, other: int) -> bool:
        """Whether every answer that has the phrase of `node` has that of `other`, as far as parts can tell."""
        if node == other:
            return True
        mine, theirs = self.compiled.nodes[node], self.compiled.nodes[other]
        if mine.negated >= 0 or theirs.negated >= 0 or theirs.kind == "exact":
            return False
        if theirs.kind == "near" and mine.gap > theirs.gap:
            return False
        parts = self._parts[node]
        return all(any(self._choices[part] <= self._choices[wanted] for part in parts) for wanted in self._parts[other])

    @cached_property
    def _parts(self) -> Sequence[tuple[int, ...]]:
        """All of which a phrase needs; a choice or a word is one part."""
        nodes = self.compiled.nodes
        return [node.parts if node.kind in {"near", "exact"} else (at,) for at, node in enumerate(nodes)]

    @cached_property
    def _choices(self) -> Sequence[frozenset[int]]:
        """The nodes, any of which serves; those within choices within choices too."""
        choices: list[frozenset[int]] = []
        for at, node in enumerate(self.compiled.nodes):
            inner = [choices[part] for part in node.parts] if node.kind == "any" else [frozenset({at})]
            choices.append(frozenset().union(*inner))
        return choices
