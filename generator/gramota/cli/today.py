"""The day by this computer's clock; what is written depends on it nowhere."""

import datetime as dt


def today() -> dt.date:
    """Return the day as people here have it."""
    return dt.datetime.now().astimezone().date()
