"""What in an author's Markdown can never reach a page: HTML that runs or loads something, links that run a script.

The site's build removes it whatever is found here; this is to tell the author, and where. What stands in code (between
backquotes, in a fenced block) is text for readers and stays.
"""

import re
from collections.abc import Iterator

from gramota.course.finding import Finding

_CODE = re.compile(r"^ *(`{3,}|~{3,}).*?(?:^ *\1|\Z)|(?<![\\`])(`+)(?!`).*?(?<!`)\2(?!`)", re.DOTALL | re.MULTILINE)
_ELEMENT = re.compile(
    r"(?<!\\)<(?:script|style|iframe|object|embed|form|link|meta|base)\b[^<>\n]{0,200}>?", re.IGNORECASE
)
_HANDLER = re.compile(r"(?<!\\)<[a-z][^<>]*?\s(on[a-z]+)\s*=", re.IGNORECASE)
_LINK = re.compile(r"""(?:\]\(|\]:|<|\b(?:href|src)\s*=)\s*["'<]?\s*((?:java|vb)script:)""", re.IGNORECASE)


def find_unsafe_html(markdown: str) -> Iterator[Finding]:
    """Yield a finding, with its offset, for each forbidden element, event handler and script link."""
    if "<" not in markdown and "script:" not in markdown.lower():
        return
    text = _CODE.sub(lambda code: " " * len(code[0]), markdown)
    for code, pattern, group in (("G066", _ELEMENT, 0), ("G066", _HANDLER, 1), ("G067", _LINK, 1)):
        yield from (Finding(code, (), {"found": found[group]}, found.start(group)) for found in pattern.finditer(text))
