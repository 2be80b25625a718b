"""Which of the things that an import tells are losses; the rest is to be looked at."""

from gramota.errors import Problem

# A file's own troubles, what was left out of questions and letters, and what the check would refuse.
_LOST = frozenset(
    {"G415", "G440", "G441", "G443", "G445", "G446", "G447", "G450", "G451", "G452", "G453", "G454", "G455"}
)
_LOST_PARTS = frozenset(
    {"attachments", "combined", "general", "labels", "other", "partner", "penalty", "picture", "template"}
)
_LOST_ANSWERS = frozenset({"wildcard", "wrong"})


def is_loss(problem: Problem) -> bool:
    """Whether something of the file is not in what was written."""
    code, _, part = problem.code.partition(".")
    return code in _LOST or (code in {"G417", "G456"}) or (code == "G442" and part in _LOST_PARTS | _LOST_ANSWERS)
