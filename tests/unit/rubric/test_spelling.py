"""Words of languages other than Russian: those that the spelling dictionary has, however they are kept."""

import random
import sys

import pytest
from spellchecker import SpellChecker

from gramota.rubric.forms.linguistics import forget_walks
from gramota.rubric.forms.strangers import russian_strangers
from gramota.rubric.spelling import spelling_words


@pytest.mark.parametrize("code", ["de", "en", "es", "eu", "fr", "lv", "pt"])
def test_no_word_of_the_dictionary_is_lost_and_none_is_added(code: str):
    known = set(SpellChecker(language=code).word_frequency.dictionary)
    words, letters = spelling_words.spelt_words(code)
    assert [word for word in known if word not in words] == []
    chance = random.Random(7)
    shuffled = {"".join(chance.sample(word, len(word))) for word in sorted(known)[::10]}
    assert [word for word in shuffled if (word in words) != (word in known)] == []
    assert {*letters} == {letter for word in known for letter in word if letter.isalpha()}


def test_a_language_without_a_dictionary_has_no_words():
    words, letters = spelling_words.spelt_words("xx")
    assert "word" not in words
    assert letters == ""


def test_without_the_compiled_graph_the_same_words_are_known(monkeypatch: pytest.MonkeyPatch):
    near = spelling_words.spelt_words_near(["delivery", "margin"], "en")
    monkeypatch.setitem(sys.modules, "dawg", None)
    spelling_words.spelt_words.cache_clear()
    assert spelling_words.spelt_words_near(["delivery", "margin"], "en") == near
    spelling_words.spelt_words.cache_clear()


def test_walks_that_were_forgotten_are_walked_again():
    keys = [("маржа", "маржи"), ("прибыль",)]
    found = russian_strangers(keys)
    forget_walks()
    assert russian_strangers(keys) == found
    assert "баржа" in found
