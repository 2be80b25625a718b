"""JSON read with care: what it hides (duplicate keys), cannot hold (half characters) or should not hold is refused."""

import json
import math
import re
from typing import NoReturn

MAX_DEPTH = 30
_SHOWN_OF_NUMBER = 30
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


class JsonError(Exception):
    """What is wrong with the text, as a problem's code and what its message names; only bad syntax has a place."""

    def __init__(self, code: str, said: str, line: int = 1, column: int = 1) -> None:
        self.code = code
        self.said = said
        self.line = line
        self.column = column
        super().__init__(code, said)


def parse_json(text: str) -> Json:
    """Return the value; lone surrogates in it become U+FFFD; raise JsonError."""
    try:
        parsed: Json = json.loads(
            text,
            object_pairs_hook=_object,
            parse_int=_parse_int,
            parse_float=_parse_float,
            parse_constant=_refuse_number,
        )
        return _whole_characters(parsed, MAX_DEPTH)
    except json.JSONDecodeError as error:
        raise JsonError("G301", error.msg, error.lineno, error.colno) from None
    except RecursionError:
        raise JsonError("G303", "") from None


def find_fraction(value: Json) -> float | None:
    """Return a number with a fraction that the value holds, where it holds one."""
    if isinstance(value, float):
        return value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return next((found for item in inner if (found := find_fraction(item)) is not None), None)


def _object(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    found: dict[str, Json] = {}
    for key, value in pairs:
        if key in found:
            raise JsonError("G302", key)
        found[key] = value
    return found


def _parse_int(said: str) -> int:
    try:
        return int(said)
    except ValueError:
        # Python refuses to read numbers of more than some thousand digits.
        _refuse_number(said, "G304.large")


def _parse_float(said: str) -> float:
    number = float(said)
    return number if math.isfinite(number) else _refuse_number(said, "G304.large")


def _refuse_number(said: str, code: str = "G304") -> NoReturn:
    raise JsonError(code, said if len(said) <= _SHOWN_OF_NUMBER else f"{said[:_SHOWN_OF_NUMBER]}…")


def _whole_characters(value: Json, depth: int) -> Json:
    if depth == 0:
        raise JsonError("G303", "")
    if isinstance(value, str):
        return _LONE_SURROGATE.sub("\ufffd", value)
    if isinstance(value, list):
        return [_whole_characters(item, depth - 1) for item in value]
    if isinstance(value, dict):
        return {_LONE_SURROGATE.sub("\ufffd", key): _whole_characters(item, depth - 1) for key, item in value.items()}
    return value
