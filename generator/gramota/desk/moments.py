"""Who did something and when, in words; times are those of this computer's clock."""

from babel.dates import format_datetime

from gramota.decisions.line import Line
from gramota.grading.files.plain_text import clean_line
from gramota.wording import Wording


def tell_line(line: Line, t: Wording) -> str:
    """Return the line's trainer and moment."""
    local = line.moment.astimezone().replace(tzinfo=None)
    return t("by", who=clean_line(line.who or ""), when=format_datetime(local, t("moment_pattern"), locale=t.locale))
