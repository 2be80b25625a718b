"""Forms of English words that no rule gives, and the two spellings of one word."""

import pytest

from gramota.rubric.forms.linguistics import word_forms
from gramota.rubric.forms.spellings_en import other_spellings

from .questions import cases, decide

FORMS = cases("""
    + be sorry // I am sorry
    + be sorry // I was sorry
    + be sorry // We're sorry
    + be sorry // I'm so sorry
    - be sorry // I am not sorry
    - be sorry // I wasn't sorry
    + not be late // I wasn't late
    + not be late // I'm not late
    - be late // I wasn't late
    + not be late // we're never late
    + have plan // We had a plan
    + do report // I did the report
    - have plan // I had no plan
    + apologise // I apologize
    + apologize // I apologised
    + organise meeting // organizing a meeting
    + colour // the color
    + centre // the center
    + travel // he traveled
    + catalogue // catalogs
    + fill form // Filled in the form
    - file form // Filled in the form
    + save life // saving lives
    - quit job // quite a job
    + past // in the past
    + left side // on the left side
""")


@pytest.mark.parametrize(("phrase", "answer", "met"), FORMS)
def test_a_word_is_known_in_all_its_forms_and_spellings(phrase: str, answer: str, met: bool):
    assert decide(phrase, answer, lang="en").met is met


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("quit", "quits"),
        ("withdraw", "withdrew"),
        ("mislead", "misled"),
        ("undertake", "undertaken"),
        ("forbid", "forbade"),
        ("burn", "burnt"),
        ("burn", "burned"),
        ("ground", "grounds"),
        ("left", "leaving"),
        ("knife", "knives"),
    ],
)
def test_an_irregular_word_has_its_forms(word: str, form: str):
    assert form in word_forms(word, "en")


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("organising", "organizing"),
        ("analyse", "analyze"),
        ("behaviour", "behavior"),
        ("centred", "centered"),
        ("travelled", "traveled"),
        ("licence", "license"),
        ("catalogue", "catalog"),
        ("anaesthetic", "anesthetic"),
        ("grey", "gray"),
        ("fulfil", "fulfill"),
    ],
)
def test_british_and_american_spellings_lead_to_each_other(british: str, american: str):
    assert american in other_spellings(british)
    assert british in other_spellings(american)


@pytest.mark.parametrize(
    "word", ["filling", "filed", "four", "hour", "rise", "size", "promise", "advise", "check", "tyre", "pedal", "head"]
)
def test_no_other_word_arises_from_a_spelling(word: str):
    assert not other_spellings(word)
