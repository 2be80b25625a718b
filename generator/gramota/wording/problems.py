"""Problems in words: what is wrong and what to do, for people who do not program."""

from functools import cache
from pathlib import Path
from typing import Any

from gramota.errors import Problem
from gramota.wording import Wording, wording
from gramota.wording.caret import point_at

_COMMON = "problems"


def describe(problem: Problem, lang: str) -> tuple[str, str]:
    """Return the problem's message and its hint (empty where there is none) in the language."""
    texts = _room_of(problem.code, lang)
    values: dict[str, Any] = dict(problem.values)
    hint = texts(f"{problem.code}.hint", **values) if f"{problem.code}.hint" in texts.texts else ""
    if values.get("suggestion"):
        hint = " ".join(filter(None, (wording(_COMMON, lang)("did_you_mean", **values), hint)))
    return texts(problem.code, **values), hint


def tell(problem: Problem, lang: str) -> str:
    """Return `file:line:column: CODE message`; below it the place in its line, where that is shown, and what to do.

    What is quoted of files has no power over the terminal: what cannot be printed is shown as an unknown character.
    """
    message, hint = describe(problem, lang)
    shown = point_at(_harmless(problem.line.replace("\t", " ")), problem.where.column) if problem.line else ()
    below = [*shown, *([hint] if hint else [])]
    said = [f"{problem.where}: {problem.code.split('.')[0]} {message}", *(f"    {line}" for line in below)]
    return "\n".join(map(_harmless, said))


def _harmless(text: str) -> str:
    return "".join(character if character.isprintable() else "\ufffd" for character in text)


@cache
def _room_of(code: str, lang: str) -> Wording:
    """Return the room, among all that end in `problems`, that has the code."""
    folder = Path(__file__).parent / lang
    rooms = (wording(path.stem, lang) for path in sorted(folder.glob(f"*{_COMMON}.yml")))
    return next((room for room in rooms if code in room.texts), wording(_COMMON, lang))
