"""Markdown that somebody else wrote, mended until the check has nothing against it; each mending can be told."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from gramota.course.finding import Finding
from gramota.course.markdown.allowed_html import TAGS
from gramota.course.markdown.unsafe_html import find_unsafe_html

_ROUNDS = 8
# Elements that stand in no letter, but are no words between angle brackets either.
_HTML = TAGS.union(
    ("applet", "area", "article", "aside", "audio", "base", "body", "button", "canvas", "center", "datalist", "embed"),
    (
        "fieldset",
        "font",
        "footer",
        "form",
        "frame",
        "frameset",
        "h1",
        "h2",
        "head",
        "header",
        "html",
        "iframe",
        "input",
    ),
    ("label", "legend", "link", "main", "map", "math", "menu", "meta", "nav", "noscript", "object", "option", "output"),
    ("param", "picture", "progress", "script", "section", "select", "slot", "source", "strike", "style", "svg"),
    ("template", "textarea", "title", "track", "tt", "video"),
)
_RUNS = re.compile(r"<(script|style|noscript|template|iframe|object|svg|math)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.I)
_TAG = re.compile(r"""</?([a-zA-Z][^\s<>/]*)(?:"[^"]*"|'[^']*'|[^<>"'])*>""")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")


class Mended(NamedTuple):
    """What was changed: a code, the offset in the text before, and what stood there."""

    code: str
    offset: int
    found: str


def without_control(text: str) -> str:
    """Return the text without the characters that no letter may hold and nobody sees."""
    return _CONTROL.sub(lambda found: "\n" if found[0] in "\u2028\u2029\x85" else "", text)


def make_safe(markdown: str) -> tuple[str, list[Mended]]:
    """Return the text without HTML and addresses that no letter may have, and each place that was mended."""
    text, told = markdown, list[Mended]()
    for number in range(_ROUNDS):
        found = sorted(find_unsafe_html(text), key=lambda each: each.offset or 0, reverse=True)
        if not found:
            return text, told[::-1]
        # Offsets after the first round are those of a text that nobody has seen.
        told += [_told(each, text) for each in found] if number == 0 else []
        text = _mend(text, found)
    return _harmless(text), told[::-1]


def _told(finding: Finding, text: str) -> Mended:
    found = finding.values["found"]
    code = {"G067": "G448.scheme", "G072": "G447.elsewhere"}.get(finding.code, "G449")
    return Mended(code, finding.offset or 0, found.split("\n", 1)[0] or text[:20])


def _mend(text: str, findings: list[Finding]) -> str:
    reached = len(text) + 1
    for finding in findings:
        start, end, instead = _mending(text, finding)
        if end <= reached:
            text = text[:start] + instead + text[end:]
            reached = start
    return text


def _mending(text: str, finding: Finding) -> tuple[int, int, str]:
    at = finding.offset or 0
    match finding.code:
        case "G069":
            return len(text), len(text), f"\n{finding.values['found']}"
        case "G004.escaped":
            return at, at + len(finding.values["found"]), ""
        case "G067" | "G072":
            return _without_address(text, at)
    return _without_tag(text, at)


def _without_tag(text: str, at: int) -> tuple[int, int, str]:
    if runs := _RUNS.match(text, at):
        return at, runs.end(), ""
    start = at if text[at : at + 1] == "<" else text.rfind("<", 0, at)
    tag = _TAG.match(text, max(start, 0))
    if start != at and tag and tag.end() > at:
        return _without_attribute(text, at, tag.end())
    if tag and tag[1].lower() in _HTML:
        return start, tag.end(), ""
    return at, at + 1, "&lt;" if text[at : at + 1] == "<" else ""


def _without_attribute(text: str, at: int, end: int) -> tuple[int, int, str]:
    attribute = re.compile(r"""[^\s=/"'<>]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?\s*""").match(text, at, end)
    return at, attribute.end() if attribute else at + 1, ""


def _without_address(text: str, at: int) -> tuple[int, int, str]:
    """Return what a link without its address is: its text; a picture of another site becomes a link to it."""
    for begin in _openings(text, at):
        link = re.compile(
            r"(!?)\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\(\s*<?((?:[^\s()<>]|\([^\s()<>]*\))+)>?(?:\s+[\"'][^\"'\n]*[\"'])?\s*\)"
        ).match(text, begin)
        if link and link.start(3) <= at < link.end():
            is_web = re.match(r"https?://", link[3])
            shown = link[2] or link[3]
            return begin, link.end(), f"[{shown}]({link[3]})" if link[1] and is_web else link[2]
    start = text.rfind("<", 0, at)
    tag = _TAG.match(text, max(start, 0))
    if start >= 0 and tag and tag.end() > at:
        return start, tag.end(), ""
    address = re.compile(r"[^\s)>]+").match(text, at)
    return at, address.end() if address else at + 1, "#"


def _openings(text: str, at: int) -> Iterator[int]:
    """Yield where the link that has this address may begin, the nearest first."""
    begin = at
    for _ in range(6):
        begin = text.rfind("[", max(0, at - 2000), begin)
        if begin < 0:
            return
        yield begin - 1 if text[begin - 1 : begin] == "!" else begin


def _harmless(text: str) -> str:
    """What nothing else has mended becomes text that is no HTML and no link at all."""
    return (
        re.sub(r"[`~]{3,}", "'''", text)
        .replace("&#", "&amp;#")
        .replace("<", "&lt;")
        .replace("](", "]\\(")
        .replace("]:", "]\\:")
    )
