"""What the YAML parser stumbled over, as its author made the mistake: the code and the place of it."""

import re
from typing import NamedTuple

import yaml

from gramota.errors import Problem, Where

MAX_DEPTH = 50
"""Levels of a file that may stand inside one another."""

LONGEST_NAME = 1024
"""Characters that YAML lets a field's name, or a term, have."""

# What libyaml says, the specific before the general, and the code whose wording an author understands.
_CODES = (
    ("mapping values are not allowed", "G021"),
    ("tab character", "G022"),
    ("cannot start any token", "G023"),
    ("alphabetic or numeric", "G023"),
    ("expected whitespace or line break", "G023"),
    ("undefined tag handle", "G023"),
    ("expected comment or line break", "G023"),
    ("while parsing a flow node", "G025"),
    ("expected node content", "G023"),
    ("entries are not allowed", "G023"),
    ("mapping keys are not allowed", "G023"),
    ("unexpected end of stream", "G024"),
    ("unexpected document indicator", "G024"),
    ("expected ',' or ']'", "G025"),
    ("expected ',' or '}'", "G025"),
    ("expected '-' indicator", "G026"),
    ("expected key", "G026"),
    ("expected <block end>", "G026"),
    ("expected <document start>", "G026"),
    ("expected ':'", "G027"),
    ("escape", "G028"),
    ("nesting depth", "G006"),
    ("hexdecimal", "G028"),
)
# These are noticed where they make no sense any more; their author looks for where they begin.
_SEEN_LATE = frozenset({"G023", "G024", "G025", "G027"})
_NO_SPACE_AFTER_COLON = re.compile(r" *(?:- +)?([A-Za-z_]+):(?=[^ \n\r/])")
_NO_SPACE_AFTER_DASH = re.compile(r" *-(?=[^ \n\r-])")
_BARE_KEY = re.compile(r" *(?:- +)?[A-Za-z_]+ *")
_NAME = re.compile(r"[ ]*(?:- +)?(?:[\w-]+: *\{)? *(?P<name>.*?) *:(?: |$)")
_WIDE_COLON = re.compile(r"( *(?:- +)?)[A-Za-z_]+\uff1a")
_FALSE_SPACE = re.compile(r" *([\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff])")


class Stumble(NamedTuple):
    """A diagnosis; line and column count from 0, as the parser's do."""

    code: str
    line: int
    column: int
    values: dict[str, str]


def syntax_problem(error: yaml.MarkedYAMLError, text: str, path: str) -> Problem:
    """Return the problem behind the parser's complaint about the text of the file `path`."""
    lines = [*text.splitlines(), ""]
    complaint = _complaint(error, lines)
    found = next(
        (seen for look in _CLOSER_LOOKS.get(complaint.code, ()) if (seen := look(complaint, lines))), complaint
    )
    return Problem.at(Where(path, found.line + 1, found.column + 1), found.code, **found.values)


def _complaint(error: yaml.MarkedYAMLError, lines: list[str]) -> Stumble:
    told = f"{error.context}: {error.problem}"
    code = next((code for part, code in _CODES if part in told), "G020")
    mark = error.context_mark if code in _SEEN_LATE and error.context_mark else error.problem_mark
    line, column = (min(mark.line, len(lines) - 1), mark.column) if mark else (0, 0)
    values = {"character": lines[line][column : column + 1], "limit": f"{MAX_DEPTH}"}
    return Stumble(code, line, column, values)


def _false_space(complaint: Stumble, lines: list[str]) -> Stumble | None:
    for number in _here_and_above(complaint):
        if found := _FALSE_SPACE.match(lines[number]):
            return Stumble("G014", number, found.start(1), {"character": f"U+{ord(found[1]):04X}"})
    return None


def _long_name(complaint: Stumble, lines: list[str]) -> Stumble | None:
    """Find the name of a field that is too long for one, which YAML then takes for anything else."""
    found = _NAME.match(lines[complaint.line])
    if found is None or len(found["name"]) <= LONGEST_NAME:
        return None
    values = {"length": str(len(found["name"])), "limit": str(LONGEST_NAME)}
    return Stumble("G019", complaint.line, found.start("name"), values)


def _wide_colon(complaint: Stumble, lines: list[str]) -> Stumble | None:
    """Find a colon of another alphabet, after which the parser goes on as if the line were text."""
    for number in _here_and_above(complaint):
        if found := _WIDE_COLON.match(lines[number]):
            return Stumble("G027", number, found.end(1), {})
    return None


def _missing_space(complaint: Stumble, lines: list[str]) -> Stumble | None:
    for number in _here_and_above(complaint):
        if found := _NO_SPACE_AFTER_COLON.match(lines[number]):
            return Stumble("G029", number, found.end(), {"key": found[1]})
        if found := _NO_SPACE_AFTER_DASH.match(lines[number]):
            return Stumble("G018", number, found.end(), {})
    return None


def _closed_too_early(complaint: Stumble, lines: list[str]) -> Stumble | None:
    before = lines[complaint.line][: complaint.column].rstrip()
    return complaint._replace(code="G017") if before.endswith(("'", '"', "]", "}")) else None


def _nested_below_text(complaint: Stumble, lines: list[str]) -> Stumble | None:
    before = lines[complaint.line][: complaint.column]
    indent = len(before) - len(before.lstrip())
    return complaint._replace(code="G026", column=indent) if _BARE_KEY.fullmatch(before) else None


def _tab(complaint: Stumble, lines: list[str]) -> Stumble | None:  # noqa: ARG001 - one look among others
    return complaint._replace(code="G022") if complaint.values["character"] == "\t" else None


def _open_bracket(complaint: Stumble, lines: list[str]) -> Stumble | None:
    """Find the bracket that is open where the parser wanted an entry: it does not say which one."""
    to_close = 0
    before = [*enumerate(lines[: complaint.line]), (complaint.line, lines[complaint.line][: complaint.column])]
    for number, line in reversed(before):
        for column in reversed(range(len(line))):
            to_close += (line[column] in "]}") - (line[column] in "[{")
            if to_close < 0:
                return Stumble("G025", number, column, complaint.values)
    return None


def _here_and_above(complaint: Stumble) -> range:
    return range(complaint.line, max(complaint.line - 2, -1), -1)


_CLOSER_LOOKS = {
    "G021": (_long_name, _wide_colon, _false_space, _missing_space, _nested_below_text),
    "G023": (_tab,),
    "G025": (
        _long_name,
        _open_bracket,
    ),
    "G026": (_long_name, _wide_colon, _false_space, _missing_space, _closed_too_early),
    "G027": (_long_name, _false_space, _missing_space),
}
