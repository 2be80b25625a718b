"""Russian word forms: which of a word's readings are likely, and every form of those."""

from collections.abc import Iterable
from functools import cache
from itertools import chain
from operator import itemgetter

from gramota.rubric.forms.dictionary import (
    Reading,
    base_of,
    counted,
    reading_of,
    records_of,
    weighed_readings,
    weights_of,
)
from gramota.rubric.forms.lexeme import ALL_FORMS, Forms, Lexeme, Record, form_of, forms_of_all, stem_within
from gramota.rubric.forms.variants import LETTER_VARIANTS
from gramota.rubric.forms.verbs_ru import family_of, is_verb
from gramota.rubric.forms.word_forms import WordForms, forms_from, forms_together

_RARE = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn", "Trad", "Init", "voct", "Infr", "Erro", "Dist"})
_NOUNS = frozenset({"NOUN", "NPRO"})
_NO_GERUNDS = frozenset({"хотя", "благодаря"})
"""They look like forms of хотеть and благодарить, and are a conjunction and a preposition."""

_COMPARATIVES = Forms(any_of=frozenset({"COMP"}))
_NO_SUPERLATIVES = Forms(no=frozenset({"Supr"}))

_PARADIGM = itemgetter(0)

_SHARE_OF_BEST = 0.09
_SHARE_OF_SENSE = 0.04


_forms: dict[str, WordForms] = {}
"""Of the words that were asked for."""


def russian_forms(word: str) -> WordForms:
    """Every form of every likely reading of a folded word, with its aspect partner, and the word itself."""
    if word not in _forms:
        learn_words([word])
    return _forms[word]


def learn_words(words: Iterable[str]) -> None:
    """Find the forms of many folded words: step by step for all, which takes a sixth less than word by word."""
    senses = {word: likely_senses(word) for word in words if word not in _forms}
    for verb in filter(is_verb, chain.from_iterable(senses.values())):
        family_of(verb)
    for word, its_senses in senses.items():
        _forms[word] = _with_itself(word, [*map(_forms_of, its_senses)])


def _with_itself(word: str, found: list[WordForms]) -> WordForms:
    if len(found) == 1 and word not in LETTER_VARIANTS and found[0].have(word):
        return found[0]
    return forms_together([*found, forms_from([word, *LETTER_VARIANTS.get(word, ())])])


@cache
def base_forms(word: str) -> tuple[str, ...]:
    """The dictionary forms of a folded word's likely readings, sorted."""
    return tuple(sorted({sense.lexeme.base for sense in likely_senses(word)}))


@cache
def likely_senses(word: str) -> list[Reading]:
    """Readings of a word without the names, the calls, and those far less likely than the best."""
    if not word.isalpha() or not "а" <= word[0] <= "я":
        return []
    records = tuple(records_of(word))
    # Most words are forms of one word only, and nothing needs weighing.
    chosen = _common_among(records)
    if chosen:
        return [reading_of(word, record) for record in chosen]
    return _one_each(_likely_among(weighed_readings(word, records), word))


@cache
def _common_among(records: tuple[Record, ...]) -> tuple[Record, ...]:
    """Of the records of one lexeme one of each kind, and none that is rare; nothing where there are several lexemes.

    It says nothing about the word itself: all words that are inflected alike get the same answer, once.
    """
    if not _is_one_lexeme(records):
        return ()
    common = [record for record in records if _is_common(form_of(record).grammemes)] or records[:1]
    kinds: dict[str, Record] = {}
    for record in common:
        kinds.setdefault(_kind(form_of(record).grammemes), record)
    return tuple(kinds.values())


@cache
def _is_one_lexeme(records: tuple[Record, ...]) -> bool:
    """Whether all that a word may be is a form of one word."""
    if len({paradigm for paradigm, _ in records}) != 1:
        return False
    return len(records) == 1 or len({stem_within(record) for record in records}) == 1


def _is_common(grammemes: frozenset[str]) -> bool:
    return _RARE.isdisjoint(grammemes) and "impr" not in grammemes


def _likely_among(weighed: list[tuple[Reading, float]], word: str) -> list[Reading]:
    common = [(each, weight) for each, weight in weighed if not _RARE & each.grammemes] or weighed
    own = [each for each, _ in common if each.lexeme.base == word]
    least = max((weight for _, weight in common), default=0.0) * _SHARE_OF_BEST
    likely = [each for each, weight in common if weight >= least and "impr" not in each.grammemes]
    return [*own, *likely] or [each for each, _ in common]


def _one_each(readings: list[Reading]) -> list[Reading]:
    """One for each base form, kind and number of forms: the impersonal «стоит» must not hide «стоить»."""
    seen: dict[tuple[str, str, int], Reading] = {}
    for reading in readings:
        lexeme, grammemes = reading
        seen.setdefault((lexeme.base, _kind(grammemes), lexeme.size), reading)
    return [*seen.values()]


@cache
def _kind(grammemes: frozenset[str]) -> str:
    return "COMP" if "COMP" in grammemes else str(not _NOUNS.isdisjoint(grammemes))


def _forms_of(sense: Reading) -> WordForms:
    """The forms of a sense."""
    lexeme, own = sense
    if "COMP" in own:
        return lexeme.forms(_COMPARATIVES)
    if is_verb(sense):
        return _without(_NO_GERUNDS, forms_of_all(family_of(sense)))
    if "NOUN" in own:
        found = lexeme.forms()
        return _without(_rather_others(found.spelt(), lexeme), found)
    found = lexeme.forms(ALL_FORMS if "Supr" in own else _NO_SUPERLATIVES)
    if "ADJF" in own:
        return _without(_rather_others([form for form in found.spelt() if form[-1] == "о"], lexeme), found)
    return found


def _without(others: Iterable[str], forms: WordForms) -> WordForms:
    if not any(map(forms.have, others)):
        return forms
    return forms_from({*forms.spelt()}.difference(others))


def _rather_others(forms: Iterable[str], lexeme: Lexeme) -> set[str]:
    """«Стали» is nearly always the verb, not the metal; «конечно» is no form of конечный."""
    return {form for form in counted(forms) if _is_rather_another(form, lexeme)}


def _is_rather_another(form: str, lexeme: Lexeme) -> bool:
    records = records_of(form)
    if {*map(_PARADIGM, records)} == {lexeme.paradigm}:
        return False
    weights = zip(records, weights_of(form, records), strict=True)
    readings = [(*base_of(form, record), weight) for record, weight in weights if weight]
    weighed = [(base, weight) for base, grammemes, weight in readings if _RARE.isdisjoint(grammemes)]
    own = sum(weight for base, weight in weighed if base == lexeme.base)
    return own < _SHARE_OF_SENSE * sum(weight for _, weight in weighed)
