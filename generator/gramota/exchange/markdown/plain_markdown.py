"""Plain text as Markdown that shows it as it is, with no more marks than that takes."""

import re

# What begins a list, a heading, a quote, a box, a rule, a fence or a definition at the beginning of a line.
_BLOCK_BEGINS = (
    (re.compile(r"^(\d+)([.)])(?=\s|$)"), r"\1\\\2"),
    (re.compile(r"^([-+])(?=\s|$|-)"), r"\\\1"),
    (re.compile(r"^(#+|!!!|\?\?\?)"), r"\\\1"),
    (re.compile(r"^>"), "&gt;"),
    (re.compile(r"^=(?==*\s*$)"), "&#61;"),
    (re.compile(r"^:(?=\s)"), "&#58;"),
    (re.compile(r"^_(?=\s*_[_\s]*_\s*$)"), "&#95;"),
    (re.compile(r"^~(?=~~)"), "&#126;"),
    (re.compile(r"^\[(?=[^\[\]]*\]:)"), r"\\["),
)
_UNDERSCORES = re.compile(r"(?<![\w_])_{1,2}(?=[^\s_])|(?<=[^\s_])_{1,2}(?![\w_])")


def escape_line(text: str) -> str:
    """Return one line of plain text as Markdown of the same look."""
    return escape_begin(escape_inside(text))


def escape_begin(line: str) -> str:
    """Return a line of Markdown such that it begins no block, though its text may look so."""
    found = ((begins, instead) for begins, instead in _BLOCK_BEGINS if begins.match(line))
    begins, instead = next(found, (None, ""))
    return begins.sub(instead, line, count=1) if begins else line


def escape_inside(text: str) -> str:
    """Return plain text that stands inside a line as Markdown of the same look."""
    escaped = re.sub(r"[\\`*]", r"\\\g<0>", text)
    escaped = re.sub(r"&(?=#|\w+;)", "&amp;", escaped)
    escaped = re.sub(r"<(?=[a-zA-Z/!?])", "&lt;", escaped)
    escaped = re.sub(r"\{(?=:|\s*[#.])", r"\\{", escaped)
    # What parts a bracket from the next is read by nobody as a link, our own check included.
    escaped = re.sub(r"\](?=[(\[])", r"]\\", escaped).replace("[^", "[&#94;")
    return _UNDERSCORES.sub(lambda found: "\\_" * len(found[0]), escaped)
