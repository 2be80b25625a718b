"""The answer on the page is the answer, whatever the evidence in it."""

from hypothesis import given
from hypothesis import strategies as st

from gramota.grading.files.plain_text import clean_text
from gramota.grading.shown.stretches import MOST_CHARACTERS, cut_answer

SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=4)


@given(st.text("абв где", max_size=25), st.lists(st.tuples(st.integers(1, 9), SPANS), max_size=5))
def test_stretches_make_up_the_answer_and_each_has_its_numbers(answer: str, evidence: list):
    stretches = cut_answer(answer, evidence)
    assert "".join(stretch.text for stretch in stretches) == clean_text(answer)
    at = 0
    for stretch in stretches:
        for place in range(at, at + len(stretch.text)):
            assert set(stretch.numbers) == {number for number, spans in evidence for a, b in spans if a <= place < b}
        at += len(stretch.text)


def test_a_book_is_cut_off_and_the_page_says_so():
    (whole, rest) = cut_answer("а" * (MOST_CHARACTERS + 1), [])
    assert (len(whole.text), rest.text) == (MOST_CHARACTERS, "…")
