"""Where an answer says a meaning: the surest place that no phrase of reject covers, and how many phrases say it."""

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from operator import itemgetter
from typing import NamedTuple

from gramota.rubric.matching.match import Text
from gramota.rubric.matching.phrase_index import Sought, SoughtMeaning
from gramota.rubric.matching.windows import Hit
from gramota.rubric.scoring.confidence import enough_phrases, points_of_absence, points_of_hit


class Found(NamedTuple):
    """The points of a meaning's presence or absence; where it is present, its surest hit and that hit's phrase.

    `silent` phrases are those that are missing to be enough; `whole` ones have a word in the answer for each part.
    """

    points: int
    hit: Hit | None = None
    phrase: str | None = None
    silent: int = 0
    whole: int = 0


_POINTS = itemgetter(Found._fields.index("points"))


def count_missing(meaning: SoughtMeaning, parts: frozenset[int]) -> list[int]:
    """How many parts of each phrase have no word in the answer; with 0 it is worth a search. Empty where all lack."""
    return [] if meaning.parts.isdisjoint(parts) else [len(needs - parts) for needs, _ in meaning.accept]


def find_meaning(text: Text, meaning: SoughtMeaning, missing: Sequence[int]) -> Found:
    """Decide by the surest hit that no reject hides; enough phrases, one of them sure, leave the rest unread."""
    best: Found | None = None
    silent = enough_phrases(len(missing))
    covers: Callable[[Hit], bool] | None = None
    for hits, phrase in _hits(text, meaning.accept, missing):
        covers = covers or cover_of(text, meaning.reject)
        surest = _surest(text, [hit for hit in hits if not covers(hit)])
        silent -= surest is not None
        if surest and (best is None or surest.points > best.points):
            best = surest._replace(phrase=phrase)
        if best and best.points == 0 and silent <= 0:
            break
    if best:
        return best._replace(silent=max(0, silent), whole=missing.count(0))
    return Found(points_of_absence(meaning.accept, missing))


def _surest(text: Text, hits: Sequence[Hit]) -> Found | None:
    """The first of the surest hits."""
    return max([Found(points_of_hit(text, hit), hit) for hit in hits], key=_POINTS, default=None)


def _hits(text: Text, sought: Sequence[Sought], missing: Sequence[int]) -> Iterator[tuple[list[Hit], str]]:
    for (_, option), absent in zip(sought, missing, strict=True):
        if not absent and (hits := text.find(option.node)):
            yield hits, option.text


def cover_of(text: Text, reject: Sequence[Sought]) -> Callable[[Hit], bool]:
    """Whether any phrase of reject covers a hit; their places are found once for all hits of a meaning."""
    missing = [len(needs - text.parts) for needs, _ in reject]
    stretches = [text.stretch(hit) for hits, _ in _hits(text, reject, missing) for hit in hits]
    if not stretches:
        return lambda _: False
    ends = [-1] * text.real
    for first, last in stretches:
        ends[first] = max(ends[first], last)
    reach = [*accumulate(ends, max)]
    return lambda hit: _lies_within(text.stretch(hit), reach)


def _lies_within(stretch: tuple[int, int], reach: Sequence[int]) -> bool:
    """Whether a phrase that begins no later reaches as far."""
    first, last = stretch
    return last <= reach[first]


def has_covered_hit(text: Text, meaning: SoughtMeaning) -> bool:
    """Whether a phrase stands where one of reject covers it."""
    missing = count_missing(meaning, text.parts)
    if 0 not in missing:
        return False
    covers = cover_of(text, meaning.reject)
    return any(covers(hit) for hits, _ in _hits(text, meaning.accept, missing) for hit in hits)


def hiding_phrase(text: Text, hit: Hit, reject: Sequence[Sought]) -> str | None:
    """The first phrase of reject that covers a hit; None where none does."""
    return next((each.option.text for each in reject if cover_of(text, [each])(hit)), None)
