"""A workbook in which nothing that people typed is a formula, a link or a number, and that no clock has dated."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from xlsxwriter.workbook import Workbook

_TEXTS_STAY_TEXTS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


@contextmanager
def new_workbook(stream: BytesIO, title: str, created: dt.datetime) -> Iterator[Workbook]:
    """Yield a workbook of this title and date, which is written to the stream when the block ends."""
    with Workbook(stream, {"in_memory": True, **_TEXTS_STAY_TEXTS}) as book:
        book.set_properties({"title": title, "created": created})
        yield book
