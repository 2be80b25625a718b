"""From a YAML tree to a typed model, each of the model's complaints turned into a problem with its place."""

from collections.abc import Iterator
from typing import TypeVar

from pydantic import ValidationError

from gramota.course.model.base import Entry
from gramota.course.validation.annotations import locate
from gramota.course.validation.complaint import Complaint
from gramota.course.yaml_files.source import Source
from gramota.course.yaml_files.tree import plain
from gramota.errors import Problem

Model = TypeVar("Model", bound=Entry)


def parse_model(source: Source, model: type[Model]) -> Model | list[Problem]:
    """Return the model that the source's tree describes, or every problem that its fields have."""
    if source.tree is None:
        return []
    try:
        return model.model_validate(plain(source.tree), by_alias=True, by_name=False)
    except ValidationError as error:
        return [*_problems(error, source, model)]


def _problems(error: ValidationError, source: Source, model: type[Entry]) -> Iterator[Problem]:
    already_told = {problem.where for problem in source.problems}
    found = [*_complaints(error, source, model)]
    # A misspelt field is one mistake, though pydantic misses the right one too.
    misspelt = {complaint.meant for complaint in found}
    for complaint in found:
        path = complaint.spot.path
        is_echo = complaint.kind == "missing" and path in misspelt
        if not is_echo and already_told.isdisjoint({source.where(*path), source.where_key(*path)}):
            yield from complaint.problems()


def _complaints(error: ValidationError, source: Source, model: type[Entry]) -> Iterator[Complaint]:
    for detail in error.errors(include_url=False, include_input=False):
        yield Complaint(detail["type"], locate(model, detail["loc"]), detail.get("ctx", {}), source)
