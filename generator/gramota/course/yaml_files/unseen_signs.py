"""Characters that nobody sees, and that change how what stands around them is shown."""

import re
from collections.abc import Iterator

from yaml.reader import Reader

TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""What turns the direction of reading up to its counterpart, or to the end of the paragraph; from Unicode's annex 9."""

# Browsers do without the semicolon.
_TURNING_CODE = re.compile(
    r"&#(?:x0*(?P<hex>202[a-e]|206[6-9])(?![0-9a-f])|0*(?P<decimal>823[4-8]|829[4-7])(?![0-9]));?", re.IGNORECASE
)


def find_unseen(text: str) -> tuple[str, ...]:
    """Return the characters that command a screen or turn the direction of reading, each once, as they stand."""
    # To Python, too, none of them is printable: a course asks of tens of thousands of texts.
    if text.isprintable():
        return ()
    return tuple(dict.fromkeys(sign for sign in text if Reader.NON_PRINTABLE.match(sign) or TURNING.match(sign)))


def find_escaped(value: str, written: str) -> Iterator[str]:
    """Yield each such character that a text of YAML has by an escape; `written` is how it stands in the file."""
    # What stands there as it is, is told of the line.
    yield from (sign for sign in find_unseen(value) if value.count(sign) > written.count(sign))


def code_point(sign: str) -> str:
    """Return how Unicode names a character, as U+202E."""
    return f"U+{ord(sign):04X}"


def find_turning_codes(markdown: str) -> Iterator[re.Match[str]]:
    """Yield each place where HTML names by its number a character that turns the direction of reading."""
    return _TURNING_CODE.finditer(markdown) if "&#" in markdown else iter(())


def named_by_code(found: re.Match[str]) -> str:
    """Return the character that such a code names."""
    return chr(int(found["hex"], 16) if found["hex"] else int(found["decimal"]))
