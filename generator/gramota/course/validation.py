"""From a YAML tree to a typed model, each of the model's complaints turned into a problem with its place."""

import difflib
from collections.abc import Iterator
from typing import Any, TypeVar, Union, get_args, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from gramota.course.model import Entry, Finding
from gramota.course.source import Source
from gramota.course.yaml_tree import Mapping, Node, Scalar, Sequence, plain
from gramota.errors import Problem

Path = tuple[str | int, ...]
Model = TypeVar("Model", bound=Entry)

# pydantic's error type -> our code; the rest of the table is in `_typed_problem`.
_CODES = {
    "literal_error": "G034",
    "string_pattern_mismatch": "G035",
    "string_too_long": "G035",
    "string_too_short": "G036",
    "too_short": "G037",
    "greater_than": "G038",
    "greater_than_equal": "G038",
    "finite_number": "G038",
    "percent": "G039",
}
_EXPECTED = {
    "string_type": "text",
    "int_type": "whole_number",
    "int_from_float": "whole_number",
    "float_type": "number",
    "bool_type": "yes_no",
    "tuple_type": "list",
    "dict_type": "mapping",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
    "date_type": "date",
    "date_from_datetime_inexact": "date",
}


def parse_model(source: Source, file_model: type[Entry], model: type[Model], model_id: str) -> Model | list[Problem]:
    """Return the model that the source's tree describes, or every problem that its fields have."""
    if source.tree is None:
        return []
    try:
        return _with_id(file_model.model_validate(plain(source.tree)), model, model_id)
    except ValidationError as error:
        return [found for detail in error.errors() for found in _problems(detail, source, file_model)]


def suggestion(word: str, known: Iterator[str] | list[str]) -> str:
    """Return the known word most like `word`, or an empty string."""
    return next(iter(difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)), "")


def _with_id(entry: Entry, model: type[Model], model_id: str) -> Model:
    values = {name: getattr(entry, name) for name in type(entry).model_fields}
    return model.model_construct(id=model_id, **values)


def _problems(detail: ErrorDetails, source: Source, model: type[Entry]) -> Iterator[Problem]:
    path = _path_in_file(detail["loc"], source)
    if detail["type"] == "findings":
        yield from (_finding_problem(found, path, source) for found in detail["ctx"]["findings"])
    else:
        yield _field_problem(detail, path, source, model)


def _finding_problem(found: Finding, path: Path, source: Source) -> Problem:
    return Problem(found.code, source.where(*path, *found.at), found.values)


def _field_problem(detail: ErrorDetails, path: Path, source: Source, model: type[Entry]) -> Problem:
    kind = detail["type"]
    key = str(path[-1]) if path else ""
    if kind == "missing":
        return Problem.at(source.where(*path[:-1]), "G030", key=key)
    if kind == "extra_forbidden":
        known = _keys_at(model, detail["loc"][:-1])
        return Problem.at(source.where_key(*path), "G031", key=key, suggestion=suggestion(key, known))
    if path and path[-1] == "[key]":
        return Problem.at(source.where_key(*path[:-1]), "G035", key="", value=path[-2])
    if kind.startswith("union_tag"):
        return _type_problem(path, source, detail)
    if kind in _EXPECTED or kind.startswith("date"):
        return _typed_problem(_EXPECTED.get(kind, "date"), path, source)
    return Problem.at(source.where(*path), _CODES.get(kind, "G040"), **_values(detail, path, source))


def _typed_problem(expected: str, path: Path, source: Source) -> Problem:
    node = source.node(*path)
    key = _name_of(path)
    if expected == "date":
        return Problem.at(source.where(*path), "G033", key=key, value=_shown(node))
    if isinstance(node, Scalar) and node.value is None:
        return Problem.at(source.where_key(*path), "G041", key=key)
    if expected == "text" and isinstance(node, Scalar):
        return Problem.at(node.where, "G032", key=key, value=node.raw, read_as=_read_as(node.value))
    return Problem.at(source.where(*path), f"G042.{expected}", key=key, value=_shown(node))


def _type_problem(path: Path, source: Source, detail: ErrorDetails) -> Problem:
    node = source.node(*path)
    if not isinstance(node, Mapping):
        return Problem.at(source.where(*path), "G042.mapping", key=_name_of(path), value=_shown(node))
    if detail["type"] == "union_tag_not_found" and "type" not in node.items:
        return Problem.at(node.where, "G030", key="type")
    known = detail["ctx"].get("expected_tags", "").replace("'", "").split(", ")
    written = _shown(node.items["type"])
    values = {"value": written, "known": ", ".join(filter(None, known)), "suggestion": suggestion(written, known)}
    return Problem.at(node.items["type"].where, "G043", **values)


def _values(detail: ErrorDetails, path: Path, source: Source) -> dict[str, str]:
    context = {name: str(value) for name, value in detail.get("ctx", {}).items()}
    return {"key": _name_of(path), "value": _shown(source.node(*path)), "said": detail["msg"], **context}


def _path_in_file(loc: Path, source: Source) -> Path:
    """Drop the steps that pydantic adds for itself: the tag of a discriminated union."""
    path: list[str | int] = []
    for position, step in enumerate(loc):
        node = source.node(*path)
        is_last = position == len(loc) - 1
        if isinstance(node, Mapping) and step not in node.items and not is_last and path and path[-1] != step:
            tag = node.items.get("type")
            if isinstance(tag, Scalar) and tag.value == step:
                continue
        path.append(step)
    return tuple(path)


def _keys_at(model: type[Entry], loc: Path) -> list[str]:
    """Return the keys that the model at `loc` knows."""
    annotation: Any = model
    for step in loc:
        annotation = _inside(annotation, step)
    if not (isinstance(annotation, type) and issubclass(annotation, Entry)):
        return []
    return [field.alias or name for name, field in annotation.model_fields.items()]


def _inside(annotation: Any, step: str | int) -> Any:  # noqa: ANN401 - annotations are of any type
    if hasattr(annotation, "__metadata__"):
        annotation = get_args(annotation)[0]
    if isinstance(annotation, type) and issubclass(annotation, Entry):
        named = {field.alias or name: field.annotation for name, field in annotation.model_fields.items()}
        return named.get(str(step))
    if get_origin(annotation) is tuple and isinstance(step, int):
        return get_args(annotation)[0]
    if get_origin(annotation) is dict:
        return get_args(annotation)[1]
    members = get_args(annotation) if get_origin(annotation) is not None or isinstance(annotation, Union) else ()
    return next((member for member in members if _tag(member) == step), None)


def _tag(member: Any) -> str | None:  # noqa: ANN401 - annotations are of any type
    field = getattr(member, "model_fields", {}).get("type")
    return get_args(field.annotation)[0] if field else None


def _name_of(path: Path) -> str:
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def _shown(node: Node | None) -> str:
    if isinstance(node, Scalar):
        return node.raw if len(node.raw) <= 60 else node.raw[:57] + "…"
    return "[…]" if isinstance(node, Sequence) else "{…}"


def _read_as(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
