"""Answers of different people that are nearly the same, word for word; found without comparing each with each.

Texts are sets of three words in a row, compared by the share that they have in common. Two sets that share enough have
one of their rarest members in common (the prefix filter of set similarity joins), so that only few pairs are compared.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from rapidfuzz import fuzz

from gramota.rubric.spelling.fold import WORD, fold_word

SHORTEST = 8
"""Words of an answer that two people do not write alike by chance."""
ALIKE = 0.5
"""The share of all threes of words that both have in common, from which two answers are called alike."""
MOST_TWINS = 3
"""Twins that are named for one answer."""
_MOST_COMPARED = 200
_ROW = 3

Words = tuple[str, ...]
Threes = frozenset[Words]


@dataclass(frozen=True, slots=True)
class Written:
    """An answer and who gave it."""

    who: str
    text: str


@dataclass(frozen=True, slots=True)
class Twin:
    """Another's answer that is nearly the same, by its number, and how much of the letters is the same, 0 to 1."""

    number: int
    likeness: float


def find_twins(answers: Sequence[Written]) -> list[tuple[Twin, ...]]:
    """Return for each answer the most similar ones of other people, of which there may be none."""
    texts = [_words(answer.text) for answer in answers]
    writers: defaultdict[Words, list[int]] = defaultdict(list)
    for number, words in enumerate(texts):
        if len(words) >= SHORTEST:
            writers[words].append(number)
    alike = _find_alike([*writers])
    return [_twins(number, words, answers, writers, alike) for number, words in enumerate(texts)]


def _words(text: str) -> Words:
    return tuple(map(fold_word, WORD.findall(text)))


def _twins(
    number: int,
    words: Words,
    answers: Sequence[Written],
    writers: dict[Words, list[int]],
    alike: dict[Words, list[Words]],
) -> tuple[Twin, ...]:
    own = answers[number]
    found: list[Twin] = []
    for other in [words, *alike.get(words, [])] if words in writers else []:
        likeness = 1.0 if other == words else fuzz.ratio(" ".join(words), " ".join(other)) / 100
        people = {answers[one].who: one for one in reversed(writers[other][: MOST_TWINS + 1])}
        found += [Twin(one, likeness) for who, one in people.items() if who != own.who]
    return tuple(sorted(found, key=lambda twin: (-twin.likeness, twin.number))[:MOST_TWINS])


def _find_alike(texts: Sequence[Words]) -> dict[Words, list[Words]]:
    """Return of each text those that are like it, and not the same."""
    threes = {words: _threes(words) for words in texts}
    rarity = Counter(three for each in threes.values() for three in each)
    alike: defaultdict[Words, list[Words]] = defaultdict(list)
    by_rare: defaultdict[Words, list[Words]] = defaultdict(list)
    for words in sorted(texts, key=len):
        rare = _rarest(threes[words], rarity)
        near = dict.fromkeys(other for three in rare for other in by_rare[three])
        for other in [*near][:_MOST_COMPARED]:
            if _are_alike(threes[words], threes[other]):
                alike[words].append(other)
                alike[other].append(words)
        for three in rare:
            by_rare[three].append(words)
    return alike


def _threes(words: Words) -> Threes:
    return frozenset(words[at : at + _ROW] for at in range(len(words) - _ROW + 1))


def _rarest(threes: Threes, rarity: Counter[Words]) -> Iterable[Words]:
    """So many that a set without any of them has too little in common with this one."""
    enough = len(threes) - ceil(ALIKE * len(threes)) + 1
    return sorted(threes, key=lambda three: (rarity[three], three))[:enough]


def _are_alike(one: Threes, other: Threes) -> bool:
    common = len(one & other)
    return common >= ALIKE * (len(one) + len(other) - common)
