"""The dictionary read by our own walks must be the dictionary that pymorphy3 reads."""

import json
import subprocess
import sys

import pytest

from gramota.rubric.forms.dictionary import readings_of
from gramota.rubric.forms.linguistics import word_forms
from gramota.rubric.forms.opencorpora import analyzer, plain
from gramota.rubric.forms.strangers import is_russian_word, russian_strangers
from gramota.rubric.spelling.typos import SHORTEST_MISSPELT

WORDS = """маржа стали счета отчет еще поэффективнее наилучший какой-нибудь окупается клиентов технарь ни бы мел
аннулировать реализовать доводить по-новому дома белила нею учет счет лет ёжик пять сорока"""

INFLECTED = ["сталь", "конечный", "сделка", "обработать", "лидген"]
WITHOUT_COMPILED_CODE = f"""
import json, sys
sys.modules["dawg"] = None
from gramota.rubric.forms.linguistics import word_forms
print(json.dumps([word_forms(word, "ru") for word in {INFLECTED}]))
"""


def test_words_have_the_same_forms_where_the_dictionary_is_read_without_compiled_code():
    done = subprocess.run([sys.executable, "-c", WITHOUT_COMPILED_CODE], capture_output=True, check=True)
    assert json.loads(done.stdout) == [[*word_forms(word, "ru")] for word in INFLECTED]


@pytest.mark.parametrize("word", [plain(word) for word in WORDS.split()])
def test_no_reading_of_a_word_is_lost_or_made_up(word):
    parses = [parse for parse in analyzer().parse(word) if len(parse.methods_stack) == 1 and parse.is_known]
    expected = {(plain(parse.normal_form), parse.tag.grammemes) for parse in parses}
    assert {(lexeme.base, grammemes) for lexeme, grammemes in readings_of(word)} == expected


@pytest.mark.parametrize("word", ["мжра", "абырвалг", "qwerty", "", "12", "а" * 200])
def test_what_is_no_word_has_no_reading(word):
    assert readings_of(word) == []


@pytest.mark.parametrize("form", ["маржа", "сцена", "отдел", "счетчик", "клиентом"])
def test_no_word_one_slip_away_is_missed_or_made_up(form):
    known = {slip for slip in _slips(form) if len(slip) >= SHORTEST_MISSPELT and analyzer().word_is_known(slip)}
    assert russian_strangers([[form]]) == known
    assert all(is_russian_word(word) for word in known)


@pytest.mark.parametrize("word", ["планавая", "клеенты", "мжра", "", "5", "qwerty"])
def test_a_misspelling_is_no_word(word):
    assert not is_russian_word(word)


def _slips(word: str) -> set[str]:
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    letters = [chr(code) for code in range(ord("а"), ord("я") + 1)]
    more = {head + letter + tail for head, tail in cuts for letter in letters}
    other = {head + letter + tail[1:] for head, tail in cuts if tail for letter in letters}
    less = {head + tail[1:] for head, tail in cuts if tail}
    swapped = {head + tail[1] + tail[0] + tail[2:] for head, tail in cuts if len(tail) > 1}
    return (more | other | less | swapped) - {word}
