"""Russian word forms: which of a word's readings are likely, and every form of those."""

from collections.abc import Iterable, Iterator
from functools import cache

from gramota.rubric.aspect import aspect_partners
from gramota.rubric.dictionary import Reading, counted, readings_of, weighed_readings
from gramota.rubric.lexeme import ALL_FORMS, Forms
from gramota.rubric.variants import LETTER_VARIANTS

_RARE = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn", "Trad", "Init", "voct", "Infr", "Erro", "Dist"})
_VERBS = frozenset({"INFN", "VERB", "PRTF", "PRTS", "GRND"})
_NO_GERUNDS = frozenset({"хотя", "благодаря"})
"""They look like forms of хотеть and благодарить, and are a conjunction and a preposition."""

_COMPARATIVES = Forms(any_of=frozenset({"COMP"}))
_NO_SUPERLATIVES = Forms(no=frozenset({"Supr"}))
_OF_THE_THIRD_PERSON = Forms(any_of=frozenset({"3per", "past"}))

_SHARE_OF_BEST = 0.09
_SHARE_OF_SENSE = 0.04


@cache
def russian_forms(word: str) -> tuple[str, ...]:
    """Every form of every likely reading of a folded word, with its aspect partner, and the word itself; sorted."""
    found = {word} | LETTER_VARIANTS.get(word, frozenset())
    for sense in likely_senses(word):
        found |= _forms_of(sense)
    return tuple(sorted(found))


@cache
def base_forms(word: str) -> tuple[str, ...]:
    """The dictionary forms of a folded word's likely readings, sorted."""
    return tuple(sorted({sense.lexeme.base for sense in likely_senses(word)}))


@cache
def likely_senses(word: str) -> list[Reading]:
    """Readings of a word without the names, the calls, and those far less likely than the best."""
    if not word.isalpha() or not "а" <= word[0] <= "я":
        return []
    readings = readings_of(word)
    # Most words are forms of one word only, and nothing needs weighing.
    is_one = len({lexeme for lexeme, _ in readings}) == 1
    return _one_each(_common_among(readings) if is_one else _likely_among(weighed_readings(word), word))


def _common_among(readings: list[Reading]) -> list[Reading]:
    common = [each for each in readings if not _RARE & each.grammemes and "impr" not in each.grammemes]
    return common or readings[:1]


def _likely_among(weighed: list[tuple[Reading, float]], word: str) -> list[Reading]:
    common = [(each, weight) for each, weight in weighed if not _RARE & each.grammemes] or weighed
    own = [each for each, _ in common if each.lexeme.base == word]
    least = max((weight for _, weight in common), default=0.0) * _SHARE_OF_BEST
    likely = [each for each, weight in common if weight >= least and "impr" not in each.grammemes]
    return [*own, *likely] or [each for each, _ in common]


def _one_each(readings: list[Reading]) -> list[Reading]:
    """One for each base form, kind and number of forms: the impersonal «стоит» must not hide «стоить»."""
    seen: dict[tuple[str, str, int], Reading] = {}
    for lexeme, grammemes in readings:
        seen.setdefault((lexeme.base, _kind(grammemes), lexeme.size), Reading(lexeme, grammemes))
    return [*seen.values()]


def _kind(grammemes: frozenset[str]) -> str:
    return "COMP" if "COMP" in grammemes else str(not grammemes.isdisjoint({"NOUN", "NPRO"}))


def _forms_of(sense: Reading) -> set[str]:
    lexeme, own = sense
    if "COMP" in own:
        return lexeme.forms(_COMPARATIVES)
    found = lexeme.forms(ALL_FORMS if "Supr" in own else _NO_SUPERLATIVES)
    if "NOUN" in own:
        return found - _rather_others(found, lexeme.base)
    if "ADJF" in own:
        return found - _rather_others((form for form in found if form[-1] == "о"), lexeme.base)
    return (found | _verb_forms(sense)) - _NO_GERUNDS if "INFN" in lexeme.heading.grammemes or own & _VERBS else found


def _rather_others(forms: Iterable[str], base: str) -> set[str]:
    """«Стали» is nearly always the verb, not the metal; «конечно» is no form of конечный."""
    return {form for form in counted(forms) if _is_rather_another(form, base)}


def _is_rather_another(form: str, base: str) -> bool:
    if all(lexeme.base == base for lexeme, _ in readings_of(form)):
        return False
    weighed = [(lexeme, weight) for (lexeme, own), weight in weighed_readings(form) if not _RARE & own]
    own = sum(weight for lexeme, weight in weighed if lexeme.base == base)
    return own < _SHARE_OF_SENSE * sum(weight for _, weight in weighed)


def _verb_forms(sense: Reading) -> set[str]:
    """The aspect partners' forms, and the passive ones of all of them."""
    base = sense.lexeme.base
    partners = [verb for name in aspect_partners(base) for verb in _infinitives(name)]
    aspect = sense.grammemes & {"perf", "impf"}
    opposite = [verb for verb, grammemes in partners if not aspect & grammemes]
    passive = {form for name in (base, *(verb.base for verb in opposite)) for form in _passive(name)}
    return passive.union(*(verb.forms() for verb in opposite))


@cache
def _infinitives(word: str) -> tuple[Reading, ...]:
    """A folded word's readings as an infinitive; for most guesses at a partner none."""
    return tuple([reading for reading in readings_of(word) if "INFN" in reading.grammemes])


def _passive(infinitive: str) -> Iterator[str]:
    """Third-person forms in -ся of an imperfective transitive verb: заявка обрабатывается."""
    if any(grammemes >= {"tran", "impf"} for _, grammemes in _infinitives(infinitive)):
        for verb, _ in _infinitives(infinitive + "ся"):
            yield from verb.forms(_OF_THE_THIRD_PERSON)
