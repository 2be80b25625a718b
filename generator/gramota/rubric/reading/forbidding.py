"""What sequences of words deny after them without a negator: “avoid”, “rather than”, “stop giving”."""

from itertools import takewhile

from gramota.rubric.languages import word_class as kind
from gramota.rubric.languages.language import Language
from gramota.rubric.reading.reading import Reading
from gramota.rubric.reading.scope import noun_scope, scope_after


def begins_prohibition(reading: Reading, at: int, language: Language) -> bool:
    """“No need to call”: the three words deny together, and “no” does not do so once more."""
    return reading.classes[at] & kind.VERDICT > 0 and reading.row(at, language.prohibitions) > 0


def forbidden(reading: Reading, at: int, language: Language) -> list[int]:
    """The rest of a sequence that denies what follows, and that; after a negator as much as the negator denies."""
    is_denied = _follows_negator(reading, at)
    whole = reading.row(at, language.prohibitions) or (is_denied and reading.row(at, language.qualms))
    noun = reading.row(at, language.alternatives)
    gerund = _ceasing(reading, at, language)
    if not (size := whole or noun or gerund):
        return []
    last = at + size - 1
    if whole or is_denied:
        covers = scope_after(reading, last)
    else:
        covers = noun_scope(reading, last, language) if noun else _ceased(reading, last, language)
    return [*range(at + 1, last + 1), *covers]


def _follows_negator(reading: Reading, at: int) -> bool:
    """“Not afraid to”, “never be afraid to”."""
    near = reading.classes[at - 1] | (0 if reading.edge(at - 1) else reading.classes[at - 2])
    return at > 0 and not reading.edge(at) and near & kind.NEGATOR > 0


def _ceasing(reading: Reading, at: int, language: Language) -> int:
    size = reading.row(at, language.ceasings)
    return size if reading.text(at + size).endswith(language.gerund) else 0


def _ceased(reading: Reading, at: int, language: Language) -> list[int]:
    """“Stop giving discounts”: the action and its object, but not what “and” or a subject begins."""
    goes_on = kind.JOIN | kind.VERB
    objects = noun_scope(reading, at + 1, language)
    return [at + 1, *takewhile(lambda word: not reading.classes[word] & goes_on, objects)]
