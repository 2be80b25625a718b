"""What a contrast leaves out: «не фактическая маржа, а плановая» says плановая маржа, «смотрю не на план, а на факт»
says смотрю на факт."""

from collections.abc import Iterator, Sequence

from gramota.rubric.languages import word_class as kind
from gramota.rubric.languages.endings import ends_in
from gramota.rubric.languages.language import Language
from gramota.rubric.reading.negation import Denial, Denials
from gramota.rubric.reading.reading import Reading
from gramota.rubric.reading.scope import stretch_before

LONGEST_SIDE = 8


def find_contrasts(reading: Reading, denials: Denials, language: Language) -> Iterator[tuple[list[int], list[int]]]:
    """(shared words, words of the asserted side) of each contrast whose asserted side lacks a noun, or a verb."""
    for denial in denials.all:
        if reading.classes[denial.at] & kind.NEGATOR and denial.covers:
            noun = _noun_after_adjective(reading, denial)
            side = _asserted_side(reading, denial) if noun >= 0 else []
            if side and denials.denied.isdisjoint(side):
                yield [noun], side
            side = _side_of_act(reading, denial, language)
            act = [word for word in stretch_before(reading, denial.at) if word not in denials.denied] if side else []
            if act and denials.denied.isdisjoint(side):
                yield act, side


def _side_of_act(reading: Reading, denial: Denial, language: Language) -> list[int]:
    """Y of «не X, а Y», which what stands before belongs to as well; nothing where X or Y has a verb of its own."""
    turn = _past_aside(reading, denial.covers[-1] + 1)
    if not reading.classes[turn] & kind.TURN or reading.classes[turn + 1] & kind.NEGATOR:
        return []
    side = _until_edge(reading, turn + 1)
    return [] if any(_begins_with_verb(reading, words, language) for words in (denial.covers, side)) else side


def _begins_with_verb(reading: Reading, words: Sequence[int], language: Language) -> bool:
    """Whether the first word that says something may be a verb."""
    first = next((word for word in words if reading.words[word].weight), -1)
    is_likely = ends_in(reading.text(first), language.likely_verb)
    return is_likely or reading.classes[first] & (kind.VERB | kind.OWN_VERB | kind.INFINITIVE) > 0


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
    side = _until_edge(reading, start)
    return side if _is_bare(reading, side) else []


def _until_edge(reading: Reading, start: int) -> list[int]:
    end = start
    while end < min(len(reading.words), start + LONGEST_SIDE) and not reading.edges[end]:
        end += 1
    return [*range(start, end)]


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
