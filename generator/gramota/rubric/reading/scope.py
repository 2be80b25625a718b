"""How far a negation reaches: to the next boundary, to the noun that follows, back to the last boundary."""

from itertools import takewhile

from gramota.rubric.languages import word_class as kind
from gramota.rubric.languages.endings import ends_in
from gramota.rubric.languages.language import Language
from gramota.rubric.reading.reading import TURNING, Reading
from gramota.rubric.spelling.fold import DASH

LONGEST_SCOPE = 10
NOUNS_AFTER = 3
THOSE_WITHIN = 3


def scope_after(reading: Reading, at: int) -> list[int]:
    """From a negator to the next boundary, the next negator of the same row, or «и» with a verb."""
    ahead = range(at + 1, min(len(reading.words), at + 1 + LONGEST_SCOPE))
    return [*takewhile(lambda word: not reading.edges[word] and not _ends_scope(reading, at, word), ahead)]


def _ends_scope(reading: Reading, at: int, word: int) -> bool:
    if reading.classes[word] & kind.NEGATOR:
        return word > at + 2
    follow = reading.classes[word + 1]
    verb = (follow | reading.classes[word + 2]) & kind.VERB
    return bool(reading.classes[word] & kind.JOIN and (follow & kind.ANY_NEGATOR or verb))


def with_clause(reading: Reading, scope: list[int], language: Language) -> list[int]:
    """«Не с теми, кто уже покупал»: what is said of those who are denied is denied with them."""
    end = scope[-1] + 1 if scope else len(reading.words)
    points = any(reading.row(word, language.those) for word in scope[:THOSE_WITHIN])
    goes_on = reading.edge(end) < TURNING and any(reading.row(word, language.who) for word in (end, end + 1))
    if not (points and goes_on):
        return scope
    ahead = range(end + 1, min(len(reading.words), end + LONGEST_SCOPE))
    return [*scope, end, *takewhile(lambda word: not reading.edges[word], ahead)]


def noun_scope(reading: Reading, at: int, language: Language) -> list[int]:
    """From «без» to the first word that is no adjective, and on where «и» joins another to it."""
    scope: list[int] = []
    weighty = 0
    for word in scope_after(reading, at):
        classes = reading.classes[word]
        if classes & kind.ANY_NEGATOR:
            break
        if weighty >= NOUNS_AFTER:
            if not (classes & kind.JOIN and _may_be_denied(reading, word + 1, language)):
                break
            weighty = 0
        scope.append(word)
        is_noun = not classes & (kind.FREE | kind.ADJECTIVE)
        weighty += NOUNS_AFTER if is_noun else not classes & kind.FREE
        if word == at + 1 and classes & kind.PRONOUN_OBJECT:
            break
    return scope


def _may_be_denied(reading: Reading, word: int, language: Language) -> bool:
    """«Без скидок и акций», but not «без скидок и продаю», «без скидок и быстро»."""
    return not reading.classes[word] & kind.FREE and ends_in(reading.text(word), language.denied_endings)


def stretch_before(reading: Reading, at: int, passed: int = 0) -> list[int]:
    """The words back to the nearest boundary, at most LONGEST_SCOPE; a dash is none if only passed words follow it."""
    here = at
    while here > 0 and at - here < LONGEST_SCOPE:
        is_dash = reading.edges[here] == 1 and reading.pauses[here] == DASH
        if reading.edges[here] and not (is_dash and all(reading.classes[word] & passed for word in range(here, at))):
            break
        here -= 1
    return [*range(here, at)]
