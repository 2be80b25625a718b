"""A line of a file with what a message is about underlined."""

WIDEST = 92
"""Columns of a line that are shown where nothing else is known; with the indent before it these are a hundred."""

NARROWEST = 20
_BEFORE = 2 / 3
"""How much of these columns may stand before the place."""


def point_at(line: str, column: int, end: int = 0, widest: int = WIDEST) -> tuple[str, str]:
    """Return the line, shortened where it is long, and the marks below its columns (from 1, in characters) up to `end`.

    Wide characters take two columns of a terminal and combining ones none, so that the marks stand where people look.
    """
    at = _base(line, column - 1)
    widest = max(widest - 1, NARROWEST)
    start = _start(line, at, int(widest * _BEFORE))
    before = "…" + line[start:at].lstrip() if start else line[:at]
    shown = _fitted(before + line[at:], widest)
    room = _columns(shown) - _columns(before)
    width = min(_columns(line[at : max(end, column) - 1]), room)
    return shown, " " * _columns(before) + "^" * max(width, 1)


def _columns(text: str) -> int:
    from rich.cells import cell_len  # noqa: PLC0415 - only a message with a line needs it

    return cell_len(text)


def _base(line: str, at: int) -> int:
    """The character that a combining one stands on."""
    while 0 < at < len(line) and not _columns(line[at]):
        at -= 1
    return at


def _start(line: str, at: int, most: int) -> int:
    """The first character to show, with at most so many columns before the place."""
    start = max(0, at - most)
    while _columns(line[start:at]) > most:
        start += 1
    return start if line[:start].strip() else 0


def _fitted(text: str, widest: int) -> str:
    shown = text[:widest].rstrip()
    while _columns(shown) > widest:
        shown = shown[:-1]
    return shown if shown == text.rstrip() else f"{shown}…"
