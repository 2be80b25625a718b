"""The texts of a quiz that a page shows as Markdown, each with its path in the file."""

from collections.abc import Iterator

from gramota.course.yaml_files.source import Source
from gramota.course.yaml_files.tree import Mapping, Node, Scalar, Sequence

Path = tuple[str | int, ...]

# The keys of Markdown, and of what holds such keys.
_KEYS = (
    "self_check",
    "control",
    "prompt",
    "hints",
    "why",
    "missed",
    "options",
    "text",
    "wrong",
    "items",
    "pairs",
    "left",
    "right",
    "points",
    "title",
    "answer",
)


def shown_texts(quiz: Source) -> Iterator[tuple[Path, Scalar]]:
    """Yield them in the order of the keys."""
    yield from _texts(quiz.tree, ())


def _texts(node: Node | None, path: Path) -> Iterator[tuple[Path, Scalar]]:
    if isinstance(node, Scalar):
        yield path, node
    elif isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield from _texts(item, (*path, index))
    elif isinstance(node, Mapping):
        for key in _KEYS:
            yield from _texts(node.items.get(key), (*path, key))
