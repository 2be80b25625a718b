"""Russian word forms: which of a word's readings are likely, and every form of those."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from gramota.rubric.aspect import aspect_partners
from gramota.rubric.dictionary import Inflected, Lexeme, analyzer, inflected, is_counted, plain, readings_of
from gramota.rubric.variants import LETTER_VARIANTS

if TYPE_CHECKING:
    from pymorphy3.analyzer import Parse

_RARE = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn", "Trad", "Init", "voct", "Infr", "Erro", "Dist"})
_VERBS = frozenset({"INFN", "VERB", "PRTF", "PRTS", "GRND"})
_NO_GERUNDS = frozenset({"хотя", "благодаря"})
"""They look like forms of хотеть and благодарить, and are a conjunction and a preposition."""

_SHARE_OF_BEST = 0.09
_SHARE_OF_SENSE = 0.04


class Sense(NamedTuple):
    """One reading of a word: its base form, its grammemes, and (form, grammemes) of all its forms; folded."""

    base: str
    grammemes: frozenset[str]
    forms: tuple[Inflected, ...]


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
    return tuple(sorted({sense.base for sense in likely_senses(word)}))


@cache
def likely_senses(word: str) -> list[Sense]:
    """Readings of a word without the names, the calls, and those far less likely than the best."""
    if not word.isalpha() or not "а" <= word[0] <= "я":
        return []
    readings = readings_of(word)
    if len({lexeme for lexeme, _ in readings}) == 1:
        return _one_each(_senses_of_one(readings))
    return _one_each(_likely_among(analyzer().parse(word), word))


def _senses_of_one(readings: Sequence[tuple[Lexeme, frozenset[str]]]) -> Iterator[Sense]:
    """Most words are forms of one word only, and nothing needs weighing."""
    common = [grammemes for _, grammemes in readings if not _RARE & grammemes and "impr" not in grammemes]
    lexeme, rare = readings[0]
    forms = lexeme.inflected
    return (Sense(lexeme.base, grammemes, forms) for grammemes in common or [rare])


def _likely_among(parses: "Iterable[Parse]", word: str) -> Iterator[Sense]:
    known = [parse for parse in parses if "UNKN" not in parse.tag.grammemes]
    common = [parse for parse in known if not _RARE & parse.tag.grammemes] or known
    own = [parse for parse in common if plain(parse.normal_form) == word]
    best = max((parse.score for parse in common), default=0.0)
    likely = [parse for parse in common if parse.score >= best * _SHARE_OF_BEST and "impr" not in parse.tag.grammemes]
    chosen = [*own, *likely] or common
    return (Sense(plain(parse.normal_form), parse.tag.grammemes, inflected(parse)) for parse in chosen)


def _one_each(senses: Iterable[Sense]) -> list[Sense]:
    """One for each base form, kind and number of forms: the impersonal «стоит» must not hide «стоить»."""
    seen: dict[tuple[str, str, int], Sense] = {}
    for sense in senses:
        seen.setdefault((sense.base, _kind(sense.grammemes), len(sense.forms)), sense)
    return [*seen.values()]


def _kind(grammemes: frozenset[str]) -> str:
    return "COMP" if "COMP" in grammemes else str(not grammemes.isdisjoint({"NOUN", "NPRO"}))


def _forms_of(sense: Sense) -> set[str]:
    base, own, forms = sense
    if "COMP" in own:
        return {form for form, grammemes in forms if "COMP" in grammemes}
    found = {form for form, grammemes in forms if "Supr" in own or "Supr" not in grammemes}
    if "NOUN" in own:
        return {form for form in found if not _is_rather_another(form, base)}
    if "ADJF" in own:
        return {form for form in found if form[-1] != "о" or not _is_rather_another(form, base)}
    return (found | _verb_forms(sense)) - _NO_GERUNDS if "INFN" in forms[0][1] or own & _VERBS else found


def _is_rather_another(form: str, base: str) -> bool:
    """«Стали» is nearly always the verb, not the metal; «конечно» is no form of конечный."""
    if not is_counted(form) or all(lexeme.base == base for lexeme, _ in readings_of(form)):
        return False
    parses = [parse for parse in analyzer().parse(form) if not _RARE & parse.tag.grammemes]
    own = sum(parse.score for parse in parses if plain(parse.normal_form) == base)
    return bool(own < _SHARE_OF_SENSE * sum(parse.score for parse in parses))


def _verb_forms(sense: Sense) -> set[str]:
    """The aspect partners' forms, and the passive ones of all of them."""
    partners = [verb for name in aspect_partners(sense.base) for verb in _infinitives(name)]
    aspect = sense.grammemes & {"perf", "impf"}
    opposite = [verb for verb, grammemes in partners if not aspect & grammemes]
    passive = {form for name in (sense.base, *(verb.base for verb in opposite)) for form in _passive(name)}
    return passive.union(*(verb.forms for verb in opposite))


@cache
def _infinitives(word: str) -> list[tuple[Lexeme, frozenset[str]]]:
    """A folded word's readings as an infinitive; for most guesses at a partner none."""
    return [(verb, grammemes) for verb, grammemes in readings_of(word) if "INFN" in grammemes]


def _passive(infinitive: str) -> Iterator[str]:
    """Third-person forms in -ся of an imperfective transitive verb: заявка обрабатывается."""
    if any(grammemes >= {"tran", "impf"} for _, grammemes in _infinitives(infinitive)):
        for verb, _ in _infinitives(infinitive + "ся"):
            yield from (form for form, grammemes in verb.inflected if {"3per", "past"} & grammemes)
