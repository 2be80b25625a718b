"""HTML that can never reach a page is told; what readers should see as text, and ordinary Markdown, is not."""

import time

import pytest

from gramota.course.unsafe_html import find_unsafe_html


def found(markdown: str) -> list[tuple[str, str, int]]:
    return [(finding.code, finding.values["found"], finding.offset or 0) for finding in find_unsafe_html(markdown)]


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("a <script>x</script>", [("G066", "<script>", 2)]),
        ("<STYLE type=x>p{}</STYLE>", [("G066", "<STYLE type=x>", 0)]),
        ("<iframe\nsrc=x>", [("G066", "<iframe", 0)]),
        ("<object data=x><embed src=y>", [("G066", "<object data=x>", 0), ("G066", "<embed src=y>", 15)]),
        ("<img src=x onerror=alert(1)>", [("G066", "onerror", 11)]),
        ("<a href='#' OnClick = 'x'>", [("G066", "OnClick", 12)]),
        ("[x](javascript:alert(1))", [("G067", "javascript:", 4)]),
        ("[x]( <JavaScript:alert(1)>)", [("G067", "JavaScript:", 6)]),
        ("[x]: vbscript:x", [("G067", "vbscript:", 5)]),
        ("<a href='javascript:x'>", [("G067", "javascript:", 9)]),
        ("<javascript:x>", [("G067", "javascript:", 1)]),
        ("`a` <script>", [("G066", "<script>", 4)]),
        ("```\na\n```\n<script>", [("G066", "<script>", 10)]),
        ("`not closed <script>", [("G066", "<script>", 12)]),
    ],
)
def test_what_the_build_removes_is_found_where_it_begins(markdown: str, expected: list[tuple[str, str, int]]) -> None:
    assert found(markdown) == expected


@pytest.mark.parametrize(
    "markdown",
    [
        "Тег `<script>` запрещен",
        "``a ` <script>``",
        "```html\n<script>x</script>\n```\nтекст",
        "~~~\n<iframe>\n~~~",
        "```\n<script>\nне закрыто",
        "\\<script>",
        "<b>важно</b> <details><summary>x</summary></details>",
        "скидка < 5 и > 3, <новая>",
        "описание: javascript: это язык",
        "переход: [один](one.md), <https://example.org>",
        "<scripture> и <linked>",
        "a < b onclick=c",
        "<p>условие on = off</p>",
    ],
)
def test_text_for_readers_is_left_alone(markdown: str) -> None:
    assert found(markdown) == []


@pytest.mark.parametrize("piece", ["<a on", "<a  ", "`", "``` ", "<script ", "](", "[]:  ", "<a onx", "<x " + "onx   "])
def test_long_text_takes_time_in_proportion_to_its_length(piece: str) -> None:
    def seconds(times: int) -> float:
        start = time.process_time()
        found(piece * times + "<")
        return time.process_time() - start

    few, many = seconds(2_000), seconds(16_000)
    assert many < 0.1 or many < 24 * few
