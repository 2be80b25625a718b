"""One YAML file as people wrote it: read with care, its syntax errors put into words that an author understands."""

from dataclasses import dataclass
from pathlib import Path

import yaml

from gramota.course.yaml_tree import Mapping, NestedTooDeepError, Node, Sequence, TreeBuilder
from gramota.errors import Problem, Where

MAX_BYTES = 1_000_000

# What libyaml says, in its order of being specific, and the code whose wording an author understands.
_SYNTAX_CODES = (
    ("mapping values are not allowed", "G021"),
    ("\\t", "G022"),
    ("cannot start any token", "G023"),
    ("unexpected end of stream", "G024"),
    ("unexpected document indicator", "G024"),
    ("expected ',' or ']'", "G025"),
    ("expected ',' or '}'", "G025"),
    ("expected '-' indicator", "G026"),
    ("expected key", "G026"),
    ("expected <block end>", "G026"),
    ("expected ':'", "G027"),
    ("alphabetic or numeric", "G023"),
    ("unknown escape", "G028"),
    ("undefined tag handle", "G023"),
)


@dataclass(frozen=True)
class Source:
    """A YAML file's tree (None where the file could not be read as one) and the problems of reading it."""

    path: str
    tree: Mapping | None
    problems: tuple[Problem, ...] = ()

    def where(self, *path: str | int) -> Where:
        """Return the place of the value at `path`, or of its nearest ancestor that the file holds."""
        node: Node | None = self.tree
        place = self.tree.where if self.tree else Where(self.path)
        for step in path:
            node = _child(node, step)
            if node is None:
                break
            place = node.where
        return place

    def where_key(self, *path: str | int) -> Where:
        """Return the place of the key that `path` ends with, or of the value where it ends with an index."""
        *parents, last = path
        node: Node | None = self.tree
        for step in parents:
            node = _child(node, step)
        if isinstance(node, Mapping) and last in node.key_places:
            return node.key_places[str(last)]
        return self.where(*path)

    def node(self, *path: str | int) -> Node | None:
        """Return the node at `path`, or None."""
        node: Node | None = self.tree
        for step in path:
            node = _child(node, step)
        return node


def load_source(path: Path, shown_as: str) -> Source:
    """Read one YAML file; whatever is wrong with it is in the result's problems, under the name `shown_as`."""
    whole = Where(shown_as)
    try:
        if path.stat().st_size > MAX_BYTES:
            return _unreadable(Problem.at(whole, "G003", size=path.stat().st_size, limit=MAX_BYTES))
        data = path.read_bytes()
    except OSError as error:
        return _unreadable(Problem.at(whole, "G001", reason=error.strerror or error))
    try:
        return parse_source(data.decode("utf-8-sig"), shown_as)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        return _unreadable(Problem.at(_place_after(before, shown_as), "G002"))


def parse_source(text: str, shown_as: str) -> Source:
    """Parse YAML text into a source; see `load_source`."""
    builder = TreeBuilder(shown_as)
    try:
        tree = builder.build(text)
    except NestedTooDeepError:
        return Source(shown_as, None, tuple(builder.problems))
    except yaml.reader.ReaderError as error:
        place = _place_after(text[: error.position], shown_as)
        return _unreadable(Problem.at(place, "G004", character=f"U+{ord(str(error.character)[:1] or '?'):04X}"))
    except yaml.MarkedYAMLError as error:
        return Source(shown_as, None, (*builder.problems, _syntax_problem(error, shown_as)))
    if not isinstance(tree, Mapping):
        found = Problem.at(Where(shown_as), "G012" if isinstance(tree, Sequence) or tree else "G011")
        return Source(shown_as, None, (*builder.problems, found))
    return Source(shown_as, tree, tuple(builder.problems))


def _child(node: Node | None, step: str | int) -> Node | None:
    if isinstance(node, Mapping):
        return node.items.get(str(step))
    if isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None


def _unreadable(problem: Problem) -> Source:
    return Source(problem.where.path, None, (problem,))


def _place_after(before: str, path: str) -> Where:
    return Where(path, before.count("\n") + 1, len(before) - before.rfind("\n"))


def _syntax_problem(error: yaml.MarkedYAMLError, path: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    said = error.problem or error.context or str(error)
    code = next((code for part, code in _SYNTAX_CODES if part in said), "G020")
    # An unclosed quote or bracket is noticed at the file's end; its author looks for where it begins.
    if code in {"G024", "G025"} and error.context_mark:
        mark = error.context_mark
    where = Where(path, mark.line + 1, mark.column + 1) if mark else Where(path)
    return Problem.at(where, code, said=said)
