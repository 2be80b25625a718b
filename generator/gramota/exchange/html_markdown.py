"""A tree of HTML as Markdown of the letters' kind: lists indented by four, tables with bars, no HTML where it can be."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import groupby

from gramota.exchange.html_table import grid_of, table_lines
from gramota.exchange.html_tree import Tag, is_inline
from gramota.exchange.plain_markdown import escape_begin, escape_inside

_MARKS = {"strong": "**", "b": "**", "em": "*", "i": "*"}
_KEPT = frozenset({"sub", "sup", "del", "mark", "kbd"})
_FOOTNOTE = re.compile(r"#(?:foot|end)note-(\d+)")
_ADDRESS = re.compile(r"(?:https?://|mailto:|tel:)[^\s<>\"]+", re.IGNORECASE)


@dataclass
class MarkdownWriter:
    """Writes Markdown; `picture` gives the path of a picture by its address, empty where it is left out."""

    picture: Callable[[str, str], str]
    footnotes: dict[str, Tag] = field(default_factory=dict)
    has_merged_cells: bool = False

    def blocks(self, parent: Tag) -> list[str]:
        """Return the paragraphs, lists and tables in the element."""
        written: list[str] = []
        for is_line, group in groupby(parent.children, _is_part_of_line):
            children = list(group)
            if is_line:
                written += self._paragraph(children)
            else:
                written += [text for child in children if isinstance(child, Tag) for text in self.block(child)]
        return [text for text in written if text.strip()]

    def block(self, tag: Tag) -> list[str]:
        """Return what one block is in Markdown."""
        match tag.name:
            case "p" | "dt" | "figcaption" | "caption":
                return self._with_footnotes(self.blocks_of_line(tag), tag)
            case "ul" | "ol":
                return self._with_footnotes([self._list(tag)], tag)
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                return [f"#### {escape_inside(tag.text)}"] if tag.text else []
            case "table":
                return self._with_footnotes(self._table(tag), tag)
            case "pre":
                return [_fenced("".join(tag._texts()))]  # noqa: SLF001 - the text as it is, line breaks and all
            case "blockquote":
                return ["\n".join(f"> {line}".rstrip() for line in "\n\n".join(self.blocks(tag)).split("\n"))]
            case "hr":
                return []
        return self.blocks(tag)

    def blocks_of_line(self, tag: Tag) -> list[str]:
        """Return a paragraph, which other programs may have filled with blocks."""
        return self.blocks(tag) if any(not _is_part_of_line(child) for child in tag.children) else self._paragraph(
            tag.children
        )

    def items(self, tag: Tag) -> list[str]:
        """Return each entry of a list as Markdown of its own."""
        return [text for item in tag.tags("li") if (text := "\n\n".join(self.blocks(item)))]

    def line(self, parts: list[Tag | str]) -> str:
        """Return what stands in one line; `<br>` stays."""
        text = "".join(map(self._inline, parts))
        text = re.sub(r"(?<!\\)\*{4}(?=\S)", "", re.sub(r"\*\*([ \t]*)\*\*(?=\S)", r"\1", text))
        return re.sub(r"[ \t\r\f\v]+", " ", text).strip()

    def _paragraph(self, parts: list[Tag | str]) -> list[str]:
        lines = [line.strip() for line in self.line(parts).split("<br>")]
        while lines and not lines[-1]:
            lines.pop()
        text = "<br>\n".join(escape_begin(line) for line in lines)
        return [text] if text.strip() else []

    def _inline(self, part: Tag | str) -> str:
        if isinstance(part, str):
            return escape_inside(re.sub(r"\s+", " ", part.replace("\N{SOFT HYPHEN}", "").replace("\u200b", "")))
        inside = lambda: "".join(map(self._inline, part.children))  # noqa: E731 - read only where it is wanted
        match part.name:
            case "br":
                return "<br>"
            case "img":
                return self._picture(part)
            case "a":
                return self._link(part, inside())
            case "code" | "samp":
                return _code(part.text)
        if part.name in _MARKS:
            return _marked(inside(), _MARKS[part.name])
        if part.name in _KEPT and part.text:
            return self._kept(part, inside())
        return inside()

    def _kept(self, part: Tag, inside: str) -> str:
        """Footnotes come as a raised link; that is no raised text to Markdown."""
        is_footnote = any(_FOOTNOTE.fullmatch(link.attributes.get("href", "")) for link in part.find("a"))
        return inside if is_footnote else f"<{part.name}>{inside}</{part.name}>"

    def _picture(self, tag: Tag) -> str:
        alt = " ".join(tag.attributes.get("alt", "").split())
        path = self.picture(tag.attributes.get("src", ""), alt)
        return f"![{escape_inside(alt)}]({path})" if path else escape_inside(alt)

    def _link(self, tag: Tag, inside: str) -> str:
        address = tag.attributes.get("href", "").strip()
        if found := _FOOTNOTE.fullmatch(address):
            return f"[^{found[1]}]" if f"footnote-{found[1]}" in self.footnotes else ""
        if not _ADDRESS.fullmatch(address) or not tag.text:
            return inside
        address = address.replace("(", "%28").replace(")", "%29")
        return f"<{address}>" if tag.text == address and "@" not in address else f"[{inside.strip()}]({address})"

    def _list(self, tag: Tag) -> str:
        start = tag.attributes.get("start", "1")
        number = int(start) if start.isdigit() and len(start) < 5 else 1
        written = []
        for item in self.items(tag):
            mark = f"{number}. " if tag.name == "ol" else "- "
            written.append(mark + item.replace("\n", "\n    ").replace("\n    \n", "\n\n"))
            number += 1
        has_paragraphs = any("\n\n" in text and not re.search(r"\n\n +(?:-|\d+\.) ", text) for text in written)
        return re.sub(r"\n\n( +(?:-|\d+\.) )", r"\n\1", ("\n\n" if has_paragraphs else "\n").join(written))

    def _table(self, tag: Tag) -> list[str]:
        grid = grid_of(tag)
        self.has_merged_cells |= grid.has_merged_cells
        cells = [[self._cell(cell) for cell in row] for row in grid.rows]
        if max((len(row) for row in cells), default=0) < 2:
            return [text for row in grid.rows for cell in row if cell for text in self.blocks(cell)]
        return ["\n".join(table_lines(cells))]

    def _cell(self, cell: Tag | None) -> str:
        text = "<br>".join(block.replace("\n", "<br>") for block in self.blocks(cell)) if cell else ""
        return re.sub(r"(?:<br>)+", "<br>", text).replace("|", "\\|")

    def _with_footnotes(self, written: list[str], tag: Tag) -> list[str]:
        """Add the footnotes that this block names, for a section shows its own."""
        names = [found[1] for link in tag.find("a") if (found := _FOOTNOTE.fullmatch(link.attributes.get("href", "")))]
        notes = ((name, self.footnotes.get(f"footnote-{name}")) for name in dict.fromkeys(names))
        return [*written, *(f"[^{name}]: {self.line([note.text])}" for name, note in notes if note)]


def _is_part_of_line(child: Tag | str) -> bool:
    return isinstance(child, str) or (is_inline(child) and not any(not is_inline(each) for each in child.find(*_BLOCKS)))


_BLOCKS = ("p", "ul", "ol", "table", "pre", "blockquote", "div", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "dl")


def _marked(text: str, mark: str) -> str:
    """Put marks around a text, its outer blanks and line breaks outside."""
    found = re.fullmatch(r"((?:\s|<br>)*)(.*?)((?:\s|<br>)*)", text, re.DOTALL)
    if not found or not found[2]:
        return text
    inner = found[2]
    if inner.startswith(mark) and inner.endswith(mark) and mark == "**":
        return text
    return found[1] + mark + inner.replace("<br>", f"{mark}<br>{mark}") + mark + found[3]


def _code(text: str) -> str:
    marks = "``" if "`" in text else "`"
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{marks}{pad}{text}{pad}{marks}" if text else ""


def _fenced(text: str) -> str:
    marks = "`" * max(3, *(len(found) + 1 for found in re.findall("`+", text)), 3)
    return f"{marks}\n{text.strip(chr(10))}\n{marks}" if text.strip() else ""

