"""Phrases of one or two words that tell the answers that meet something from those that do not, worth a trial."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import Literal

from gramota.rubric.compiling.compiled import CompiledQuestion
from gramota.rubric.forms.linguistics import base_forms, has_content
from gramota.rubric.spelling.fold import split_words

REACH = 4
"""Words that may stand between two words of a candidate; a phrase allows about as many."""
SHORTEST = 3

ListName = Literal["accept", "reject"]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class ReadAnswer:
    """An answer's words that say something, in their dictionary forms; `at` are their places among all its words."""

    words: tuple[str, ...]
    at: tuple[int, ...]
    spans: tuple[Span, ...]

    def holds(self, phrase: Sequence[str]) -> bool:
        """Whether all words of a phrase stand anywhere in the answer."""
        return set(phrase) <= set(self.words)


class AnswerReader:
    """Reads answers in a question's language."""

    def __init__(self, compiled: CompiledQuestion) -> None:
        self._lang = compiled.lang
        self._small = compiled.language.classes.keys()

    def read(self, text: str) -> ReadAnswer:
        """Return the answer's words that could stand in a phrase."""
        found = [
            (base, at, (token.start, token.end))
            for at, token in enumerate(split_words(text))
            if (base := self._base(token.text))
        ]
        words, places, spans = zip(*found, strict=True) if found else ((), (), ())
        return ReadAnswer(words, places, spans)

    def _base(self, word: str) -> str:
        if len(word) < SHORTEST or not word.isalpha() or word in self._small:
            return ""
        return _base_of(word, self._lang)


@cache
def _base_of(word: str, lang: str) -> str:
    base = base_forms(word, lang)[0]
    return base if has_content(base, lang) and base.isalpha() else ""


Candidate = tuple[str, ...]


def accept_candidates(missed: Sequence[ReadAnswer], unmet: Sequence[ReadAnswer], least: int) -> list[Candidate]:
    """Return phrases that stand in at least so many of the missed answers, and oftener there than in those not met.

    The best come first: those with most answers for and fewest against them, then the shorter.
    """
    counts = Counter(candidate for answer in missed for candidate in _phrases(answer))
    return _ranked({each: count for each, count in counts.items() if count >= least}, unmet)


def reject_candidates(
    believed: Sequence[tuple[ReadAnswer, Sequence[Span]]], met: Sequence[ReadAnswer], least: int
) -> list[Candidate]:
    """Return phrases that cover what was wrongly believed, each with one more word from beside it."""
    counts = Counter(candidate for answer, evidence in believed for candidate in _covering(answer, evidence))
    return _ranked({each: count for each, count in counts.items() if count >= least}, met)


def _ranked(counts: Mapping[Candidate, int], against: Sequence[ReadAnswer]) -> list[Candidate]:
    net = {each: count - sum(answer.holds(each) for answer in against) for each, count in counts.items()}
    return sorted(
        (each for each in net if net[each] > 0), key=lambda each: (-net[each], -counts[each], len(each), each)
    )


def _phrases(answer: ReadAnswer) -> Set[Candidate]:
    return {(word,) for word in answer.words} | {*_pairs(answer, range(len(answer.words)))}


def _pairs(answer: ReadAnswer, among: Iterable[int]) -> Iterator[Candidate]:
    """Yield two words that stand near each other, in the order of the answer."""
    for one, other in combinations(sorted(among), 2):
        if answer.at[other] - answer.at[one] <= REACH + 1 and answer.words[one] != answer.words[other]:
            yield answer.words[one], answer.words[other]


def _covering(answer: ReadAnswer, evidence: Sequence[Span]) -> Set[Candidate]:
    """The first and the last word of the evidence, each with a word beyond the other; and both where they are two.

    A phrase of reject hides only what stands wholly within it.
    """
    inside = [n for n, (start, end) in enumerate(answer.spans) if any(start < b and end > a for a, b in evidence)]
    if not inside:
        return set()
    first, last = inside[0], inside[-1]
    before, after = range(first), range(last + 1, len(answer.words))
    near = [*((n, last) for n in before), *((first, n) for n in after), *([(first, last)] if first < last else [])]
    return {
        (answer.words[one], answer.words[other])
        for one, other in near
        if answer.at[other] - answer.at[one] <= REACH + 1 and answer.words[one] != answer.words[other]
    }
