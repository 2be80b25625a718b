"""The HTML tags of a Markdown text: which of them a page cannot have, and which are left open."""

import re
from collections import Counter
from collections.abc import Generator, Iterator
from html import unescape
from typing import NamedTuple

from gramota.course.finding import Finding
from gramota.course.markdown.addresses import check_link, check_picture
from gramota.course.markdown.allowed_html import BLOCKS, SELF_CLOSING, TAGS, VOID_TAGS, attributes_of

_AUTOLINK = re.compile(r"<(?P<address>(?:f|ht)tps?://[^<>]*)>|<[^<>\s!]+@[^@<>\s]+>", re.IGNORECASE)
# A link's address may stand between angle brackets.
_ADDRESS = re.compile(r"<[^<>\n]*>(?=[ ]*(?:[)\"'(]|$))", re.MULTILINE)
_BEFORE_ADDRESS = re.compile(r"\]\([ ]*$|^[ ]{0,3}\[(?!\^)[^\[\]]*\]:[ ]*$")
_TAG = re.compile(
    r"""<(?P<slash>/?)(?P<name>[a-z][^\s<>/]*)(?P<attributes>(?:"[^"]*"|'[^']*'|[^<>"'])*)>""", re.IGNORECASE
)
_ATTRIBUTE = re.compile(
    r"""(?P<name>[^\s=/"'<>]+)(?P<value>\s{0,9}=\s{0,9}(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'>]+)))?"""
)
_UNFINISHED = re.compile(r"</?[a-z][^\s<>/]*|<!--|<!|<\?", re.IGNORECASE)


def find_bad_tags(text: str, without_code: str) -> Iterator[Finding]:
    """Yield a finding for each tag, attribute and address in a tag that no page can have, and each tag left open.

    `text` is Markdown with spaces in place of its fenced code, `without_code` of all its code.
    """
    return _Reader(text, without_code).read()


def find_tag_ids(text: str) -> Iterator[tuple[str, int]]:
    """Yield the ids that HTML tags give, each with its offset."""
    yield from ((value, offset) for _, name, value, offset in _find_attributes(text) if name == "id")


def find_tag_addresses(text: str) -> Iterator[tuple[str, int]]:
    """Yield where HTML links lead and the pictures that tags show, each with its offset."""
    for tag, name, value, offset in _find_attributes(text):
        if (tag, name) in {("a", "href"), ("img", "src")}:
            yield value, offset


def _find_attributes(text: str) -> Iterator[tuple[str, str, str, int]]:
    """Yield each attribute that has a value: the names of its tag and its own, and the value with its offset."""
    for tag in _TAG.finditer(text):
        for attribute in _ATTRIBUTE.finditer(tag["attributes"]):
            if attribute["value"] is not None:
                value, offset = _value(attribute)
                yield tag["name"].lower(), attribute["name"].lower(), value, tag.start("attributes") + offset


class _Open(NamedTuple):
    """A tag that waits for its end; inside a raw one Markdown does nothing."""

    name: str
    start: int
    written: str
    is_told: bool
    is_raw: bool
    has_markdown: bool


class _Reader:
    """Reads the tags of one text in order; `without_code` is the same text with spaces in place of all its code."""

    def __init__(self, text: str, without_code: str) -> None:
        self.text = text
        self.without_code = without_code
        self.open: list[_Open] = []
        self.open_names: Counter[str] = Counter()
        self.forbidden: set[str] = set()
        self.last_comment_end = text.rfind("-->")

    def read(self) -> Iterator[Finding]:
        """Yield the findings, those about tags that are still open last."""
        position = 0
        while (start := self.text.find("<", position)) >= 0:
            position = start + 1
            # Backquotes mean nothing to Markdown inside a block of HTML.
            if self.without_code[start] == "<" or any(tag.is_raw for tag in self.open):
                position = yield from self._read_at(start)
        yield from (_not_closed(tag.written, tag.start) for tag in self.open if not tag.is_told)

    def _read_at(self, start: int) -> Generator[Finding, None, int]:
        if self.text.startswith("<!--", start) and start < self.last_comment_end:
            return self.text.index("-->", start) + 3
        if (address := _ADDRESS.match(self.text, start)) and _BEFORE_ADDRESS.search(self._line_before(start)):
            return address.end()
        if link := _AUTOLINK.match(self.text, start):
            yield from check_link(link["address"] or "", start + 1)
            return link.end()
        if tag := _TAG.match(self.text, start):
            yield from self._close(tag) if tag["slash"] else self._open(tag)
            return tag.end()
        if unfinished := _UNFINISHED.match(self.text, start):
            yield _not_closed(unfinished[0], start)
            return unfinished.end()
        return start + 1

    def _open(self, tag: re.Match[str]) -> Iterator[Finding]:
        name = tag["name"].lower()
        if name not in TAGS:
            self.forbidden.add(name)
            yield from _forbidden_tag(tag)
            return
        findings = [*_bad_attributes(tag, attributes_of(name))]
        yield from findings
        if name not in VOID_TAGS:
            has_markdown = any(
                attribute["name"].lower() == "markdown" for attribute in _ATTRIBUTE.finditer(tag["attributes"])
            ) or bool(self.open and self.open[-1].has_markdown)
            is_raw = name in BLOCKS and not has_markdown and self._is_at_line_begin(tag.start())
            self.open.append(_Open(name, tag.start(), tag[0], bool(findings), is_raw, has_markdown))
            self.open_names[name] += 1

    def _close(self, tag: re.Match[str]) -> Iterator[Finding]:
        name = tag["name"].lower()
        if not self.open_names[name]:
            if name not in self.forbidden:
                yield Finding("G068.end", (), {"found": tag[0]}, tag.start())
            return
        while (last := self.open.pop()).name != name:
            self.open_names[last.name] -= 1
            if last.name not in SELF_CLOSING and not last.is_told:
                yield _not_closed(last.written, last.start)
        self.open_names[name] -= 1

    def _is_at_line_begin(self, start: int) -> bool:
        before = self._line_before(start)
        return len(before) <= 3 and not before.strip()

    def _line_before(self, start: int) -> str:
        """Return what stands before this place in its line, of a long line the last characters."""
        return self.text[max(self.text.rfind("\n", max(0, start - 200), start) + 1, start - 200) : start]


def _not_closed(written: str, start: int) -> Finding:
    return Finding("G068", (), {"found": written}, start)


def _forbidden_tag(tag: re.Match[str]) -> Iterator[Finding]:
    told_as_link = [*check_link(tag["name"], tag.start("name"))]
    yield from told_as_link or [Finding("G066", (), {"found": tag[0]}, tag.start())]


def _bad_attributes(tag: re.Match[str], allowed: frozenset[str]) -> Iterator[Finding]:
    for attribute in _ATTRIBUTE.finditer(tag["attributes"]):
        name = attribute["name"].lower()
        start = tag.start("attributes") + attribute.start()
        if name in allowed or name.startswith("aria-"):
            yield from _bad_address(name, attribute, tag.start("attributes"))
        elif attribute["value"] is None:
            # Words after “<” that are no attributes: the whole was most likely meant as text.
            yield Finding("G066", (), {"found": tag[0]}, tag.start())
            return
        else:
            yield Finding("G066", (), {"found": attribute["name"]}, start)


def _bad_address(name: str, attribute: re.Match[str], offset: int) -> Iterator[Finding]:
    if name in {"cite", "href", "src"}:
        check = check_picture if name == "src" else check_link
        value, inside = _value(attribute)
        yield from check(unescape(value).strip(), offset + inside)


def _value(attribute: re.Match[str]) -> tuple[str, int]:
    """Return the attribute's value without its quotes, and where it begins."""
    group = next((name for name in ("double", "single", "bare") if attribute[name] is not None), "name")
    return ("", attribute.end()) if group == "name" else (attribute[group], attribute.start(group))
