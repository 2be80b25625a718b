"""HTML that can never reach a page is told; what readers should see as text, and ordinary Markdown, is not."""

import time

import pytest

from gramota.course.markdown.unsafe_html import find_ids, find_unsafe_html


def found(markdown: str) -> list[tuple[str, str, int]]:
    return [(finding.code, finding.values["found"], finding.offset or 0) for finding in find_unsafe_html(markdown)]


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("a <script>x</script>", [("G066", "<script>", 2)]),
        ("<STYLE type=x>p{}</STYLE>", [("G066", "<STYLE type=x>", 0)]),
        ("<iframe\nsrc=x>", [("G066", "<iframe\nsrc=x>", 0)]),
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
        ("a&#x202E;b &#08297 `&#8294;`", [("G004.escaped", "&#x202E;", 1), ("G004.escaped", "&#08297", 11)]),
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
        "<b>важно</b> <details><summary>x</summary></details>",
        "скидка < 5 и > 3, <новая>",
        "описание: javascript: это язык",
        "переход: [один](one.md), <https://example.org>",
        "Список `<b>`, `<title>`, `<!-- x`",
        "<a@example.org>, <mailto:a@example.org>, <HTTPS://example.org/?a=b>",
        "[файл](<мой файл.pdf>)\n\n[а]: <b c>",
        "- пункт\n\n        <div>\n\nтекст\n\n    <title>",
        "&lt;title> и 3 <5",
        "<!-- <div> --> текст",
        "<ul><li>один<li>два</ul><br><hr/>",
        "<div>\n```\n</title>\n```\n</div>",
        "<details markdown open><summary>x</summary>\n\n`<b>`\n\n</details>",
        '<img src="a.png" alt="a > b">',
        "[а](HTTPS://e.org), [б](tg://x), [в](whatsapp:x), [г](sms:1), [д](tel:1), [е](MailTo:a@e.org)",
        "[^1]: http: это протокол",
        "a < b onclick=c",
        "<p>условие on = off</p>",
    ],
)
def test_text_for_readers_is_left_alone(markdown: str) -> None:
    assert found(markdown) == []


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("текст <div> текст", [("G068", "<div>", 6)]),
        ("<div/>текст", [("G068", "<div/>", 0)]),
        ("текст <!-- заметка", [("G068", "<!--", 6)]),
        ("текст <b", [("G068", "<b", 6)]),
        ("<b><i>x</b></i>", [("G068", "<i>", 3), ("G068.end", "</i>", 11)]),
        ("```\n<title>", [("G069", "```", 0)]),
        ("а\n\n  ~~~ python\nб", [("G069", "~~~", 5)]),
        ("```\nа\n````", [("G069", "```", 0)]),
        ("Пишите <title> здесь", [("G066", "<title>", 7)]),
        ("Пишите <name>, <email>", [("G066", "<name>", 7), ("G066", "<email>", 15)]),
        ("List<String>", [("G066", "<String>", 4)]),
        ("if a<b and c>d", [("G066", "<b and c>", 4)]),
        ("\\<template>", [("G066", "<template>", 1)]),
        ("[^1]: <textarea>", [("G066", "<textarea>", 6)]),
        ("<p style='color: red'>x</p>", [("G066", "style", 3)]),
        ("<gramota-self-check>", [("G066", "<gramota-self-check>", 0)]),
        ("`а\n<div>` текст", [("G068", "<div>", 3)]),
        ("<div>\n`<plaintext>`\n</div>", [("G066", "<plaintext>", 7)]),
        ("- пункт\n\n    <div>", [("G068", "<div>", 13)]),
        ("`а\n\n<xmp> б`", [("G066", "<xmp>", 4)]),
    ],
)
def test_what_would_take_the_rest_of_the_letter_with_it_is_found(
    markdown: str, expected: list[tuple[str, str, int]]
) -> None:
    assert found(markdown) == expected


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("[а](ftp://e.org)", [("G067", "ftp:", 4)]),
        ("<ftp://e.org>", [("G067", "ftp:", 1)]),
        ("[а](C:\\папка)", [("G067", "C:", 4)]),
        ("[а](SKYPE:я)", [("G067", "SKYPE:", 4)]),
        ("<a href='file:///x'>а</a>", [("G067", "file:", 9)]),
        ("![а](HTTPS://e.org/a.png)", [("G072", "HTTPS://e.org/a.png", 5)]),
        ("![а](//e.org/a.png)", [("G072", "//e.org/a.png", 5)]),
        ("[![а](http://e.org/a.png)](https://e.org)", [("G072", "http://e.org/a.png", 6)]),
        ("<img src='http://e.org'>", [("G072", "http://e.org", 10)]),
        ("![а][б]\n\n[Б]: https://e.org/a.png", [("G072", "https://e.org/a.png", 14)]),
        ("[а][б]\n\n[б]: https://e.org/a.png", []),
        ("[![а](a.png)](https://e.org)", []),
    ],
)
def test_addresses_that_readers_would_lose_or_their_browsers_ask_are_found(
    markdown: str, expected: list[tuple[str, str, int]]
) -> None:
    assert found(markdown) == expected


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ('<p id="leave">', ["leave"]),
        ("<P ID=leave>", ["leave"]),
        ("абзац\n{: .a #leave }", ["leave"]),
        ("### Отпуск {#leave}", ["leave"]),
        ("{: id='leave' }", ["leave"]),
        ("`{: #leave }` и <p title='x'>", []),
    ],
)
def test_ids_are_found_however_they_are_written(markdown: str, expected: list[str]) -> None:
    assert [value for value, _ in find_ids(markdown)] == expected


@pytest.mark.parametrize(
    "piece",
    [
        "<a on",
        "<a  ",
        "`",
        "``` ",
        "<script ",
        "](",
        "[]:  ",
        "<a onx",
        "<x " + "onx   ",
        "<b>",
        "</i>",
        "<div>\n",
        "<!--",
        "![",
        "<a '",
        "~~~\n",
        "` `` ",
    ],
)
def test_long_text_takes_time_in_proportion_to_its_length(piece: str) -> None:
    """Eight times the text; what grows with its square takes 64 times as long."""

    def seconds(times: int) -> float:
        start = time.process_time()
        found(piece * times + "<")
        return time.process_time() - start

    few, many = (min(seconds(times) for _ in range(3)) for times in (2_000, 16_000))
    assert many < 0.1 or many < 40 * few
