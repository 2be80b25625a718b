"""What is given to be graded: tables or sheets, and never both in one go."""

from collections.abc import Sequence
from pathlib import Path

from gramota.cli.inbox_arguments import find_missing
from gramota.errors import Problem, Where, refuse
from gramota.grading.bulk.parts_folder import is_parts_folder
from gramota.grading.inbox.found_files import READABLE, kind_of, shown_name
from gramota.grading.inbox.table_kinds import table_kind, tell_no_table


def are_tables(answers: Sequence[Path]) -> bool:
    """Whether tables are to be graded and no sheets; raise ContentError for what is neither, and for both together."""
    refuse(problem for given in answers if (problem := _find_problem(given)))
    kinds = {_is_table(given) for given in answers}
    refuse([Problem.at(Where(shown_name(answers[0])), "G311")] if len(kinds) > 1 else [])
    return kinds == {True}


def _is_table(given: Path) -> bool:
    """Whether it is a table, or a folder of the parts of one."""
    return is_parts_folder(given) if given.is_dir() else table_kind(given.name) is not None


def _find_problem(given: Path) -> Problem | None:
    if missing := find_missing(given):
        return missing
    is_known = given.is_dir() or kind_of(given.name) in READABLE or table_kind(given.name)
    return None if is_known else tell_no_table(shown_name(given), "G310")
