"""Problems of the groups that letters are for, each at the group's name, whether in a list or in a text of several."""

from collections.abc import Sequence

from gramota.course.model.audience import NamedInText, find_groups
from gramota.course.yaml_files.source import Source
from gramota.course.yaml_files.tree import Scalar
from gramota.errors import Problem

AUDIENCE = "audience"


def tell_group(source: Source, path: Sequence[str | int], code: str, **values: str) -> Problem:
    """Return a problem of what stands at the path; of a group that a text names among others, at its name."""
    named = _named_in_text(source, path)
    if named is None:
        return Problem.at(source.where(*path), code, **values)
    problem = Problem.at(source.where_inside(named.start, AUDIENCE), code, **values)
    return problem.until(source.end_inside(named.start, named.end, AUDIENCE))


def _named_in_text(source: Source, path: Sequence[str | int]) -> NamedInText | None:
    node = source.node(AUDIENCE) if path[:1] == (AUDIENCE,) and len(path) > 1 else None
    named = [*find_groups(node.raw)] if isinstance(node, Scalar) else []
    return next((each for place, each in enumerate(named) if place == path[1]), None)
