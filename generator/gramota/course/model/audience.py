"""The groups that letters are for: one or several in a text, and spellings that make one group."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from gramota.course.model.base import Text, refuse_unquoted
from gramota.course.model.plain_name import plain_name, tidy_name

_BETWEEN = re.compile(r"[,;\n\r]")


def part_groups(text: str) -> tuple[str, ...]:
    """Return the groups that a text names, with commas, semicolons or line breaks between them."""
    return tuple(filter(None, map(tidy_name, _BETWEEN.split(text))))


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
