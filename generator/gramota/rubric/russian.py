"""Russian word forms from the OpenCorpora dictionary (pymorphy3, loaded on first use)."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from gramota.rubric.aspect import aspect_partners
from gramota.rubric.variants import LETTER_VARIANTS

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer
    from pymorphy3.analyzer import Parse

_RARE = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn", "Trad", "Init", "voct", "Infr", "Erro", "Dist"})
_SHARE_OF_BEST = 0.09
_SHARE_OF_SENSE = 0.04
_END_OF_WORD = b"\x01"
_ALPHABET = "абвгдежзийклмнопрстуфхцчшщъыьэюя"


@cache
def analyzer() -> "MorphAnalyzer":
    """The one analyzer of the process; about 0.2 s to load."""
    from pymorphy3 import MorphAnalyzer  # noqa: PLC0415 - nobody waits for the dictionary before it is needed

    return MorphAnalyzer(lang="ru")


@cache
def russian_forms(word: str) -> frozenset[str]:
    """Every form of every likely reading of a folded word, with its aspect partner, and the word itself."""
    if not word.isalpha() or not "а" <= word[0] <= "я":
        return frozenset({word})
    found = {word} | LETTER_VARIANTS.get(word, frozenset())
    for parse in likely_parses(word):
        found |= _forms_of(parse)
    return frozenset(found)


def likely_parses(word: str) -> "list[Parse]":
    """Readings of a word without the names, the calls, and those far less likely than the best."""
    parses = [parse for parse in analyzer().parse(word) if "UNKN" not in parse.tag]
    common = [parse for parse in parses if not _RARE & parse.tag.grammemes] or parses
    own = [parse for parse in common if plain(parse.normal_form) == word]
    best = max((parse.score for parse in common), default=0.0)
    likely = [parse for parse in common if parse.score >= best * _SHARE_OF_BEST and "impr" not in parse.tag]
    return _one_each([*own, *likely] or common)


def _one_each(parses: "Iterable[Parse]") -> "list[Parse]":
    seen: dict[tuple[str, str], Parse] = {}
    for parse in parses:
        seen.setdefault((parse.normal_form, _kind(parse)), parse)
    return list(seen.values())


def _kind(parse: "Parse") -> str:
    return "COMP" if "COMP" in parse.tag else str(parse.tag.POS in {"NOUN", "NPRO"})


def _forms_of(parse: "Parse") -> set[str]:
    lexeme = parse.lexeme
    if "COMP" in parse.tag:
        return {plain(each.word) for each in lexeme if "COMP" in each.tag}
    forms = {plain(each.word) for each in lexeme if "Supr" not in each.tag or "Supr" in parse.tag}
    if parse.tag.POS == "NOUN":
        forms = {form for form in forms if not _is_rather_another(form, parse.normal_form)}
    if lexeme[0].tag.POS == "INFN" or parse.tag.POS in {"INFN", "VERB", "PRTF", "PRTS", "GRND"}:
        forms |= _verb_forms(parse)
    return forms


def _is_rather_another(form: str, lemma: str) -> bool:
    """«Стали» is nearly always the verb, not the metal."""
    parses = [parse for parse in analyzer().parse(form) if not _RARE & parse.tag.grammemes]
    own = sum(parse.score for parse in parses if parse.normal_form == lemma)
    return bool(own < _SHARE_OF_SENSE * sum(parse.score for parse in parses))


def _verb_forms(parse: "Parse") -> set[str]:
    infinitive = plain(parse.normal_form)
    partners = [verb for name in aspect_partners(infinitive) for verb in _infinitives(name)]
    opposite = [verb for verb in partners if verb.tag.aspect != parse.tag.aspect]
    forms = {plain(each.word) for verb in opposite for each in verb.lexeme}
    return forms | {form for name in (infinitive, *(verb.normal_form for verb in opposite)) for form in _passive(name)}


def _infinitives(word: str) -> "list[Parse]":
    known = analyzer().word_is_known(word)
    return [parse for parse in analyzer().parse(word) if parse.tag.POS == "INFN"] if known else []


def _passive(infinitive: str) -> Iterator[str]:
    """Third-person forms in -ся of an imperfective transitive verb: заявка обрабатывается."""
    transitive = any({"tran", "impf"} <= parse.tag.grammemes for parse in _infinitives(infinitive))
    for verb in _infinitives(infinitive + "ся") if transitive else []:
        yield from (plain(each.word) for each in verb.lexeme if {"3per"} & each.tag.grammemes or "past" in each.tag)


def plain(word: str) -> str:
    return word.replace("ё", "е").removesuffix("-")


@cache
def russian_neighbours(lemma: str) -> tuple[tuple[str, ...], ...]:
    """The forms of each dictionary word whose base form is one slip of the pen from this one: маржа, баржа."""
    parses = {
        (parse.normal_form, parse.tag.POS): parse for slip in _known_slips(lemma) for parse in analyzer().parse(slip)
    }
    return tuple(
        tuple(sorted({plain(each.word) for each in parse.lexeme}))
        for parse in parses.values()
        if parse.normal_form != lemma
    )


def _known_slips(word: str) -> list[str]:
    """Words of the dictionary one slip away; its graph is walked, for a thousand guesses a word are too slow."""
    graph = analyzer().dictionary.words.dct
    found: set[str] = set()
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        node = graph.follow_bytes(head.encode(), graph.ROOT)
        if node is None:
            break
        for middle, rest in _slips_here(tail):
            begun = graph.follow_bytes(middle.encode(), node)
            if begun is not None and graph.follow_bytes(rest.encode() + _END_OF_WORD, begun) is not None:
                found.add(head + middle + rest)
    return sorted(found - {word})


def _slips_here(tail: str) -> Iterator[tuple[str, str]]:
    """(letters that differ, the rest) of each slip at the start of a tail."""
    yield from ((letter, tail) for letter in _ALPHABET)
    if tail:
        yield "", tail[1:]
        yield from ((letter, tail[1:]) for letter in _ALPHABET)
    if len(tail) > 1:
        yield tail[1] + tail[0], tail[2:]


def base_forms(word: str) -> list[str]:
    """The dictionary forms of a word's likely readings."""
    if not word.isalpha() or not "а" <= word[0] <= "я":
        return []
    return sorted({plain(parse.normal_form) for parse in likely_parses(word)})
