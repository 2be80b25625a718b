"""Problems of YAML files with their lines, and with the whole of what each is about marked."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import yaml

from gramota.course.source import Source, load_source
from gramota.errors import Problem

# These are about a file as a whole, though they name its first line.
_OF_WHOLE_FILE = re.compile(r"G(00[123]|01[1356]|061|070|080|08[45]|099)\b")
_YAML = re.compile(r"\.ya?ml$", re.IGNORECASE)
_WORD = re.compile(r"[\w-]+")
_LIST_ENTRY = re.compile(r"-(?: |$)")
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_Ends = Mapping[tuple[int, int], tuple[int, int]]


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
    ends: dict[tuple[int, int], tuple[int, int]] = {}
    begun: list[tuple[int, int]] = []
    try:
        for event in yaml.parse(text, Loader=_Loader):
            start = (event.start_mark.line + 1, event.start_mark.column + 1)
            end = (event.end_mark.line + 1, event.end_mark.column + 1)
            if isinstance(event, yaml.ScalarEvent) and end != start:
                ends[start] = end
            elif isinstance(event, yaml.CollectionStartEvent):
                begun.append(start)
            elif isinstance(event, yaml.CollectionEndEvent):
                _close(begun.pop(), event, ends)
    except yaml.YAMLError:
        pass
    return ends


def _close(start: tuple[int, int], event: yaml.CollectionEndEvent, ends: dict[tuple[int, int], tuple[int, int]]) -> None:
    """Note where a list or group in brackets ends; one without brackets begins where its first entry does."""
    end = (event.end_mark.line + 1, event.end_mark.column + 1)
    if event.start_mark.column != event.end_mark.column:
        ends.setdefault(start, end)
