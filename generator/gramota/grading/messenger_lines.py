"""What messengers and mail programs add to a text that is copied out of them: quoting marks, and who wrote when."""

import re
from collections.abc import Iterator

_QUOTING = re.compile(r"^[ \t]*(?:[>|\u2502][ \t]?)+", re.MULTILINE)
_DAY = r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}"
_TIME = r"\d{1,2}:\d{2}(?::\d{2})?(?:[ \u00a0\u202f]?[AaPp]\.?[Mm]\.?)?"

# «Anna Ivanova, [24.11.2026 10:20]», a line of its own: Telegram.
_SIGNED = re.compile(rf"^[^\n\[\]]{{0,100}}\[{_DAY},? {_TIME}\]:?[ \t]*$", re.MULTILINE)
# «[24.11.2026, 10:20:05] Anna: » and «24.11.2026, 10:20 - Anna: » before the text: WhatsApp, Skype, Viber.
_OPENED = re.compile(rf"^[ \t]*\[?{_DAY},? {_TIME}\]?(?: ?[-\u2013\u2014])? ?[^\n:\[\]]{{1,100}}:[ \t]?", re.MULTILINE)
# Any short line that has a time: «Anna Ivanova 10:20», «10:20, edited».
_TIMED = re.compile(rf"^[^\n\[\]]{{0,60}}\b{_TIME}\b[^\n\[\]\d]{{0,30}}$", re.MULTILINE)


def unquote(text: str, heading: re.Pattern[str]) -> str:
    """Return the text without quoting marks, where it is quoted: where headings are found only without them."""
    bare = _QUOTING.sub("", text)
    return bare if len(heading.findall(bare)) > len(heading.findall(text)) else text


def without_messenger_lines(text: str) -> Iterator[str]:
    """Yield the text as it is, then without what a messenger has surely written, then without what it may have."""
    yield text
    sure = _OPENED.sub("", _SIGNED.sub("", text))
    if sure != text:
        yield sure
    bare = _TIMED.sub("", sure)
    if bare != sure:
        yield bare
