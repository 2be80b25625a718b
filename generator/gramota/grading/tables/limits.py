"""How much of a file is held at once, whatever its size."""

MOST_ROWS = 2_000
"""Rows that are graded in one go: a tenth of a second to a few seconds of work."""

MOST_BYTES = 4_000_000
"""Of answers graded in one go, unless one row alone is larger."""

MAX_LINE_BYTES = 5_000_000
"""Of one row."""
