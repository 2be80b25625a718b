"""Forms come out of their beginning and ends as they went in, and the same forms are one key, however found."""

from hypothesis import given
from hypothesis import strategies as st
from tests.unit.rubric.questions import Criterion, Question, compiled

from gramota.rubric.forms.word_forms import forms_from, forms_together
from gramota.rubric.phrases.question_words import words_of_question
from gramota.rubric.phrases.sources import PlainCriterion, PlainQuestion

WORDS = st.sets(st.text("абв", min_size=1, max_size=4), max_size=12)


@given(WORDS)
def test_forms_are_what_they_were_made_from(words: set[str]):
    assert forms_from(words).spelt() == sorted(words)
    assert all(map(forms_from(words).have, words))


@given(WORDS, st.text("абв", max_size=4))
def test_forms_have_no_other_word(words: set[str], word: str):
    assert forms_from(words).have(word) is (word in words)


@given(st.lists(WORDS, max_size=4))
def test_forms_together_equal_those_found_at_once(rows: list[set[str]]):
    assert forms_together(map(forms_from, rows)) == forms_from(set().union(*rows))


def test_words_with_the_same_forms_are_one_key():
    question = compiled(Question([Criterion("lift", ["отключить", "отключать", "отключил"])]))
    assert len(question.keys) == 1


def test_every_word_of_a_question_is_learnt_those_of_groups_in_groups_too():
    phrases = ['лид (отдел|"план продаж") <client>', "не (брать|взять"]
    question = PlainQuestion([PlainCriterion("a", phrases, ["сайт*"])], id="q")
    synonyms = {"client": ["клиент", "<guest> дома"], "guest": ["гость"], "other": ["цена"]}
    assert words_of_question(question, synonyms) == sorted(
        ["лид", "отдел", "план", "продаж", "не", "брать", "взять", "клиент", "дома", "гость"]
    )
