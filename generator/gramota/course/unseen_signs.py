"""Characters that nobody sees, and that change how what stands around them is shown."""

import re

from yaml.reader import Reader

TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""What turns the direction of reading up to its counterpart, or to the end of the paragraph; from Unicode's annex 9."""


def find_unseen(text: str) -> tuple[str, ...]:
    """Return the characters that command a screen or turn the direction of reading, each once, as they stand."""
    # To Python, too, none of them is printable: a course asks of tens of thousands of texts.
    if text.isprintable():
        return ()
    return tuple(dict.fromkeys(sign for sign in text if Reader.NON_PRINTABLE.match(sign) or TURNING.match(sign)))


def code_point(sign: str) -> str:
    """Return how Unicode names a character, as U+202E."""
    return f"U+{ord(sign):04X}"
