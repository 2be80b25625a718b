"""Which ids of rows are one, however they were typed or copied."""

import unicodedata

from gramota.course.model.plain_name import without_unseen


def same_id(row_id: str | int) -> str:
    """Return what is the same for ids that look alike.

    Spaces before and behind do not count, nor do characters that nobody sees, nor the type.
    """
    return unicodedata.normalize("NFC", without_unseen(str(row_id))).strip()
