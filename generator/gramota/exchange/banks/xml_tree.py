"""XML as a tree whose elements know their lines; entities, deep nesting and endless elements are refused on the way."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from gramota.errors import ContentError, Problem, Where

MAX_DEPTH = 60
MOST_ELEMENTS = 1_000_000


@dataclass
class Element:
    """An element; `text` is what stands in it before and after its children, together."""

    name: str
    attributes: dict[str, str]
    line: int
    text: str = ""
    children: list["Element"] = field(default_factory=list)

    def all(self, name: str) -> Iterator["Element"]:
        """Yield the children of this name."""
        return (child for child in self.children if child.name == name)

    def first(self, name: str) -> "Element | None":
        """Return the first child of this name, or None."""
        return next(self.all(name), None)

    def value(self, name: str, otherwise: str = "") -> str:
        """Return the text of a child, which Moodle may have put into a <text> of its own."""
        child = self.first(name)
        if child is None:
            return otherwise
        inner = child.first("text")
        return (inner.text if inner is not None else child.text).strip()


def read_xml(data: bytes, path: str, line: int = 1, encoding: str | None = None) -> Element:
    """Return the root; raise ContentError with the place of the first mistake. The data begin in this line."""
    reader = _Reader(path, line)
    parser = expat.ParserCreate(encoding)
    parser.buffer_text = True
    reader.parser = parser
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.characters
    parser.EntityDeclHandler = reader.entity
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat's signature
    except expat.ExpatError as error:
        where = Where(path, line - 1 + error.lineno, error.offset + 1)
        raise ContentError([Problem.at(where, "G415")]) from None
    # An encoding that Python does not have, or not for this.
    except (LookupError, ValueError):
        raise ContentError([Problem.at(Where(path), "G415.encoding")]) from None
    return reader.root.children[0]


class _Reader:
    """Builds the tree from expat's calls."""

    parser: expat.XMLParserType

    def __init__(self, path: str, line: int) -> None:
        self.path = path
        self.first_line = line
        self.root = Element("", {}, line)
        self.open = [self.root]
        self.elements = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Go into an element."""
        self.elements += 1
        if len(self.open) > MAX_DEPTH or self.elements > MOST_ELEMENTS:
            raise ContentError([Problem.at(self._where(), "G415.nested")])
        element = Element(name, attributes, self._where().line)
        self.open[-1].children.append(element)
        self.open.append(element)

    def end(self, _: str) -> None:
        """Go out of it."""
        self.open.pop()

    def characters(self, data: str) -> None:
        """Keep the text."""
        self.open[-1].text += data

    def entity(self, *_: object) -> None:
        """Refuse what could make text of nothing, or read other files."""
        raise ContentError([Problem.at(self._where(), "G415.entities")])

    def _where(self) -> Where:
        return Where(
            self.path, self.first_line - 1 + self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
        )
