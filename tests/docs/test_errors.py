"""The guide's page of problems has every code, says what gramota says, and its examples are wrong and right."""

import re

import pytest

from tests.breakages import load_breakages
from tests.docs.error_examples import error_example, error_table
from tests.docs.errors import all_codes, changed_of_run, check, pages, told_by_run, translated
from tests.docs.guide import GUIDE, LANGUAGES
from tests.docs.run_examples import run_example

SHOWN = [code for code in all_codes() if error_example(code)]
RUN = [code for code in all_codes() if run_example(code)]
# Letters that only look Latin are the mistake itself.
LOOKALIKES = {"G031.lookalike", "G035.lookalike"}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("code", SHOWN)
def test_the_wrong_example_has_its_problem_and_the_right_one_none(code: str, lang: str):
    example = error_example(code)
    assert example
    assert [problem["code"] for problem in check(example, lang, example.wrong)] == [code.split(".", maxsplit=1)[0]]
    assert check(example, lang, example.right) == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("code", RUN)
def test_the_wrong_file_is_told_by_its_command_and_the_right_one_is_not(code: str, lang: str):
    example = run_example(code)
    assert example
    assert example.told(lang, example.wrong)
    assert not example.told(lang, example.right)
    shown = changed_of_run(example, told_by_run(example, lang), lang)
    assert all(shown)
    assert lang == "ru" or not re.findall("[а-яё]+", " ".join(shown), re.IGNORECASE)


@pytest.mark.parametrize("code", sorted({*SHOWN} - LOOKALIKES))
def test_the_english_examples_are_english(code: str):
    example = error_example(code)
    assert example
    assert not re.findall("[а-яё]+", translated(example.wrong + example.right, "en"), re.IGNORECASE)


def test_the_pages_are_what_the_wording_and_the_examples_make_of_them():
    for file, text in pages():
        assert file.read_text(encoding="utf-8") == text, "run python -m tests.docs.errors"


def test_every_code_has_the_same_anchor_in_both_languages():
    anchors = [re.findall(r' id="(g\d+)"', (GUIDE / lang / "errors.md").read_text("utf-8")) for lang in LANGUAGES]
    assert anchors[0] == anchors[1]
    assert {*anchors[0]} == {code.split(".")[0].lower() for code in all_codes()}
    assert len(anchors[0]) == len({*anchors[0]})


def test_the_tables_of_examples_are_read_once_however_many_codes_look_into_them():
    # Read anew for each code, they took nine tenths of the time in which pytest collects all tests.
    assert load_breakages.cache_info().misses == error_table.cache_info().misses == 1
