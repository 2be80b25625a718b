"""Reads the guides: their blocks, their tables and their headings, so that tests can try what they say."""

import html
import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from tests.built_site.building import ROOT

GUIDE = ROOT / "docs/guide"
LANGUAGES = ("en", "ru")
PAGES = ("author", "employee", "many-answers", "personal-data", "phrases", "trainer")

_FENCE = re.compile(
    r'^ *```(?P<kind>\w+)(?: title="(?P<title>[^"]+)")?\n(?P<text>.*?)^ *```$', re.MULTILINE | re.DOTALL
)
_NAMED = re.compile(r"#\s*(?P<path>[\w./-]+\.yml)\n")
_CODE = re.compile(r"`([^`]+)`|<code>(.+?)</code>")


@dataclass(frozen=True)
class Block:
    """A fenced block; `path` is the file that it shows whole, empty where it shows a part of one."""

    kind: str
    path: str
    text: str
    line: int


def page_text(lang: str, page: str) -> str:
    return (GUIDE / lang / f"{page}.md").read_text(encoding="utf-8")


def blocks(text: str, kind: str) -> list[Block]:
    """Return the page's fenced blocks of a kind, in order."""
    return [_block(found, text) for found in _FENCE.finditer(text) if found["kind"] == kind]


def fragments(lang: str) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield the YAML parts of files that the guides show, each with the place where it stands."""
    for page in PAGES:
        for block in blocks(page_text(lang, page), "yaml"):
            if not block.path:
                yield f"{lang}/{page}.md:{block.line}", yaml.safe_load(block.text)


def whole_files(lang: str) -> dict[str, str]:
    """Return the files that the author's and the trainer's guide show whole, by their paths."""
    pages = [page_text(lang, page) for page in ("author", "trainer")]
    shown = [block for text in pages for kind in ("yaml", "csv", "json") for block in blocks(text, kind)]
    return {block.path: block.text for block in shown if block.path}


def headings(text: str) -> list[tuple[int, str]]:
    """Return the level and the text of every heading."""
    plain = _FENCE.sub("", text)
    return [(len(marks), title) for marks, title in re.findall(r"^(#+) (.+)$", plain, re.MULTILINE)]


def tables(text: str) -> list[list[list[str]]]:
    """Return every table as rows of cells, the heading row first and without the ruling row."""
    found = re.findall(r"(?:^\|.*\|\n)+", text, re.MULTILINE)
    return [[_cells(row) for row in table.splitlines() if not re.fullmatch(r"[| :-]+", row)] for table in found]


def code_of(cell: str) -> str:
    """Return what a cell says in code, or its whole text where it has none."""
    found = _CODE.search(cell)
    return (found[1] or html.unescape(found[2])) if found else cell


def commands(text: str) -> list[str]:
    """Return the command lines that readers are told to type."""
    return [command for command, _ in sessions(text)]


def sessions(text: str) -> list[tuple[str, str]]:
    """Return each command line with the output that is shown below it, empty where none is."""
    typed = "".join(textwrap.dedent(block.text) for block in blocks(text, "console"))
    return [(command, output) for command, output in re.findall(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", typed, re.MULTILINE)]


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.strip("|").split("|")]


def _block(found: re.Match[str], text: str) -> Block:
    named = _NAMED.match(found["text"])
    path = found["title"] or (named["path"] if named else "")
    return Block(found["kind"], path, found["text"], text.count("\n", 0, found.start()) + 1)


def example_project(lang: str, folder: Path) -> Path:
    """Write the guide's whole files into a folder, and return it."""
    for path, text in whole_files(lang).items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder
