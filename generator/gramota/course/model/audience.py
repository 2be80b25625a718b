"""The groups that letters are for: one or several in a text, and spellings that make one group."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Annotated, Any, NamedTuple

from pydantic import BeforeValidator, Field

from gramota.course.model.base import Text, refuse_unquoted
from gramota.course.model.plain_name import plain_name, tidy_name

# Spaces around a name are none of it.
_NAMES = re.compile(r"[^\s,;](?:[^,;\n\r]*[^\s,;])?")


class NamedInText(NamedTuple):
    """A group as a text names it, from the offset `start` to `end`."""

    name: str
    start: int
    end: int


def find_groups(text: str) -> Iterator[NamedInText]:
    """Yield the groups that a text names, with commas, semicolons or line breaks between them."""
    for found in _NAMES.finditer(text):
        if name := tidy_name(found[0]):
            yield NamedInText(name, found.start(), found.end())


def part_groups(text: str) -> tuple[str, ...]:
    """Return the names of the groups that find_groups finds."""
    return tuple(each.name for each in find_groups(text))


def distinct_groups(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names in their order, of those that mean one group the first."""
    first: dict[str, str] = {}
    for name in names:
        first.setdefault(plain_name(name), name)
    return tuple(first.values())


def usual_spelling(names: Iterable[str]) -> str:
    """Return the spelling that most have; of equals the first by its characters, which is the one with capitals."""
    counted = Counter(names)
    return min(counted, key=lambda name: (-counted[name], name))


def _as_list(value: Any) -> Any:  # noqa: ANN401 - what the author wrote, not yet checked
    """Part a text; an entry of a list is one group, whatever signs it has."""
    refuse_unquoted(value)
    return (part_groups(value) or ("",)) if isinstance(value, str) else value


# A name of nothing but what nobody sees is no text any more.
_GroupName = Annotated[Text, BeforeValidator(lambda value: tidy_name(value) if isinstance(value, str) else value)]

Audience = Annotated[
    tuple[_GroupName, ...],
    BeforeValidator(_as_list, json_schema_input_type=Text | Annotated[tuple[Text, ...], Field(min_length=1)]),
    Field(min_length=1),
]
