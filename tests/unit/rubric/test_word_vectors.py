"""Words near in meaning, by the vectors that the extra brings along; no network is asked."""

import pytest
from tests.unit.rubric.questions import Criterion, Question, compiled

from gramota.rubric.compiling.known_words import KnownWords
from gramota.rubric.compiling.whole_rubric import WholeRubric
from gramota.rubric.forms.russian import russian_forms
from gramota.rubric.forms.word_kinds import dictionary_form, kinds_of
from gramota.rubric.vectors.near_words import find_near_words
from gramota.rubric.vectors.word_vectors import LEAST_SIMILAR, Vectors, vectors_of


@pytest.fixture(scope="module")
def vectors() -> Vectors:
    found = vectors_of("ru")
    assert found
    return found


def near(vectors: Vectors, *words: str, known: str = "") -> dict[str, float]:
    forms = {form for word in known.split() for form in russian_forms(word).spelt()}
    return {found.word: found.similarity for found in vectors.near(words, forms.__contains__)}


def rubric(*accept: str, **synonyms: list[str]) -> WholeRubric:
    question = Question([Criterion("c", accept)], synonyms=synonyms)
    return WholeRubric(question, synonyms, compiled(question))


def suggested(vectors: Vectors, *accept: str, **synonyms: list[str]) -> dict[str, list[str]]:
    found = find_near_words(rubric(*accept, **synonyms), vectors)
    return {each.part: [word.word for word in each.words] for each in found}


@pytest.mark.parametrize(
    ("word", "neighbour"),
    [("маржа", "рентабельность"), ("репутация", "имидж"), ("быстро", "оперативно"), ("покрыть", "компенсировать")],
)
def test_a_word_of_the_same_meaning_is_near(vectors: Vectors, word: str, neighbour: str):
    assert near(vectors, word)[neighbour] >= LEAST_SIMILAR


def test_the_best_stand_first(vectors: Vectors):
    similarities = [*near(vectors, "покупатель").values()]
    assert len(similarities) > 3
    assert similarities == sorted(similarities, reverse=True)


def test_no_form_or_aspect_partner_of_a_word_is_proposed(vectors: Vectors):
    found = near(vectors, "позвонить")
    assert "дозвониться" in found
    assert {"звонить", "звонила", "позвонить"}.isdisjoint(found)


def test_a_known_word_s_form_is_not_proposed(vectors: Vectors):
    assert "рентабельность" not in near(vectors, "маржа", known="рентабельность")


@pytest.mark.parametrize("word", ["маржа", "сделка", "эффективный", "терять", "быстро"])
def test_proposals_are_dictionary_forms_of_the_same_part_of_speech(vectors: Vectors, word: str):
    for found in near(vectors, word):
        assert dictionary_form(found) == found
        assert kinds_of(found) & kinds_of(word)


def test_names_are_not_proposed(vectors: Vectors):
    assert {"москва", "иванов", "путин"}.isdisjoint(near(vectors, "город") | near(vectors, "президент"))


def test_one_word_with_a_second_meaning_does_not_speak_for_a_group(vectors: Vectors):
    """«Физик» is a private client in the slang of salesmen."""
    assert "математика" in near(vectors, "физик")
    found = near(vectors, "клиент", "заказчик", "покупатель", "физик")
    assert "математика" not in found
    assert "потребитель" in found


def test_money_is_money(vectors: Vectors):
    """The dictionary lists «деньги» under «деньга»."""
    assert dictionary_form("деньгами") == "деньги"
    assert vectors.has("деньги")


def test_a_word_without_a_vector_is_neither_near_nor_far(vectors: Vectors):
    assert vectors.similarity("кпшка", ["предложение"]) is None
    assert near(vectors, "кпшка") == {}


def test_a_language_without_vectors_has_none():
    assert vectors_of("en") is None


def test_a_group_of_synonyms_is_proposed_for_once(vectors: Vectors):
    found = suggested(vectors, "новый <client>", "<client> прийти", client=["клиент", "покупатель"])
    assert [part for part in found if "client" in part] == ["<client>"]
    assert "потребитель" in found["<client>"]


def test_a_word_that_another_phrase_knows_is_not_proposed(vectors: Vectors):
    assert "рентабельность" in suggested(vectors, "маржа")["маржа"]
    assert "рентабельность" not in suggested(vectors, "маржа", "рентабельность")["маржа"]


def test_a_beginning_makes_its_words_known():
    knows = KnownWords(rubric("рентаб*").compiled).knows
    assert knows("рентабельностью")
    assert not knows("рента")


def test_small_words_get_no_proposals(vectors: Vectors):
    assert suggested(vectors, "не без них") == {}
