"""The way from one of pydantic's error locations to the author's path, along the types of the model."""

import types
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from gramota.course.model.base import Entry

Path = tuple[str | int, ...]


class Spot(NamedTuple):
    """A path as the author's file has it, and the type that the model expects of what holds its last step."""

    path: Path
    holder: Any = None
    is_key: bool = False


def locate(model: type[Entry], loc: Path) -> Spot:
    """Return the spot of a location, without the steps that only pydantic knows: a union's tag, and `[key]`."""
    path: list[str | int] = []
    holder: Any = None
    expected: Any = model
    for step in loc:
        if step == "[key]" and get_origin(expected) is not dict:
            return Spot(tuple(path), holder, is_key=True)
        holder, expected = expected, _bare(_inside(expected, step))
        if not _is_union(holder):
            path.append(step)
    return Spot(tuple(path), holder)


def keys_of(annotation: Any) -> list[str]:  # noqa: ANN401 - annotations are of any type
    """Return the keys that an author may write in an entry of this type."""
    return [*_fields(annotation)]


def _inside(annotation: Any, step: str | int) -> Any:  # noqa: ANN401 - annotations are of any type
    if _is_union(annotation):
        return next((member for member in get_args(annotation) if _tag(member) == step), None)
    if get_origin(annotation) is tuple:
        return get_args(annotation)[0]
    if get_origin(annotation) is dict:
        return get_args(annotation)[1]
    return _fields(annotation).get(str(step))


def _fields(annotation: Any) -> dict[str, Any]:  # noqa: ANN401 - annotations are of any type
    if not (isinstance(annotation, type) and issubclass(annotation, Entry)):
        return {}
    return {field.alias or name: field.annotation for name, field in annotation.model_fields.items()}


def _tag(member: type[Entry]) -> str:
    return str(get_args(member.model_fields["type"].annotation)[0])


def _bare(annotation: Any) -> Any:  # noqa: ANN401 - annotations are of any type
    bare = get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation
    if _is_union(bare) and types.NoneType in get_args(bare):
        # What may be left out is no choice: pydantic adds no step for it.
        return next(member for member in get_args(bare) if member is not types.NoneType)
    return bare


def _is_union(annotation: Any) -> bool:  # noqa: ANN401 - annotations are of any type
    return get_origin(annotation) in {Union, types.UnionType}
