"""Forms that are nearly always another word are left out, whether or not the list of such words is at hand."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.homonyms import homonyms_module

from gramota.rubric.forms import homonyms, homonyms_ru
from gramota.rubric.forms.homonyms import without_homonyms
from gramota.rubric.forms.lexeme import Lexeme
from gramota.rubric.forms.russian import likely_senses


def test_the_list_is_what_the_dictionary_says():
    written = Path(homonyms_ru.__file__).read_text(encoding="utf-8")
    assert written == homonyms_module(), "run `python -m tests.homonyms`"


@pytest.fixture
def of_another_dictionary(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(homonyms, "REVISION", "another")
    homonyms._are_listed.cache_clear()
    yield
    homonyms._are_listed.cache_clear()


@pytest.mark.usefixtures("of_another_dictionary")
def test_with_another_dictionary_all_forms_are_looked_up():
    assert not homonyms._are_listed()
    steel, deal = _noun("сталь"), _noun("сделка")
    assert not without_homonyms(steel, steel.forms()).have("стали")
    assert without_homonyms(deal, deal.forms()) == deal.forms()


def test_of_a_word_that_the_dictionary_lacks_all_forms_are_looked_up():
    guess = _noun("сталь")._replace(is_guess=True)
    assert not without_homonyms(guess, guess.forms()).have("стали")


def _noun(word: str) -> Lexeme:
    return next(sense.lexeme for sense in likely_senses(word) if "NOUN" in sense.grammemes)
