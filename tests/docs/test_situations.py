"""Each situation of the guide's page of problems is told as the page says, and is not where it is mended."""

import re

import pytest

from tests.docs.error_examples import error_example
from tests.docs.errors import LAST_RESORT, all_codes
from tests.docs.guide import LANGUAGES
from tests.docs.run_examples import run_example
from tests.docs.situations.shown import sides_of
from tests.docs.situations.situation import situations, told_of_situation, told_when_right


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("code", situations())
def test_the_wrong_side_is_told_and_the_right_one_is_not(code: str, lang: str):
    assert told_of_situation(code, lang)
    assert told_when_right(code, lang) == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("code", situations())
def test_both_sides_are_shown_differ_and_are_in_their_language(code: str, lang: str):
    wrong, right = sides_of(situations()[code], lang)
    assert wrong
    assert right
    assert wrong != right
    assert lang == "ru" or not re.findall("[а-яё]+", wrong + right, re.IGNORECASE)


def test_every_code_has_a_wrong_and_a_right_example():
    """So no code is left that nothing tells: what raises none has no example that could be tried.

    `python -m tests.docs.errors` makes the page of them.
    """
    lacking = [code for code in all_codes() if not (error_example(code) or run_example(code) or code in situations())]
    assert lacking == [LAST_RESORT], "give it one in tests/docs/errors.yml or tests/docs/situations"


def test_no_example_is_of_a_code_that_is_gone():
    assert {*situations()} <= {*all_codes()}
