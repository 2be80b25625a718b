"""What a Russian word is in a dictionary: its heading there, its part of speech, whether it is a common word."""

from functools import cache

from gramota.rubric.forms.dictionary import readings_of
from gramota.rubric.forms.russian import likely_senses

_KINDS = {
    "NOUN": "noun",
    **dict.fromkeys(("INFN", "VERB", "PRTF", "PRTS", "GRND"), "verb"),
    **dict.fromkeys(("ADJF", "ADJS", "COMP"), "adjective"),
    **dict.fromkeys(("ADVB", "PRED"), "adverb"),
}
_NAMES = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn", "Trad", "Init", "Abbr"})
_NO_COMMON_WORD = _NAMES | {"voct", "Infr", "Erro", "Dist", "Apro", "Anph", "Ques", "Prnt", "Arch", "Litr"}
_USUAL_BASES = {"деньга": "деньги"}
"""What people would look up in place of a dictionary's own heading."""


@cache
def dictionary_form(word: str) -> str:
    """The dictionary form of a folded word's likeliest reading; the word itself where it has none."""
    senses = likely_senses(word)
    base = senses[0].lexeme.base if senses else word
    return _USUAL_BASES.get(base, base)


@cache
def kinds_of(word: str) -> frozenset[str]:
    """Of noun, verb, adjective and adverb, what a folded word may be; nothing for function words."""
    return frozenset(kind for sense in likely_senses(word) for mark, kind in _KINDS.items() if mark in sense.grammemes)


def is_common_base(word: str) -> bool:
    """Whether a folded word is the dictionary form of a noun, verb, adjective or adverb, and of no name."""
    readings = readings_of(word)
    bases = [grammemes for lexeme, grammemes in readings if word in {lexeme.base, _USUAL_BASES.get(lexeme.base)}]
    return any(not grammemes.isdisjoint(_KINDS) and grammemes.isdisjoint(_NO_COMMON_WORD) for grammemes in bases)
