"""Characters that nobody sees, and that change how what stands around them is shown."""

import re

from yaml.reader import Reader

TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""What turns the direction of reading up to its counterpart, or to the end of the paragraph; from Unicode's annex 9."""


def find_unseen(text: str) -> str:
    """Return the first character that commands a screen or turns the direction of reading, as U+202E; or nothing."""
    found = Reader.NON_PRINTABLE.search(text) or TURNING.search(text)
    return f"U+{ord(found[0]):04X}" if found else ""
