"""What authors write becomes text where text is meant, and safe HTML where HTML is."""

import re
from html import unescape

import pytest
import yaml
from markdown import markdown

from gramota.course.markdown.allowed_html import LINK_SCHEMES, TAGS, attributes_of
from gramota.pages.markup import EXTENSIONS, as_text, render_block, render_inline, sanitize
from gramota.pages.page import front_matter

PARTS_OF_TABLES = {"caption", "col", "colgroup", "tbody", "thead", "tr"}
TEXTS = [
    "Язык C#",
    "C##",
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
@pytest.mark.parametrize(
    "around", ["# {}", "## {} {{: #place }}", "Абзац.\n\n{}", "Абзац.\n\n{}\n{{: .summary }}", "[{}](address)"]
)
def test_plain_text_stays_plain_text_wherever_it_stands(text: str, around: str):
    html = markdown(around.format(as_text(text)), extensions=list(EXTENSIONS))
    assert unescape(re.sub("<[^>]+>", "", html.splitlines()[-1])) == text


@pytest.mark.parametrize(
    "line",
    ["1. Маржа", "2026. Итоги", "- дефис", "-5", "+ 5", "# 5", "#5", "> 5", "* сноска", "***", "___", "!!! срочно"],
)
def test_an_option_is_no_list_heading_or_quote(line: str):
    assert unescape(render_inline(line, {})) == line


@pytest.mark.parametrize(
    ("line", "html"),
    [
        ("*курсив* и **жирный**", "<em>курсив</em> и <strong>жирный</strong>"),
        ("***оба***", "<strong><em>оба</em></strong>"),
        ("![схема](a.png)", '<img alt="схема" src="a.png">'),
        ("Два:\n\n- раз\n- два", "<p>Два:</p>\n<ul>\n<li>раз</li>\n<li>два</li>\n</ul>"),
    ],
)
def test_markdown_inside_a_line_and_in_several_lines_still_counts(line: str, html: str):
    assert render_inline(line, {}) == html


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


@pytest.mark.parametrize(
    "address", ["https://e.org/a.png", "//e.org/a.png", "\\\\e.org/a.png", " /\t/e.org/a.png", "HTTP:a.png", "data:,x"]
)
def test_no_picture_makes_a_browser_ask_another_site(address: str):
    assert sanitize(f'<img src="{address}">') == "<img>"
    assert sanitize('<img src="../a.png">') == '<img src="../a.png">'


@pytest.mark.parametrize(
    "picture", ["<IMG SRC={}>", "<img/src={}>", "<img\nSrC={}>", "<img\tsrc\n=\n'{}'>", "<img alt=x src={} >"]
)
def test_a_picture_of_another_site_is_found_however_it_is_written(picture: str):
    assert "e.org" not in sanitize(picture.format("https://e.org/a.png"))
    assert 'src="a.png"' in sanitize(picture.format("a.png"))


@pytest.mark.parametrize("scheme", LINK_SCHEMES)
def test_a_link_that_the_check_lets_pass_keeps_its_address(scheme: str):
    assert sanitize(f'<a href="{scheme}:x">a</a>') == f'<a href="{scheme}:x">a</a>'


@pytest.mark.parametrize("tag", sorted(TAGS))
def test_html_that_the_check_lets_pass_reaches_the_page(tag: str):
    names = sorted(attributes_of(tag) - {"markdown"})
    holder = {"td": "<table><tbody><tr>", "th": "<table><tbody><tr>"}.get(
        tag, "<table>" if tag in PARTS_OF_TABLES else ""
    )
    html = sanitize(f"{holder}<{tag} {' '.join(f'{name}=x' for name in names)} aria-label=x>")
    assert all(f' {name}="x"' in html for name in [*names, "aria-label"])


def test_html_in_a_term_s_meaning_is_text():
    html = render_block("акт", {"акт": "<b> &\n<!-- x"})
    assert unescape(html) == '<p><abbr title="<b> & <!-- x">акт</abbr></p>'


def test_a_page_s_head_cannot_break_the_theme_s():
    """MkDocs' themes print title and description as they are, the description between double quotes."""
    head = yaml.safe_load(front_matter("<b>A & B</b>", '"><script>').strip("-\n"))
    assert head == {"title": "&lt;b&gt;A &amp; B&lt;/b&gt;", "description": "&quot;&gt;&lt;script&gt;"}


def test_nothing_in_raw_html_turns_the_direction_of_reading():
    html = sanitize("<div>`&#x202e;`<span title='a&#8294;b'>c</span> <code>&amp;#x202e;</code></div>")
    assert html == '<div>``<span title="ab">c</span> <code>&amp;#x202e;</code></div>'
