"""Accepted phrases with one part left out, where answers that a trainer would have met lack just that part."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from gramota.grading.suggesting.chance import is_by_chance
from gramota.grading.suggesting.labelled_answers import LabelledAnswer, MeaningKey
from gramota.grading.suggesting.openings import Opening
from gramota.grading.suggesting.what_if import NewPhrase, Tried, WhatIf
from gramota.rubric import parse_phrase
from gramota.rubric.phrases.accepted import Place
from gramota.rubric.phrases.parts import shortened

LEAST_MENDED = 2
"""Answers that are more than one person's words."""
HARM = 2
"""How many mended decisions a broken one outweighs in the order."""
MOST_TRIED = 40


@dataclass(frozen=True, slots=True)
class Shorter(Tried):
    """A phrase with a part left out."""

    place: Place
    left_out: str
    becomes: str


def find_shorter(
    what_if: WhatIf, answers: Sequence[LabelledAnswer], openings: Sequence[Sequence[Opening]]
) -> tuple[Shorter, ...]:
    """Return the phrases that would do better without a part, the best first; none without a trainer's marks.

    `openings` are each answer's: the parts that alone keep a phrase from standing in it, function words included.
    """
    counts = Counter(_missed(answers, openings))
    promising = sorted((each for each in counts if counts[each] >= LEAST_MENDED), key=lambda each: -counts[each])
    tried = [(each, shortened(parse_phrase(each.place.phrase), each.part)) for each in promising[:MOST_TRIED]]
    new = [NewPhrase(opening.meaning, "accept", text) for opening, text in tried]
    found = [
        Shorter(opening.place, opening.part.text, text, changes=changes)
        for (opening, text), changes in zip(tried, what_if.phrase_changes(new), strict=True)
    ]
    worthy = (each for each in found if each.mends > each.breaks and each.mends >= LEAST_MENDED)
    return tuple(_one_of_alike(each for each in sorted(worthy, key=_rank) if not _is_chance(each, what_if, answers)))


def count_wrong(what_if: WhatIf, answers: Sequence[LabelledAnswer], key: MeaningKey) -> tuple[int, int]:
    """Return how many answers that are not met for the rubric are met for the trainer, and of how many."""
    labels = [answer.labels.get(key) for answer, now in zip(answers, what_if.decided, strict=True) if not now[key].met]
    return labels.count(True), len(labels) - labels.count(None)


def _missed(answers: Sequence[LabelledAnswer], openings: Sequence[Sequence[Opening]]) -> Iterator[Opening]:
    for answer, found in zip(answers, openings, strict=True):
        yield from (each for each in found if not each.is_alone and answer.labels.get(each.meaning))


def _is_chance(shorter: Shorter, what_if: WhatIf, answers: Sequence[LabelledAnswer]) -> bool:
    wrong, of = count_wrong(what_if, answers, (shorter.place.kind, shorter.place.meaning))
    return is_by_chance(shorter.mends, shorter.breaks, wrong, of)


def _one_of_alike(found: Iterable[Shorter]) -> Iterator[Shorter]:
    """Yield the first of those that change the same."""
    seen: set[tuple[object, ...]] = set()
    for each in found:
        same = (each.place.kind, each.place.meaning, *(id(change.answer) for change in each.changes))
        if same not in seen:
            seen.add(same)
            yield each


def _rank(shorter: Shorter) -> tuple[int, int, str, str]:
    """More mended than broken; then the longer phrase, which says more, and the alphabet."""
    return (
        HARM * shorter.breaks - shorter.mends,
        -len(shorter.becomes),
        shorter.becomes,
        shorter.place.phrase,
    )
