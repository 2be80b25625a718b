"""Which of the things that an import tells are losses; the rest is to be looked at."""

from gramota.errors import Problem

# By their numbers: what is broken or empty, what was left out of questions, and what was left out of a letter.
_LOST = frozenset({415, 417, *(440, 441, 443, 445, 446), *range(447, 457)} - {449})
_LEFT_ALONE = "G418.folder"
_BESIDE = "G410.beside"
_QUESTION = 442
_CHANGED_ONLY = frozenset({"any_of", "columns", "formula", "grade", "partial", "units"})


def is_loss(problem: Problem) -> bool:
    """Whether something of the file is not in what was written."""
    number, _, part = problem.code[1:].partition(".")
    return int(number) in _LOST or problem.code == _BESIDE or (int(number) == _QUESTION and part not in _CHANGED_ONLY)


def is_to_look_at(problem: Problem) -> bool:
    """Whether somebody should see what became of it; nothing became of what was left alone."""
    return not is_loss(problem) and problem.code != _LEFT_ALONE
