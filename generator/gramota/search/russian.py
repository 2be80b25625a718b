"""Russian words for the search: of a verb's hundreds of forms only those of the participles that a text has."""

from collections.abc import Iterator
from functools import cache

from gramota.rubric.forms.aspect import imperfective_partners, perfective_partners
from gramota.rubric.forms.dictionary import Reading, readings_of
from gramota.rubric.forms.lexeme import Forms
from gramota.rubric.forms.russian import likely_senses, russian_forms

_PARTICIPLES = frozenset({"PRTF", "PRTS"})
_KINDS = frozenset({"pres", "past", "actv", "pssv"})
"""What tells one participle of a verb from another: its tense and voice."""


def russian_groups(word: str) -> Iterator[frozenset[str]]:
    """Yield the forms of each word that a folded word may be a form of; of a participle, its own and the verb's."""
    senses = likely_senses(word)
    if not senses:
        yield frozenset({word})
    for base in dict.fromkeys(sense.lexeme.base for sense in senses):
        yield _common_forms(base) | {word}
    for sense in senses:
        if _PARTICIPLES & sense.grammemes:
            yield _participle_forms(sense) | {word}


@cache
def _common_forms(base: str) -> frozenset[str]:
    verbs = [verb for verb, grammemes in readings_of(base) if "INFN" in grammemes]
    names = (base, *imperfective_partners(base), *perfective_partners(base)) if verbs else ()
    participles = {form for name in names for ending in ("", "ся") for form in _participles(f"{name}{ending}")}
    return frozenset(russian_forms(base).spelt()) - participles | {base}


def _participles(infinitive: str) -> Iterator[str]:
    for verb, own in readings_of(infinitive):
        if "INFN" in own:
            yield from verb.forms(Forms(any_of=_PARTICIPLES)).spelt()


def _participle_forms(sense: Reading) -> frozenset[str]:
    alike = Forms(any_of=_PARTICIPLES, all_of=sense.grammemes & _KINDS)
    return frozenset(sense.lexeme.forms(alike).spelt())
