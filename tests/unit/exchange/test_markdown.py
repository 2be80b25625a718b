"""Text of other programs shows on the page as it was, and nothing that could run is left of their HTML."""

import html
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from gramota.course.markdown.unsafe_html import find_unsafe_html
from gramota.exchange.html.markdown import MarkdownWriter
from gramota.exchange.html.tree import read_html
from gramota.exchange.markdown.safe_markdown import make_safe
from gramota.pages.markup import render_block

SIGNS = "ab я1.)-+#>!?=:_~*`[](){}^<&;/|\\\"' "
PIECES = (
    "<script>", "</script>", "<div", "<div>", "</div>", "<p style='x'>", "<surname>", "<!--", "-->", "`", "```", "~~~",
    "\n", "\n\n", " ", "text", "[a](javascript:x)", "![b](https://x.y/z.png)", '<img src="https://a/b">', "</a>",
    '<a href="javascript:1">', "[x]: data:a\n", "<https://a>", "<b onclick=1>", "</b>", "<iframe src=x>", "<svg>",
    "&lt;", "    ", "- ", "'", '"', ">", "<", "<br>", "](", "[", "![c][x]", "1. ", "[^1]: ", "javascript:", "&#x20",
    "2e;", "&#8294;", "`",
)  # fmt: skip


def markdown(written: str) -> str:
    return "\n\n".join(MarkdownWriter(lambda source, _: source).blocks(read_html(written)))


@settings(deadline=None)
@given(st.text(st.sampled_from(SIGNS), max_size=24))
@example("a[0](x) ][^1] [a]: b")
@example("______")
@example("1. no list")
@example("&#1 &amp; &nbsp;")
def test_plain_text_shows_as_it_was(text: str):
    text = " ".join(text.split())
    shown = render_block(markdown(f"<p>{html.escape(text)}</p>"), {})
    assert " ".join(html.unescape(re.sub(r"<[^>]*>", "", shown)).split()) == text


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_mended_markdown_has_nothing_that_the_check_refuses(pieces: list[str]):
    text = "".join(pieces)
    safe, told = make_safe(text)
    assert [*find_unsafe_html(safe)] == []
    assert safe == text or told


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("<p>Hello <b>bold</b> <i>slanted</i></p>", "Hello **bold** *slanted*"),
        ("<p><b>one </b><b>two</b></p>", "**one two**"),
        ("<p>a<br>b</p>", "a<br>\nb"),
        ("<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul>", "- a\n    1. b\n- c"),
        ("<p>H<sub>2</sub>O</p>", "H<sub>2</sub>O"),
        ('<p><a href="https://a.example/x_(y)">there</a></p>', "[there](https://a.example/x_%28y%29)"),
        ('<p><a href="javascript:alert(1)">there</a></p>', "there"),
        ('<p onclick="x()">a<script>alert(1)</script><style>p{}</style></p>', "a"),
        ("<table><tr><th>a</th><th>b</th></tr><tr><td colspan=2>c|d</td></tr></table>",
         "| a | b |\n| --- | --- |\n| c\\|d |  |"),
        ("<pre>if a:\n    b</pre>", "```\nif a:\n    b\n```"),
        ("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b"),
    ],
)  # fmt: skip
def test_html_becomes_the_markdown_that_a_person_would_write(written: str, expected: str):
    assert markdown(written) == expected


def test_nesting_without_end_is_read_to_its_end():
    assert markdown("<div><b>" * 20_000 + "deep") == "**deep**"
    assert "deep" in markdown("<ul><li>" * 5_000 + "deep")
