"""The codes of examples that are decided otherwise; any other problem makes a rubric unusable."""

POINT_CODES, IDEA_CODES, MODEL_CODE = ("G201.point", "G202.point"), ("G203.idea", "G204.idea"), "G207"
"""Of the self-check: what is missing and what is too much, key points and wrong ideas; a wrong model answer."""

EXAMPLE_CODES = frozenset(
    {
        *("G201", "G201.uncounted", "G202", "G203", "G204", "G205", "G206"),
        *(*POINT_CODES, *IDEA_CODES, MODEL_CODE),
    }
)
