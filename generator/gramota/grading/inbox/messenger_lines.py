"""What messengers and mail programs add to a text that is copied out of them: quoting marks, and who wrote when."""

import re
from collections.abc import Iterable, Iterator
from itertools import combinations

_QUOTING = re.compile(r"^[ \t]*(?:[>|\u2502][ \t]?)+", re.MULTILINE)
_DAY = r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}"
_TIME = r"\d{1,2}:\d{2}(?::\d{2})?(?:[ \u00a0\u202f]?[AaPp]\.?[Mm]\.?)?"

# «Anna Ivanova, [24.11.2026 10:20]», a line of its own: Telegram.
_SIGNED = re.compile(rf"^[^\n\[\]]{{0,100}}\[{_DAY},? {_TIME}\]:?[ \t]*$", re.MULTILINE)
# «[24.11.2026, 10:20:05] Anna: » and «24.11.2026, 10:20 - Anna: » before the text: WhatsApp, Skype, Viber.
_OPENED = re.compile(rf"^[ \t]*\[?{_DAY},? {_TIME}\]?(?: ?[-\u2013\u2014])? ?[^\n:\[\]]{{1,100}}:[ \t]?", re.MULTILINE)
# Any short line that has a time: «Anna Ivanova 10:20», «10:20, edited»; people write such lines themselves, too.
_TIMED = re.compile(rf"^[^\n\[\]]{{0,60}}\b{_TIME}\b[^\n\[\]]{{0,30}}$\n?", re.MULTILINE)
_MOST_TIMED = 6
_LONGEST_TRIED = 100_000


def unquote(text: str) -> str:
    """Return the text without the marks before the lines of a quotation."""
    return _QUOTING.sub("", text)


def without_messenger_lines(text: str) -> Iterator[str]:
    """Yield the text as it is, then without what a messenger has surely written, then without what it may have."""
    yield text
    sure = _OPENED.sub("", _SIGNED.sub("", text))
    if sure != text:
        yield sure
    timed = [found.span() for found in _TIMED.finditer(sure)]
    if len(timed) <= _MOST_TIMED and len(sure) <= _LONGEST_TRIED:
        for count in range(1, len(timed) + 1):
            yield from (_without(sure, left_out) for left_out in combinations(timed, count))


def _without(text: str, left_out: Iterable[tuple[int, int]]) -> str:
    kept, at = [], 0
    for start, end in left_out:
        kept.append(text[at:start])
        at = end
    return "".join((*kept, text[at:]))
