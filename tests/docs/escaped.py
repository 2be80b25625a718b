"""Text as it can stand in a page of raw HTML that Markdown reads."""

import html
import re

# The space within a large number is one that people see.
_UNSEEN = re.compile("(?!(?<=\\d)\\xa0\\d)[\\x00-\\x08\\x0b-\\x1f\\x7f-\\xa0\\u2028-\\u202e\\u2066-\\u2069\\ufeff]")


def escaped(text: object) -> str:
    """Return the text as HTML; what nobody sees is named, and a link of an example is no link of the page."""
    shown = _UNSEEN.sub(lambda found: f"⟨U+{ord(found[0]):04X}⟩", str(text))
    return html.escape(shown, quote=False).replace("](", "]&#40;")
