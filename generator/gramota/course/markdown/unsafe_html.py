"""What in an author's Markdown cannot reach a page, or would take the rest of the page with it.

That is HTML that authors have no use for, tags and blocks of code that are left open, links whose addresses no page
may have, pictures on other sites, and codes of characters that turn the direction of reading. The site's build removes
what is dangerous whatever is found here; this is to tell the author, and where. What stands in code is text
for readers and stays.
"""

import re
from collections.abc import Iterator

from gramota.course.finding import Finding
from gramota.course.markdown.addresses import find_forbidden_addresses
from gramota.course.markdown.author_tags import find_bad_tags, find_tag_ids
from gramota.course.markdown.code_in_markdown import blank_code, blank_fences, find_fences, without_code
from gramota.course.yaml_files.unseen_signs import code_point, find_turning_codes, named_by_code

_SIGNS = ("<", "](", "]:", "```", "~~~", "&#")
# Markdown's lists of attributes: {: #id .class } and {#id}
_ATTRIBUTE_ID = re.compile(r"""\{:?[^{}\n#]*?(?:#(?P<short>[^\s{}]+)|\bid=["']?(?P<long>[^\s"'{}]+))""")


def find_unsafe_html(markdown: str) -> Iterator[Finding]:
    """Yield a finding, with its offset, for each such tag, attribute, address and block of code."""
    if not any(sign in markdown for sign in _SIGNS):
        return
    fences = [*find_fences(markdown)]
    yield from (Finding("G069", (), {"found": fence.open_marks}, fence.start) for fence in fences if fence.open_marks)
    text = blank_fences(markdown, fences)
    bare = blank_code(text)
    yield from find_forbidden_addresses(bare)
    yield from _find_turned(bare)
    if "<" in text:
        yield from find_bad_tags(text, bare)


def _find_turned(bare: str) -> Iterator[Finding]:
    for code in find_turning_codes(bare):
        values = {"character": code_point(named_by_code(code)), "found": code[0]}
        yield Finding("G004.escaped", (), values, code.start())


def find_ids(markdown: str) -> Iterator[tuple[str, int]]:
    """Yield the ids that the text gives to parts of its page, each with its offset."""
    if "<" not in markdown and "{" not in markdown:
        return
    text = without_code(markdown)
    yield from (
        (found["short"] or found["long"], found.start(found.lastgroup or 0)) for found in _ATTRIBUTE_ID.finditer(text)
    )
    yield from find_tag_ids(text)
