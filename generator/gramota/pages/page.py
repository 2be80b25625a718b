"""A page: Markdown that any MkDocs-like engine can build, and HTML blocks of ours to put into it.

Markdown takes an HTML block as it is, and long to find out where it ends; so an engine that lets us puts blocks in
afterwards.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from html import escape
from typing import Self

from gramota.pages.markup import sanitize
from gramota.quiz import PageKind


@dataclass(frozen=True)
class Page:
    """One page; `path` is its source path below the docs folder, `markdown` has its front matter.

    In the Markdown a place stands for each of the blocks. All pages need the script of their kind, and some the
    rubric's too.
    """

    path: str
    lang: str
    markdown: str
    kind: PageKind = PageKind.LETTER
    needs_rubric: bool = False
    blocks: Mapping[str, str] = field(default_factory=dict)

    def whole_markdown(self) -> str:
        """Return the Markdown with the blocks in it."""
        return _filled(self.markdown, self.blocks)

    def safe_html(self, html: str) -> str:
        """Return what an engine has made of the Markdown, sanitised, with the blocks in it, which are already."""
        return _filled(sanitize(html), self.blocks)

    def without_text(self) -> Self:
        """Return what is known of the page without its text."""
        return replace(self, markdown="", blocks={})

    def with_languages(self, html: str) -> Self:
        """Return the page with these links to other languages."""
        return replace(self, blocks={**self.blocks, LANGUAGES: html})

    def sanitized(self) -> Self:
        """Return the page with its blocks sanitised; its Markdown is when it has become HTML."""
        return replace(self, blocks={name: sanitize(block) for name, block in self.blocks.items()})


_PLACE = re.compile(r'<div data-gramota-place="([0-9a-f]{16})"></div>')


LANGUAGES = "0" * 16
"""The place of links to other languages, which are known when all letters are."""


class Blocks:
    """The blocks of a page that is being rendered: each is exchanged for a place, which Markdown lets pass."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {LANGUAGES: ""}

    @property
    def languages(self) -> str:
        """What stands for the links to other languages."""
        return _place_of(LANGUAGES)

    def place(self, html: str) -> str:
        """Keep the block, and return what stands for it."""
        html = html.strip()
        name = hashlib.sha256(html.encode()).hexdigest()[:16]
        self.kept[name] = html
        return _place_of(name)


def _place_of(name: str) -> str:
    return f'<div data-gramota-place="{name}"></div>'


def _filled(text: str, blocks: Mapping[str, str]) -> str:
    """Return the text with the blocks in their places; what looks like a place of another text stays."""
    return _PLACE.sub(lambda place: blocks.get(place[1], place[0]), text)


def front_matter(title: str, description: str = "") -> str:
    """Return the YAML head of a page, its texts escaped: the themes print them as they are."""
    head = {"title": escape(title, quote=False), "description": escape(" ".join(description.split()))}
    # A text in JSON is one in YAML.
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in head.items() if value)
    return f"---\n{''.join(lines)}---\n"


def letter_pages(pages: Mapping[str, Page]) -> frozenset[str]:
    """Return the paths of the pages of letters, control sheets among them and groups not."""
    return frozenset(path for path, page in pages.items() if page.kind is not PageKind.HOME)
