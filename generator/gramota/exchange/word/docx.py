"""Letters from Word: headings by their styles, or by bold lines where there are none."""

import datetime as dt
import io
from pathlib import PurePath
from typing import Any
from xml.etree.ElementTree import ParseError
from xml.parsers.expat import ExpatError

import mammoth

from gramota.errors import ContentError, Problem, Where
from gramota.exchange.draft import Found
from gramota.exchange.html.blocks import read_blocks
from gramota.exchange.html.markdown import MarkdownWriter
from gramota.exchange.html.tree import Tag, read_html
from gramota.exchange.markdown.safe_markdown import without_control
from gramota.exchange.outline import About, build_letter
from gramota.exchange.pictures import Pictures
from gramota.exchange.word.guard import check_docx, core_properties
from gramota.exchange.word.numbers import number_of, with_numbers
from gramota.exchange.word.styles import style_map_of

# What the guard counts -> what the author is told of it.
_TOLD = {
    "changes": "G424",
    "boxes": "G425",
    "comments": "G450",
    "margins": "G451",
    "formulas": "G452.formulas",
    "charts": "G452.charts",
    "objects": "G452.objects",
}


_BROKEN = (ArithmeticError, AttributeError, LookupError, OSError, RuntimeError, TypeError, ValueError)


def read_docx(data: bytes, path: str) -> Found:
    """Return the letter and its control questions; raise ContentError where the file cannot be read."""
    counted = check_docx(data, path)
    pictures = Pictures(path)
    root = read_html(without_control(_to_html(data, path, pictures)))
    notes = _take_footnotes(root)
    _number_lists(root)
    has_contents = _take_contents(root)
    writer = MarkdownWriter(lambda source, _: source, notes)
    blocks = read_blocks(root, writer)
    about = _about(data, path)
    problems = [Problem.at(Where(path, 0), _TOLD[kind], count=count) for kind, count in sorted(counted.items())]
    problems += [Problem.at(Where(path, 0), "G430")] if writer.has_merged_cells else []
    problems += [Problem.at(Where(path, 0), "G458")] if has_contents else []
    found = build_letter(blocks, about, tuple(pictures.kept), "G422.bold")
    return Found(found.letter, found.questions, (*problems, *pictures.problems, *found.problems))


def _to_html(data: bytes, path: str, pictures: Pictures) -> str:
    def place(image: Any) -> dict[str, str]:  # noqa: ANN401 - mammoth has no types
        def read() -> bytes:
            with image.open() as stream:
                content: bytes = stream.read()
            return content

        return {"src": pictures.add(read, has_alt=bool(image.alt_text))}

    try:
        converted = mammoth.convert_to_html(
            io.BytesIO(with_numbers(data)),
            style_map=style_map_of(data),
            convert_image=mammoth.images.img_element(place),
            id_prefix="",
        )
    # What a damaged document makes of a reader cannot be told beforehand.
    except (*_BROKEN, ExpatError, ParseError):
        raise ContentError([Problem.at(Where(path), "G413")]) from None
    return str(converted.value)


def _number_lists(root: Tag) -> None:
    for listed in root.find("ol"):
        number = next((number_of(item) for item in listed.tags("li")), None)
        listed.attributes.update({"start": str(number)} if number is not None else {})


def _take_contents(root: Tag) -> bool:
    """Take Word's table of contents out of the document: paragraphs that are nothing but links to its headings."""
    contents = [tag for tag in root.tags("p") if _is_entry_of_contents(tag)]
    for tag in contents:
        root.children.remove(tag)
    return bool(contents)


def _is_entry_of_contents(tag: Tag) -> bool:
    links = [*tag.find("a")]
    leads_to_heading = any(link.attributes.get("href", "").startswith("#_Toc") for link in links)
    return leads_to_heading and tag.text == " ".join(link.text for link in links if link.text)


def _take_footnotes(root: Tag) -> dict[str, Tag]:
    """Take the list of footnotes out of the document's end, and return them by their names."""
    found: dict[str, Tag] = {}
    for listed in [*root.tags("ol")]:
        notes = {item.attributes["id"]: item for item in listed.tags("li") if "note-" in item.attributes.get("id", "")}
        if notes:
            root.children.remove(listed)
            found |= {name: _without_way_back(item) for name, item in notes.items()}
    return found


def _without_way_back(item: Tag) -> Tag:
    for holder in (item, *item.find("p")):
        holder.children[:] = [
            child
            for child in holder.children
            if isinstance(child, str) or "note-ref-" not in child.attributes.get("href", "")
        ]
    return item


def _about(data: bytes, path: str) -> About:
    properties = dict(core_properties(data))
    written = properties.get("modified") or properties.get("created") or ""
    try:
        date = dt.date.fromisoformat(written[:10])
    except ValueError:
        date = None
    return About(path, PurePath(path).stem, date=date)
