"""Forms of a noun or an adjective that are nearly always another word: «стали» is the verb, hardly ever the metal."""

from collections.abc import Iterable, Iterator
from functools import cache

from gramota.rubric.forms.dictionary import (
    RARE,
    base_of,
    counted,
    counted_words,
    reading_of,
    records_of,
    revision,
    weights_of,
)
from gramota.rubric.forms.homonyms_ru import BASES, REVISION
from gramota.rubric.forms.lexeme import Lexeme
from gramota.rubric.forms.word_forms import WordForms, forms_from

_SHARE_OF_SENSE = 0.04
_BASES = frozenset(BASES.split())


def without_homonyms(lexeme: Lexeme, forms: WordForms, ending: str = "") -> WordForms:
    """The forms of a noun or an adjective without those, of this ending, that are rather another word's."""
    if not _may_have_homonyms(lexeme):
        return forms
    asked = [form for form in forms.spelt() if form.endswith(ending)]
    return without(forms, [form for form in counted(asked) if _is_rather_another(form, lexeme)])


def without(forms: WordForms, others: Iterable[str]) -> WordForms:
    """The forms that are none of some words."""
    if not any(map(forms.have, others)):
        return forms
    return forms_from({*forms.spelt()}.difference(others))


def bases_with_homonyms() -> Iterator[str]:
    """The dictionary forms of all nouns and adjectives that have such forms, some more than once; takes seconds."""
    for word in counted_words():
        for record in records_of(word):
            lexeme, _ = reading_of(word, record)
            if _is_nominal(lexeme) and _is_rather_another(word, lexeme):
                yield lexeme.base


def _is_nominal(lexeme: Lexeme) -> bool:
    return not lexeme.grammemes.isdisjoint({"NOUN", "ADJF"})


def _may_have_homonyms(lexeme: Lexeme) -> bool:
    """Few words of the dictionary have any, and they are listed; of a word that it lacks all forms are looked up."""
    return lexeme.is_guess or not _are_listed() or lexeme.base in _BASES


@cache
def _are_listed() -> bool:
    """Whether the list was made from the dictionary that is installed."""
    return revision() == REVISION


def _is_rather_another(form: str, lexeme: Lexeme) -> bool:
    records = records_of(form)
    if all(paradigm == lexeme.paradigm for paradigm, _ in records):
        return False
    weights = zip(records, weights_of(form, records), strict=True)
    readings = [(*base_of(form, record), weight) for record, weight in weights if weight]
    weighed = [(base, weight) for base, grammemes, weight in readings if RARE.isdisjoint(grammemes)]
    own = sum(weight for base, weight in weighed if base == lexeme.base)
    return own < _SHARE_OF_SENSE * sum(weight for _, weight in weighed)
