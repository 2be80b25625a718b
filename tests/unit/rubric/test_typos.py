"""What is left out before whole words are compared is never a form that is near."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from gramota.rubric.forms.linguistics import word_forms
from gramota.rubric.spelling.typos import SHORTEST_FOR_ONE, SHORTEST_FOR_TWO, SHORTEST_MISSPELT, TypoTable, skeleton

WORDS = "маржа обработать перезвонить потребность ответственность повышение понижение"
FORMS = {form: (key,) for key, word in enumerate(WORDS.split()) for form in word_forms(word, "ru")}
TABLE = TypoTable(FORMS, [sorted(FORMS)])
LETTERS = "аеинорстьпвзм"


@st.composite
def misspelt(draw: st.DrawFn) -> str:
    """A form with up to three letters left out, put in, replaced or swapped."""
    word = draw(st.sampled_from([*FORMS]))
    for _ in range(draw(st.integers(1, 3))):
        at, letter = draw(st.integers(0, len(word) - 1)), draw(st.sampled_from(LETTERS))
        begin, end = word[:at], word[at:]
        word = draw(
            st.sampled_from(
                [begin + end[1:], begin + letter + end, begin + letter + end[1:], begin + end[:2][::-1] + end[2:]]
            )
        )
        word = word or letter
    return word


@given(misspelt())
def test_no_form_that_is_near_is_overlooked(word: str):
    most = 2 if len(word) >= SHORTEST_FOR_TWO else 1
    slips = {form: OSA.distance(word, form) for form in FORMS if len(form) >= SHORTEST_FOR_ONE}
    forgiven = {
        form: distance for form, distance in slips.items() if 0 < distance <= most and _counts(word, form, distance)
    }
    fewest = min(forgiven.values(), default=0)
    keys = {key for form, distance in forgiven.items() if distance == fewest for key in FORMS[form]}
    is_long_enough = len(word) >= SHORTEST_MISSPELT
    assert TABLE.find(word) == ((tuple(sorted(keys)), fewest) if is_long_enough else ((), 0))


def _counts(word: str, form: str, distance: int) -> bool:
    """One in words of five letters, or of four that begin alike; two in long ones that do and that sound alike."""
    if distance == 1:
        return len(word) >= SHORTEST_FOR_ONE or word[0] == form[0]
    is_long = min(len(word), len(form)) >= SHORTEST_FOR_TWO
    return is_long and word[0] == form[0] and OSA.distance(skeleton(word), skeleton(form)) <= 1


SHORT = TypoTable({"маржа": (0,), "марка": (1,), "цена": (2,)}, [["маржа", "марка", "цена"]])


@pytest.mark.parametrize(("typed", "key"), [("мржа", 0), ("марж", 0), ("мрка", 1)])
def test_a_letter_left_out_of_five_is_forgiven(typed: str, key: int):
    assert SHORT.find(typed) == ((key,), 1)


@pytest.mark.parametrize("typed", ["ценна", "цна", "цеан", "арка"])
def test_no_slip_is_forgiven_in_a_word_of_four_and_no_first_letter_that_is_left_out(typed: str):
    assert SHORT.find(typed) == ((), 0)
