"""Russian word forms: which of a word's readings are likely, and every form of those."""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from gramota.rubric.forms.dictionary import RARE, Reading, records_of, weighed_readings
from gramota.rubric.forms.homonyms import without_homonyms
from gramota.rubric.forms.lexeme import ALL_FORMS, Forms, Lexeme, Record, form_of, forms_of_all
from gramota.rubric.forms.variants import LETTER_VARIANTS
from gramota.rubric.forms.verbs_ru import family_of, is_verb
from gramota.rubric.forms.word_forms import WordForms, forms_from, forms_together

_NOUNS = frozenset({"NOUN", "NPRO"})
_NO_GERUNDS = frozenset({"хотя", "благодаря"})
"""They look like forms of хотеть and благодарить, and are a conjunction and a preposition."""

_COMPARATIVES = Forms(any_of=frozenset({"COMP"}))
_NO_SUPERLATIVES = Forms(no=frozenset({"Supr"}))

_SHARE_OF_BEST = 0.09


class _Learnt(dict[str, WordForms]):
    """The forms of the words that were asked for."""

    def __missing__(self, word: str) -> WordForms:
        learn_words([word])
        return self[word]


_learnt = _Learnt()


def russian_forms(word: str) -> WordForms:
    """Every form of every likely reading of a folded word, with its aspect partner, and the word itself."""
    return _learnt[word]


def learn_words(words: Iterable[str]) -> None:
    """Find the forms of many folded words: step by step for all, which takes less time than word by word."""
    senses = {word: likely_senses(word) for word in words if word not in _learnt}
    for word, its_senses in senses.items():
        _learnt[word] = _with_itself(word, [*map(_forms_of, its_senses)])


def _with_itself(word: str, found: list[WordForms]) -> WordForms:
    if word not in LETTER_VARIANTS and any(forms.have(word) for forms in found):
        return forms_together(found)
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
    if alike := _alike(records):
        lexeme = Lexeme(word[alike.stem], alike.paradigm)
        return [Reading(lexeme, grammemes) for grammemes in alike.senses]
    return _one_each(_likely_among(weighed_readings(word, records), word))


class _Alike(NamedTuple):
    """What all words have in common that are forms of one lexeme only, and are inflected alike."""

    stem: slice
    paradigm: int
    senses: tuple[frozenset[str], ...]


@cache
def _alike(records: tuple[Record, ...]) -> _Alike | None:
    """Of the records of one lexeme one of each kind, and none that is rare; nothing where there are several lexemes.

    It says nothing about the word itself: all words that are inflected alike get the same answer, once.
    """
    forms = [*map(form_of, records)]
    if (
        len({(paradigm, form.prefix, len(form.suffix)) for (paradigm, _), form in zip(records, forms, strict=True)})
        != 1
    ):
        return None
    senses: dict[str, frozenset[str]] = {}
    for form in [form for form in forms if _is_common(form.grammemes)] or forms[:1]:
        senses.setdefault(_kind(form.grammemes), form.grammemes)
    return _Alike(forms[0].stem, records[0][0], tuple(senses.values()))


def _is_common(grammemes: frozenset[str]) -> bool:
    return RARE.isdisjoint(grammemes) and "impr" not in grammemes


def _likely_among(weighed: list[tuple[Reading, float]], word: str) -> list[Reading]:
    common = [(each, weight) for each, weight in weighed if not RARE & each.grammemes] or weighed
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
    if "NOUN" in own:
        return without_homonyms(lexeme, lexeme.forms())
    if is_verb(sense):
        return forms_of_all(family_of(sense)).without(_NO_GERUNDS)
    found = lexeme.forms(ALL_FORMS if "Supr" in own else _NO_SUPERLATIVES)
    return without_homonyms(lexeme, found, ending="о") if "ADJF" in own else found
