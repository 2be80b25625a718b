"""The phrase language does what its guide says: each worked example is run through the engine."""

import pytest

from gramota.rubric import compile_question, find_group_errors, find_phrase_errors, score_answer
from tests.docs.guide import LANGUAGES, code_of, fragments, page_text, tables
from tests.unit.rubric.questions import Criterion, Question

RULES, EXAMPLES, MISTAKES = 0, 1, 2


def _rows(lang: str, table: int) -> list[list[str]]:
    return tables(page_text(lang, "phrases"))[table][1:]


def _synonyms(lang: str) -> dict[str, list[str]]:
    shown = [part["synonyms"] for place, part in fragments(lang) if "phrases.md" in place and "synonyms" in part]
    assert len(shown) == 1
    return shown[0]


WORKED = [(lang, *map(code_of, row[:3])) for lang in LANGUAGES for row in _rows(lang, EXAMPLES)]
FORBIDDEN = [(lang, code_of(row[0])) for lang in LANGUAGES for row in _rows(lang, MISTAKES)]
TAUGHT = [(lang, code_of(row[0])) for lang in LANGUAGES for row in _rows(lang, RULES)]


def _is_found(phrase: str, answer: str, lang: str) -> bool:
    question = Question([Criterion("asked", [phrase])])
    compiled = compile_question(question, _synonyms(lang), lang)
    return score_answer(compiled, answer).criteria["asked"].met


def test_both_languages_have_twenty_worked_examples():
    assert [len(_rows(lang, EXAMPLES)) for lang in LANGUAGES] == [20, 20]


@pytest.mark.parametrize(("lang", "phrase", "found", "missed"), WORKED)
def test_a_worked_example_is_found(lang: str, phrase: str, found: str, missed: str):
    assert _is_found(phrase, found, lang)


@pytest.mark.parametrize(("lang", "phrase", "found", "missed"), WORKED)
def test_a_worked_example_is_not_found_where_the_guide_says_so(lang: str, phrase: str, found: str, missed: str):
    assert not _is_found(phrase, missed, lang)


def test_the_groups_of_synonyms_are_right(lang: str):
    assert find_group_errors(_synonyms(lang)) == []


@pytest.mark.parametrize(("lang", "phrase"), TAUGHT)
def test_what_the_rules_teach_is_no_mistake(lang: str, phrase: str):
    assert find_phrase_errors(phrase, _synonyms(lang)) == []


@pytest.mark.parametrize(("lang", "phrase"), FORBIDDEN)
def test_what_the_guide_calls_a_mistake_is_one(lang: str, phrase: str):
    assert find_phrase_errors(phrase, _synonyms(lang))
