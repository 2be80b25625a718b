"""A tree of HTML as the blocks of a document."""

import re
from collections.abc import Iterator

from gramota.exchange.blocks import Block
from gramota.exchange.html.markdown import MarkdownWriter, first_number
from gramota.exchange.html.tree import Tag

_LONGEST_BOLD = 150
_HEADINGS = {f"h{level}": level for level in range(1, 7)}


def read_blocks(root: Tag, writer: MarkdownWriter) -> list[Block]:
    """Return the document's blocks in order."""
    return [*_blocks(root, writer)]


def _blocks(root: Tag, writer: MarkdownWriter) -> Iterator[Block]:
    for child in root.children:
        if isinstance(child, str):
            if child.strip():
                yield Block("text", writer.line([child]), " ".join(child.split()))
            continue
        yield from _of_tag(child, writer)


def _of_tag(tag: Tag, writer: MarkdownWriter) -> Iterator[Block]:
    if tag.name in _HEADINGS and tag.text:
        yield Block("heading", writer.line(tag.children), tag.text, level=_HEADINGS[tag.name])
        yield from (Block("text", text, "") for text in _pictures(tag, writer))
    elif tag.name == "p" and tag.attributes.get("class") == "title" and tag.text:
        yield Block("title", writer.line(tag.children), tag.text)
    elif _is_numbered_heading(tag):
        title = f"{first_number(tag)}. {tag.text}"
        yield Block("text", f"**{title}**", title, is_bold=True)
    elif tag.name in {"ul", "ol"}:
        for text in writer.block(tag):
            yield Block("list", text, tag.text, items=tuple(writer.items(tag)))
    elif tag.name == "table":
        yield from _of_table(tag, writer)
    else:
        texts = writer.block(tag) if tag.name != "root" else writer.blocks(tag)
        for text in texts:
            yield Block("text", text, _plain(text, tag, texts), is_bold=len(texts) == 1 and _is_bold_line(tag))


def _of_table(tag: Tag, writer: MarkdownWriter) -> Iterator[Block]:
    for text in writer.block(tag):
        is_table = text.startswith("|")
        rows = tuple(row for number, row in enumerate(text.split("\n")) if number != 1) if is_table else ()
        yield Block("table" if is_table else "text", text, " ".join(text.split()), items=rows)


def _pictures(tag: Tag, writer: MarkdownWriter) -> list[str]:
    return [writer.line([picture]) for picture in tag.find("img")]


def _plain(text: str, tag: Tag, texts: list[str]) -> str:
    return tag.text if len(texts) == 1 else " ".join(re.sub(r"[*\\]", "", text).split())


def _is_bold_line(tag: Tag) -> bool:
    """Whether the paragraph is a line in bold and nothing else, and reads as a heading."""
    text = tag.text
    is_heading_like = bool(text) and len(text) <= _LONGEST_BOLD and not text.endswith((".", ";", ",", ":"))
    return is_heading_like and tag.name == "p" and _is_all_bold(tag) and not any(tag.find("img", "br"))


def _is_all_bold(tag: Tag) -> bool:
    return all(
        (isinstance(child, str) and not child.strip())
        or (isinstance(child, Tag) and (child.name in {"strong", "b"} or not child.text or _is_all_bold(child)))
        for child in tag.children
    )


def _is_numbered_heading(tag: Tag) -> bool:
    """Whether a list has a single entry, all bold: so documents without styles number their headings."""
    if tag.name != "ol":
        return False
    items = [*tag.tags("li")]
    return len(items) == 1 and not any(items[0].find("ul", "ol", "table", "img")) and _is_bold_item(items[0])


def _is_bold_item(item: Tag) -> bool:
    text = item.text
    return bool(text) and len(text) <= _LONGEST_BOLD and not text.endswith((".", ";", ",", ":")) and _is_all_bold(item)
