"""Names that an entry refers to and that nothing bears."""

import re
from collections.abc import Iterator

from gramota.course.model.base import ID_PATTERN
from gramota.course.names import listed, suggestion
from gramota.course.yaml_files.source import Source
from gramota.course.yaml_files.tree import Mapping, words
from gramota.errors import Problem


def check_references(source: Source, entry: Mapping, key: str, known: list[str] | None, code: str) -> Iterator[Problem]:
    """Yield each name under `key` that is not among the known; none where what is known could not be read."""
    if known is None:
        return
    for word in words(entry, key):
        if word.value not in known and is_id(word.value):
            values = {"value": word.value, "suggestion": suggestion(word.value, known), "known": listed(known)}
            yield Problem.at(source.at(word.mark), code, **values)


def is_id(value: str) -> bool:
    """Whether the text could be an id at all; what could not is reported where it stands."""
    return re.fullmatch(ID_PATTERN, value) is not None
