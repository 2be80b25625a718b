"""Text with which Markdown does nothing is not given to it: only its time may change, never a character."""

from hypothesis import given
from hypothesis import strategies as st

from gramota.pages.markup import _render, render_block

_LETTERS = "abzАяё XЙ1 ,.;:?!'\"“”«»()…–—%/-  \n_*#<&\\`[]{}~^|=+\u00a0\u0301"
_SIGNS = st.sampled_from([*_LETTERS, "1.", "- ", "http://", "*[b]"])


@given(st.lists(_SIGNS, max_size=30).map("".join))
def test_text_looks_as_markdown_would_have_it(text: str) -> None:
    assert render_block(text, {}) == _render(f"{text}\n\n")


def test_terms_are_still_explained() -> None:
    assert "<abbr title" in render_block("Заполните CRM до вечера.", {"CRM": "Система"})
    assert render_block("Заполните журнал до вечера.", {"CRM": "Система"}) == "<p>Заполните журнал до вечера.</p>"
