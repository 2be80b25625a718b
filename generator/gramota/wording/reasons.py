"""Why the system refused a file, in words: the usual reasons are ours in every language, the rest is the system's."""

import errno
import os

from gramota.errors import reason_of
from gramota.wording import wording

_ROOM = "reasons"


def tell_reason(reason: str, lang: str) -> str:
    """Return what `reason_of` returned in words, to stand after a colon."""
    t = wording(_ROOM, lang)
    if reason in t.texts:
        return t(reason)
    number = getattr(errno, reason, None) if reason.startswith("E") else None
    return os.strerror(number) if isinstance(number, int) else reason


def tell_error(error: OSError | ValueError, lang: str) -> str:
    """Return in words why the system refused."""
    return tell_reason(reason_of(error), lang)
