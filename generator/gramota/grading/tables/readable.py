"""What a bad row holds, as it can be shown: what is not UTF-8 as the numbers of its bytes, what is too long cut off."""

import re
from collections.abc import Callable

_MOST_SHOWN = 200
_ESCAPED = re.compile("[\udc80-\udcff]")
"""Bytes that are not UTF-8, as Python keeps them in texts."""


def readable(content: bytes) -> str:
    r"""Return the text, a byte that is not UTF-8 as \xff."""
    return content.decode("utf-8", "backslashreplace")


def readable_text(text: str, before: str = "\\") -> str:
    r"""Return a text that keeps bytes as half characters with these as \xff; `before` stands in place of the slash."""
    return _ESCAPED.sub(_number(before), text)


def _number(before: str) -> Callable[[re.Match[str]], str]:
    return lambda found: f"{before}x{ord(found[0]) - 0xDC00:02x}"


def keeps_bytes(text: str) -> bool:
    """Whether the text keeps bytes that are not UTF-8."""
    return _ESCAPED.search(text) is not None


def beginning_of(text: str) -> str:
    """Return the text, or its beginning where it is longer than anybody would read here."""
    return text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]}…"
