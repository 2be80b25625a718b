"""Russian verbs that belong together: the partner of the other aspect, and what is said of a thing that is acted on."""

from functools import cache

from gramota.rubric.forms.aspect import imperfective_partners, perfective_partners
from gramota.rubric.forms.dictionary import Reading, listed_among, reading_of, records_of
from gramota.rubric.forms.lexeme import ALL_FORMS, Forms, Lexeme, form_of

_KINDS = frozenset({"INFN", "VERB", "PRTF", "PRTS", "GRND"})
_ASPECTS = frozenset({"perf", "impf"})
_PASSIVE = frozenset({"tran", "impf"})
"""Verbs with forms in -ся that say what is done to something."""
_OF_THE_THIRD_PERSON = Forms(any_of=frozenset({"3per", "past"}))

Family = tuple[tuple[Lexeme, Forms], ...]
"""Verbs, each with the forms of it that count."""


def is_verb(reading: Reading) -> bool:
    """Whether a reading is of a verb, as which participles count."""
    return "COMP" not in reading.grammemes and (not _KINDS.isdisjoint(reading.grammemes) or reading.lexeme.is_verb)


def family_of(verb: Reading) -> Family:
    """A verb and its relatives."""
    lexeme, grammemes = verb
    return (lexeme, ALL_FORMS), *_relatives(lexeme.base, grammemes & _ASPECTS)


@cache
def _relatives(base: str, aspect: frozenset[str]) -> Family:
    """The aspect partners in all forms, and the passive ones of all of them."""
    partners = [verb for name in listed_among(_partner_names(base, aspect)) for verb in _infinitives(name)]
    opposite = dict.fromkeys([verb for verb, grammemes in partners if aspect.isdisjoint(grammemes)])
    actives = dict.fromkeys([base, *[verb.base for verb in opposite]])
    passive = [(verb, _OF_THE_THIRD_PERSON) for name in actives for verb in _passive(name)]
    return *[(verb, ALL_FORMS) for verb in opposite], *passive


def _partner_names(base: str, aspect: frozenset[str]) -> tuple[str, ...]:
    """Words to ask the dictionary for; a verb that it lacks has its aspect by analogy only, and may be of the other."""
    if not _infinitives(base):
        return imperfective_partners(base) + perfective_partners(base)
    return imperfective_partners(base) if "perf" in aspect else perfective_partners(base)


@cache
def _infinitives(word: str) -> tuple[Reading, ...]:
    """A folded word's readings as an infinitive; for most guesses at a partner none."""
    records = records_of(word)
    return tuple([reading_of(word, each) for each in records if "INFN" in form_of(each).grammemes]) if records else ()


def _passive(infinitive: str) -> list[Lexeme]:
    """The verb in -ся of an imperfective transitive verb: заявка обрабатывается."""
    if any(grammemes >= _PASSIVE for _, grammemes in _infinitives(infinitive)):
        return [verb for verb, _ in _infinitives(infinitive + "ся")]
    return []
