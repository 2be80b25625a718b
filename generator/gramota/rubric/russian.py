"""Russian word forms: which of a word's readings are likely, and every form of those."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from gramota.rubric.aspect import aspect_partners
from gramota.rubric.dictionary import Lexeme, analyzer, inflected, is_counted, plain, readings_of
from gramota.rubric.variants import LETTER_VARIANTS

if TYPE_CHECKING:
    from pymorphy3.analyzer import Parse

_RARE = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn", "Trad", "Init", "voct", "Infr", "Erro", "Dist"})
_VERBS = frozenset({"INFN", "VERB", "PRTF", "PRTS", "GRND"})
_SHARE_OF_BEST = 0.09
_SHARE_OF_SENSE = 0.04


@cache
def russian_forms(word: str) -> tuple[str, ...]:
    """Every form of every likely reading of a folded word, with its aspect partner, and the word itself; sorted."""
    found = {word} | LETTER_VARIANTS.get(word, frozenset())
    for parse in _likely_parses(word):
        found |= _forms_of(parse)
    return tuple(sorted(found))


@cache
def base_forms(word: str) -> tuple[str, ...]:
    """The dictionary forms of a folded word's likely readings, sorted."""
    return tuple(sorted({plain(parse.normal_form) for parse in _likely_parses(word)}))


@cache
def _likely_parses(word: str) -> "list[Parse]":
    """Readings of a word without the names, the calls, and those far less likely than the best."""
    if not word.isalpha() or not "а" <= word[0] <= "я":
        return []
    parses = [parse for parse in analyzer().parse(word) if "UNKN" not in parse.tag.grammemes]
    common = [parse for parse in parses if not _RARE & parse.tag.grammemes] or parses
    own = [parse for parse in common if plain(parse.normal_form) == word]
    best = max((parse.score for parse in common), default=0.0)
    likely = [parse for parse in common if parse.score >= best * _SHARE_OF_BEST and "impr" not in parse.tag.grammemes]
    return _one_each([*own, *likely] or common)


def _one_each(parses: "Iterable[Parse]") -> "list[Parse]":
    seen: dict[tuple[str, str], Parse] = {}
    for parse in parses:
        seen.setdefault((parse.normal_form, _kind(parse)), parse)
    return list(seen.values())


def _kind(parse: "Parse") -> str:
    return "COMP" if "COMP" in parse.tag.grammemes else str(parse.tag.POS in {"NOUN", "NPRO"})


def _forms_of(parse: "Parse") -> set[str]:
    forms, own = inflected(parse), parse.tag.grammemes
    if "COMP" in own:
        return {form for form, grammemes in forms if "COMP" in grammemes}
    found = {form for form, grammemes in forms if "Supr" in own or "Supr" not in grammemes}
    if "NOUN" in own:
        return {form for form in found if not _is_rather_another(form, parse.normal_form)}
    if "ADJF" in own:
        return {form for form in found if form[-1] != "о" or not _is_rather_another(form, parse.normal_form)}
    return found | _verb_forms(parse) if "INFN" in forms[0][1] or own & _VERBS else found


def _is_rather_another(form: str, lemma: str) -> bool:
    """«Стали» is nearly always the verb, not the metal."""
    if not is_counted(form) or all(lexeme.base == plain(lemma) for lexeme, _ in readings_of(form)):
        return False
    parses = [parse for parse in analyzer().parse(form) if not _RARE & parse.tag.grammemes]
    own = sum(parse.score for parse in parses if parse.normal_form == lemma)
    return bool(own < _SHARE_OF_SENSE * sum(parse.score for parse in parses))


def _verb_forms(parse: "Parse") -> set[str]:
    """The aspect partners' forms, and the passive ones of all of them."""
    own = plain(parse.normal_form)
    partners = [verb for name in aspect_partners(own) for verb in _infinitives(name)]
    opposite = [verb for verb, grammemes in partners if parse.tag.aspect not in grammemes]
    passive = {form for name in (own, *(verb.base for verb in opposite)) for form in _passive(name)}
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
