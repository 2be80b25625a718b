"""What the columns of a Parquet file hold, as JSON has it; nothing is lost but what JSON has no word for."""

import datetime as dt
from base64 import b64encode
from decimal import Decimal
from math import isfinite

from gramota.grading.strict_json import Json


def plain_value(value: object) -> Json:
    """Return moments and spans as ISO texts, decimals as their digits, bytes in base64, no number as null."""
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, float):
        return value if isfinite(value) else None
    if isinstance(value, dict):
        return {str(key): plain_value(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [plain_value(inner) for inner in value]
    return _text(value)


def _text(value: object) -> str:
    match value:
        case dt.datetime() | dt.date() | dt.time():
            return value.isoformat()
        case dt.timedelta():
            return f"PT{Decimal(str(value.total_seconds())).normalize():f}S"
        case bytes():
            return b64encode(value).decode()
    return str(value)
