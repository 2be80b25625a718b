"""Problems of YAML files with their lines, and with the whole of what each is about marked."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from gramota.course.yaml_files.source import Source, load_source
from gramota.errors import Problem

# These are about a file as a whole, though they name its first line.
_OF_WHOLE_FILE = re.compile(r"G(00[123]|01[1356]|061|070|080|08[45]|099)\b")
_YAML = re.compile(r"\.ya?ml$", re.IGNORECASE)
_WORD = re.compile(r"[\w-]+")
_LIST_ENTRY = re.compile(r"-(?: |$)")
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_Place = tuple[int, int]
_Ends = Mapping[_Place, _Place]


def mark_problems(problems: Iterable[Problem]) -> list[Problem]:
    """Return the same problems; those of YAML files, read again here, with the line and the end of their place."""
    read = cache(_read)
    return [_marked(*read(found.where.path), found) for found in problems]


def _read(path: str) -> tuple[Source, _Ends]:
    source = load_source(Path(path), path) if _YAML.search(path) else Source(path, "")
    return source, _ends_in(source.text) if source.text else {}


def _marked(source: Source, ends: _Ends, problem: Problem) -> Problem:
    line = problem.line or source.line(problem.where)
    if not line or not problem.where.line or _OF_WHOLE_FILE.match(problem.code):
        return problem
    return problem.showing(line).until(problem.end or _end(line, ends, problem))


def _end(line: str, ends: _Ends, problem: Problem) -> int:
    """The column after what begins at the problem's place; what goes on in the next line is marked in its first."""
    where, last = problem.where, len(line.rstrip()) + 1
    end_line, end_column = ends.get((where.line, where.column), (0, 0))
    if end_line == where.line:
        return max(end_column, where.column + 1)
    if end_line or _LIST_ENTRY.match(line, where.column - 1):
        return max(last, where.column + 1)
    word = _WORD.match(line, where.column - 1)
    return word.end() + 1 if word else where.column + 1


def _ends_in(text: str) -> _Ends:
    """Where each scalar, and each list and group of fields in brackets, ends: as far as the text can be parsed."""
    ends: dict[_Place, _Place] = {}
    begun: list[_Place] = []
    try:
        for event in yaml.parse(text, Loader=_Loader):
            start, end = _place(event.start_mark), _place(event.end_mark)
            if isinstance(event, yaml.CollectionStartEvent):
                begun.append(start)
            elif isinstance(event, yaml.CollectionEndEvent):
                # A list or group without brackets begins where its first entry does, and has no end of its own.
                opened = begun.pop()
                if start != end:
                    ends.setdefault(opened, end)
            elif isinstance(event, yaml.ScalarEvent | yaml.AliasEvent) and start != end:
                ends[start] = end
    except yaml.YAMLError:
        pass
    return ends


def _place(mark: Any) -> _Place:  # noqa: ANN401 - PyYAML's stubs have it as optional
    return mark.line + 1, mark.column + 1
