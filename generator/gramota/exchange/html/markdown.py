"""A tree of HTML as Markdown of the letters' kind: lists indented by four, tables with bars, hardly any HTML."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import groupby

from gramota.exchange.html.table import grid_of, table_lines
from gramota.exchange.html.tree import Tag, is_inline
from gramota.exchange.markdown.plain_markdown import escape_begin, escape_inside

_MARKS = {"strong": "**", "b": "**", "em": "*", "i": "*"}
_KEPT = frozenset({"sub", "sup", "del", "mark", "kbd"})
_FOOTNOTE = re.compile(r"#(foot|end)note-(\d+)")
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
        write = _BLOCK_WRITERS.get(tag.name)
        return self._with_footnotes(write(self, tag), tag) if write else self.blocks(tag)

    def _lines(self, tag: Tag) -> list[str]:
        """Return a paragraph, which other programs may have filled with blocks."""
        has_blocks = any(not _is_part_of_line(child) for child in tag.children)
        return self.blocks(tag) if has_blocks else self._paragraph(tag.children)

    def _lists(self, tag: Tag) -> list[str]:
        return [self._list(tag)]

    def _heading(self, tag: Tag) -> list[str]:
        return [f"#### {escape_inside(tag.text)}"] if tag.text else []

    def _code(self, tag: Tag) -> list[str]:
        return [_fenced(tag.raw_text)]

    def _quote(self, tag: Tag) -> list[str]:
        return ["\n".join(f"> {line}".rstrip() for line in "\n\n".join(self.blocks(tag)).split("\n"))]

    def _nothing(self, _: Tag) -> list[str]:
        return []

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
        if part.name in _VOID_WRITERS:
            return _VOID_WRITERS[part.name](self, part)
        inside = "".join(map(self._inline, part.children))
        if part.name in _MARKS:
            return _marked(inside, _MARKS[part.name])
        if part.name == "a":
            return self._link(part, inside)
        return self._kept(part, inside) if part.name in _KEPT and part.text else inside

    def _break(self, _: Tag) -> str:
        return "<br>"

    def _code_inside(self, tag: Tag) -> str:
        return _code(tag.text)

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
            return f"[^{_label(found, tag)}]" if found[0][1:] in self.footnotes else ""
        if not _ADDRESS.fullmatch(address) or not tag.text:
            return inside
        address = address.replace("(", "%28").replace(")", "%29")
        return f"<{address}>" if tag.text == address and "@" not in address else f"[{inside.strip()}]({address})"

    def _list(self, tag: Tag) -> str:
        number = first_number(tag)
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
        links = ((link, _FOOTNOTE.fullmatch(link.attributes.get("href", ""))) for link in tag.find("a"))
        named = {found[0][1:]: _label(found, link) for link, found in links if found}
        notes = ((label, self.footnotes[name]) for name, label in named.items() if name in self.footnotes)
        return [*written, *(f"[^{label}]: {self.line([note.text])}" for label, note in notes)]


def _is_part_of_line(child: Tag | str) -> bool:
    return isinstance(child, str) or (
        is_inline(child) and not any(not is_inline(each) for each in child.find(*_BLOCKS))
    )


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


def first_number(tag: Tag) -> int:
    """Return the number of a list's first entry."""
    start = tag.attributes.get("start", "1")
    return int(start) if start.isdigit() and len(start) < 5 else 1


def _label(found: re.Match[str], link: Tag) -> str:
    """Return the number that readers see; footnotes and endnotes are numbered apart."""
    number = re.sub(r"\D", "", link.text) or found[2]
    return number if found[1] == "foot" else f"e{number}"


# Which of its own methods writes an element: inside a line, and as a block.
_VOID_WRITERS: dict[str, Callable[[MarkdownWriter, Tag], str]] = {
    "br": MarkdownWriter._break,  # noqa: SLF001
    "code": MarkdownWriter._code_inside,  # noqa: SLF001
    "img": MarkdownWriter._picture,  # noqa: SLF001
    "samp": MarkdownWriter._code_inside,  # noqa: SLF001
}
_BLOCK_WRITERS: dict[str, Callable[[MarkdownWriter, Tag], list[str]]] = {
    **dict.fromkeys(("p", "dt", "figcaption", "caption"), MarkdownWriter._lines),  # noqa: SLF001
    **dict.fromkeys(("ul", "ol"), MarkdownWriter._lists),  # noqa: SLF001
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), MarkdownWriter._heading),  # noqa: SLF001
    "blockquote": MarkdownWriter._quote,  # noqa: SLF001
    "hr": MarkdownWriter._nothing,  # noqa: SLF001
    "pre": MarkdownWriter._code,  # noqa: SLF001
    "table": MarkdownWriter._table,  # noqa: SLF001
}
