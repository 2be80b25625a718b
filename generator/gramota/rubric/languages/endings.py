"""Endings by which a word shows what it is, and endings that only look so."""

Endings = tuple[tuple[str, ...], tuple[str, ...]]
"""The ones and the others."""


def ends_in(text: str, endings: Endings) -> bool:
    """Whether a folded word has one of the endings, and not one that only looks so."""
    right, wrong = endings
    return text.endswith(right) and not text.endswith(wrong)
