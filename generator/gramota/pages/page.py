"""A page: Markdown that any MkDocs-like engine can build."""

from dataclasses import dataclass
from html import escape

import yaml

from gramota.quiz import PageKind


@dataclass(frozen=True)
class Page:
    """One page; `path` is its source path below the docs folder, `markdown` has its front matter.

    All of them need the script of their kind, and some the rubric's too.
    """

    path: str
    lang: str
    markdown: str
    kind: PageKind = PageKind.LETTER
    needs_rubric: bool = False


def front_matter(title: str, description: str = "") -> str:
    """Return the YAML head of a page, its texts escaped: the themes print them as they are."""
    head = {"title": escape(title, quote=False), "description": escape(" ".join(description.split()))}
    filled = {key: value for key, value in head.items() if value}
    return f"---\n{yaml.safe_dump(filled, allow_unicode=True, sort_keys=False, width=10_000)}---\n"
