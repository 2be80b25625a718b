"""Which of the languages that gramota speaks a text is in."""

import re
from collections.abc import Iterable


def language_of(texts: Iterable[str]) -> str:
    """Return "ru" where most letters are Cyrillic, else "en"."""
    cyrillic = latin = 0
    for text in texts:
        cyrillic += len(re.findall("[а-яё]", text, re.IGNORECASE))
        latin += len(re.findall("[a-z]", text, re.IGNORECASE))
    return "ru" if cyrillic >= latin else "en"
