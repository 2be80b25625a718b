"""What authors write becomes text where text is meant, and safe HTML where HTML is."""

import re
from html import unescape

import pytest
import yaml
from markdown import markdown

from gramota.pages.markup import EXTENSIONS, as_text, sanitize
from gramota.pages.page import front_matter

TEXTS = [
    "Язык C#",
    "1. Маржа",
    "2026. Итоги",
    "- дефис",
    "+ плюс",
    "> больше",
    "!!! внимание",
    "# 1",
    "*звезда* и _подчерк_",
    "[скобки](адрес)",
    "C:\\папка",
    "<b>A & B</b>",
    "{: .класс }",
    "***",
]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("around", ["# {}", "Абзац.\n\n{}", "Абзац.\n\n{}\n{{: .summary }}", "[{}](address)"])
def test_plain_text_stays_plain_text_wherever_it_stands(text: str, around: str):
    html = markdown(around.format(as_text(text)), extensions=list(EXTENSIONS))
    assert unescape(re.sub("<[^>]+>", "", html.splitlines()[-1])) == text


@pytest.mark.parametrize(
    "html",
    [
        '<form action="https://example.org"><input name="a"></form>',
        '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
        '<button formaction="https://example.org">x</button>',
        "<svg><foreignObject><img src=x onerror=alert(1)></foreignObject></svg>",
        '<p style="position: fixed">x</p>',
    ],
)
def test_what_sends_or_covers_or_runs_is_taken_out(html: str):
    assert not re.search("form|noscript|foreign|onerror=|style|example", sanitize(html))


def test_a_page_s_head_cannot_break_the_theme_s():
    """MkDocs' themes print title and description as they are, the description between double quotes."""
    head = yaml.safe_load(front_matter("<b>A & B</b>", '"><script>').strip("-\n"))
    assert head == {"title": "&lt;b&gt;A &amp; B&lt;/b&gt;", "description": "&quot;&gt;&lt;script&gt;"}
