"""Forms of a noun or an adjective that are nearly always another word: «стали» is the verb, hardly ever the metal."""

from gramota.rubric.forms.dictionary import RARE, base_of, counted, records_of, weights_of
from gramota.rubric.forms.lexeme import Lexeme
from gramota.rubric.forms.word_forms import WordForms

_SHARE_OF_SENSE = 0.04


def without_homonyms(lexeme: Lexeme, forms: WordForms, ending: str = "") -> WordForms:
    """The forms of a noun or an adjective without those, of this ending, that are rather another word's."""
    asked = [form for form in forms.spelt() if form.endswith(ending)]
    return forms.without([form for form in counted(asked) if _is_rather_another(form, lexeme)])


def _is_rather_another(form: str, lexeme: Lexeme) -> bool:
    records = records_of(form)
    if all(paradigm == lexeme.paradigm for paradigm, _ in records):
        return False
    weights = zip(records, weights_of(form, records), strict=True)
    readings = [(*base_of(form, record), weight) for record, weight in weights if weight]
    weighed = [(base, weight) for base, grammemes, weight in readings if RARE.isdisjoint(grammemes)]
    own = sum(weight for base, weight in weighed if base == lexeme.base)
    return own < _SHARE_OF_SENSE * sum(weight for _, weight in weighed)
