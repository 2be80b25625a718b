"""The noun that a contrast leaves out: «не фактическая маржа, а плановая» says плановая маржа."""

from gramota.rubric.language import Language
from gramota.rubric.negation import Denials, text_of
from gramota.rubric.reading import Reading

LONGEST_SIDE = 8


def find_contrasts(reading: Reading, denials: Denials, language: Language) -> list[tuple[int, tuple[int, ...]]]:
    """(shared noun, words of the asserted side) of each contrast whose asserted side is an adjective without a noun."""
    found: list[tuple[int, tuple[int, ...]]] = []
    for denial in denials.all:
        if text_of(reading, denial.at) in language.negators and language.adjective_endings:
            noun = _noun_after_adjective(reading, denial.covers, denial.at, language)
            side = _asserted_side(reading, denial.at, denial.covers, language) if noun is not None else ()
            if noun is not None and side and not set(side) & denials.denied:
                found.append((noun, side))
    return found


def _noun_after_adjective(reading: Reading, covers: tuple[int, ...], at: int, language: Language) -> int | None:
    seen_adjective = False
    for word in covers:
        text = text_of(reading, word)
        if word < at or text in language.free:
            continue
        if not is_adjective(text, language):
            return word if seen_adjective else None
        seen_adjective = True
    return None


def _asserted_side(reading: Reading, at: int, covers: tuple[int, ...], language: Language) -> tuple[int, ...]:
    after = max(covers) + 1
    if text_of(reading, after) in language.turns and text_of(reading, after + 1) not in language.negators:
        return _side_after(reading, after + 1, language)
    if at > 1 and text_of(reading, at - 1) in language.turns:
        return _side_before(reading, at - 2, language)
    return ()


def _side_after(reading: Reading, start: int, language: Language) -> tuple[int, ...]:
    side: list[int] = []
    for word in range(start, min(len(reading.words), start + LONGEST_SIDE)):
        if reading.edges[word]:
            break
        side.append(word)
    return tuple(side) if _is_bare(reading, side, language) else ()


def _side_before(reading: Reading, last: int, language: Language) -> tuple[int, ...]:
    side: list[int] = []
    for word in range(last, max(-1, last - LONGEST_SIDE), -1):
        side.append(word)
        if reading.edges[word]:
            break
    return tuple(side[::-1]) if is_adjective(text_of(reading, last), language) else ()


def _is_bare(reading: Reading, side: list[int], language: Language) -> bool:
    """The side's first adjective has no noun of its own right after it."""
    adjectives = [
        word
        for word in side
        if is_adjective(text_of(reading, word), language) and text_of(reading, word) not in language.free
    ]
    if not adjectives:
        return False
    follows = adjectives[0] + 1
    return follows not in side or text_of(reading, follows) in language.free


def is_adjective(text: str, language: Language) -> bool:
    """By its ending only: the matcher has no dictionary."""
    return len(text) > 4 and text.endswith(language.adjective_endings)
