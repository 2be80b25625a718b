"""The YAML at the head of a page by hand, as the site's engine reads it: its title, description and settings."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

from gramota.course.yaml_files.unseen_signs import find_escaped

_HEAD = re.compile(r"-{3}[ \t]*\r?\n(?P<yaml>.*?\n)(?:\.{3}|-{3})[ \t]*\r?\n", re.DOTALL)
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Escaped(NamedTuple):
    """A character that no page can show, and the text that has it by an escape, from the page's offset `start`."""

    sign: str
    start: int
    written: str


def find_escaped_in_head(page: str) -> Iterator[Escaped]:
    """Yield each such character of the head; none where there is no YAML, which the engine tells."""
    head = _HEAD.match(page)
    if not head or "\\" not in head["yaml"]:
        return
    try:
        for event in yaml.parse(head["yaml"], Loader=_Loader):
            if isinstance(event, yaml.ScalarEvent):
                start, end = _index(event.start_mark), _index(event.end_mark)
                written, place = head["yaml"][start:end], head.start("yaml") + start
                yield from (Escaped(sign, place, written) for sign in find_escaped(event.value, written))
    except yaml.YAMLError:
        return


def _index(mark: Any) -> int:  # noqa: ANN401 - PyYAML's stubs have it as optional
    index: int = mark.index
    return index
