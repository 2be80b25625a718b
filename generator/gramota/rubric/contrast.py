"""The noun that a contrast leaves out: «не фактическая маржа, а плановая» says плановая маржа."""

from collections.abc import Iterator, Sequence

from gramota.rubric import word_class as kind
from gramota.rubric.negation import Denial, Denials
from gramota.rubric.reading import Reading

LONGEST_SIDE = 8


def find_contrasts(reading: Reading, denials: Denials) -> Iterator[tuple[int, list[int]]]:
    """(shared noun, words of the asserted side) of each contrast whose asserted side is an adjective without a noun."""
    for denial in denials.all:
        if reading.classes[denial.at] & kind.NEGATOR and denial.covers:
            noun = _noun_after_adjective(reading, denial)
            side = _asserted_side(reading, denial) if noun >= 0 else []
            if side and denials.denied.isdisjoint(side):
                yield noun, side


def _noun_after_adjective(reading: Reading, denial: Denial) -> int:
    """The first noun that the negation covers to its right, if an adjective stands before it; -1 otherwise."""
    weighty = [word for word in denial.covers if word > denial.at and not reading.classes[word] & kind.FREE]
    adjectives = [bool(reading.classes[word] & kind.ADJECTIVE) for word in weighty]
    at = adjectives.index(False) if False in adjectives else 0
    return weighty[at] if at > 0 else -1


def _asserted_side(reading: Reading, denial: Denial) -> list[int]:
    after = _past_aside(reading, denial.covers[-1] + 1)
    if reading.classes[after] & kind.TURN and not reading.classes[after + 1] & kind.NEGATOR:
        return _side_after(reading, after + 1)
    if denial.at > 1 and reading.classes[denial.at - 1] & kind.TURN:
        return _side_before(reading, denial.at - 2)
    return []


def _past_aside(reading: Reading, at: int) -> int:
    """The next edge where an aside stands between: «не фактическая маржа, как думают новички, а плановая»."""
    end = at
    while reading.classes[at] & kind.AS and (end == at or not reading.edge(end)):
        end += 1
    return end


def _side_after(reading: Reading, start: int) -> list[int]:
    end = start
    while end < min(len(reading.words), start + LONGEST_SIDE) and not reading.edges[end]:
        end += 1
    side = [*range(start, end)]
    return side if _is_bare(reading, side) else []


def _side_before(reading: Reading, last: int) -> list[int]:
    first = last
    while not reading.edges[first] and first > 0 and last - first < LONGEST_SIDE - 1:
        first -= 1
    return [*range(first, last + 1)] if reading.classes[last] & kind.ADJECTIVE else []


def _is_bare(reading: Reading, side: Sequence[int]) -> bool:
    """The side's first adjective has no noun of its own right after it."""
    wanted = kind.ADJECTIVE
    adjectives = (word for word in side if reading.classes[word] & (wanted | kind.FREE) == wanted)
    first = next(adjectives, None)
    return first is not None and (first == side[-1] or reading.classes[first + 1] & kind.FREE > 0)
