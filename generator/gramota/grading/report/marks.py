"""By what our pages are known as ours, whatever they are called: a line in their heads."""

MARK_OF_REPORT = b'<meta name="generator" content="gramota report/1">'
MARK_OF_FEEDBACK = b'<meta name="generator" content="gramota feedback/1">'
BEGINNING = 1_000
"""Bytes of a page in which its mark stands."""
