"""Pictures that come inside a bank's file, and the places in its texts that show them."""

import re
from base64 import b64decode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote

from gramota.exchange.banks.xml_tree import Element
from gramota.exchange.pictures import Pictures

_PLACE = "@@PLUGINFILE@@"
_IN_MARKDOWN = re.compile(rf"!\[(?P<alt>[^\[\]]*)\]\({_PLACE}(?P<path>[^()\s]+)[^()]*\)")


@dataclass
class QuestionPictures:
    """The pictures of one question; `seen` are the files that its texts have asked for, be they kept or not."""

    pictures: Pictures
    line: int
    seen: set[str] = field(default_factory=set)

    def kept(self, address: str, alt: str, files: Mapping[str, Element]) -> str | None:
        """Return the name of the picture at this address of Moodle's, empty where it is no good, which is then told.

        None where none of the files is it.
        """
        path = unquote(address.removeprefix(_PLACE).partition("?")[0])
        file = files.get(path) if address.startswith(_PLACE) else None
        if file is None:
            return None
        self.seen.add(file.text)
        return self.pictures.add(lambda: b64decode(file.text), self.line, has_alt=bool(alt.strip()))

    def in_markdown(self, text: str, files: Mapping[str, Element]) -> str:
        """Return Markdown with the pictures that are kept in their new places."""

        def moved(found: re.Match[str]) -> str:
            name = self.kept(_PLACE + found["path"], found["alt"], files)
            return f"![{found['alt']}]({name})" if name else found[0]

        return _IN_MARKDOWN.sub(moved, text)

    def are_all_seen(self, element: Element) -> bool:
        """Whether every file of the question stands in one of its texts."""
        return all(file.text in self.seen for file in _all_files(element))


def files_of(element: Element) -> dict[str, Element]:
    """Return the files that come with a text, by their paths."""
    return {
        f"{file.attributes.get('path', '/')}{file.attributes.get('name', '')}": file
        for file in element.all("file")
        if file.attributes.get("encoding", "base64") == "base64"
    }


def _all_files(element: Element) -> Iterator[Element]:
    for child in element.children:
        if child.name == "file":
            yield child
        yield from _all_files(child)
