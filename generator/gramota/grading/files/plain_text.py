"""What people typed, made fit to show: no terminal commands, no control or direction characters, not too long."""

import re
from collections.abc import Sequence

# A whole escape sequence of ECMA-48: CSI; OSC, DCS and the like with their end; those of two characters. A string ends
# where the next begins, for a search through to a text's end from each beginning would take hours.
_ESCAPES = re.compile(
    "(?:\x1b\\[|\x9b)[0-?]*[ -/]*[@-~]"
    "|(?:\x1b[\\]PX^_]|[\x90\x98\x9d\x9e\x9f])[^\x07\x1b\x90\x98\x9c-\x9f\n]*(?:\x07|\x1b\\\\|\x9c)"
    "|\x1b[ -/]*[0-Z\\\\^-~]"
)
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# C0 and C1 but for the newline and the tab; marks and overrides of direction; what is not seen at all.
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_HALF_CHARACTERS = re.compile("[\ud800-\udfff]")


def clean_text(text: str) -> str:
    """Return the text without what commands a terminal or turns the direction of reading; lines stay lines."""
    harmless = _CONTROLS.sub("", _LINE_ENDS.sub("\n", _ESCAPES.sub("", text)))
    return _HALF_CHARACTERS.sub("\ufffd", harmless)


def clean_line(text: str) -> str:
    """Return the clean text on one line, its runs of white space single spaces."""
    return " ".join(clean_text(text).split())


def quote_evidence(answer: str, evidence: Sequence[tuple[int, int]]) -> str:
    """Return the words of the answer that decided, in quotation marks; what stands between them as an ellipsis."""
    words = " … ".join(clean_line(answer[start:end]) for start, end in evidence)
    return f"«{words}»" if words else ""


def fit_text(text: str, most: int) -> str:
    """Return the text, cut off with an ellipsis where it has more than `most` characters."""
    return text if len(text) <= most else text[: most - 1] + "…"
