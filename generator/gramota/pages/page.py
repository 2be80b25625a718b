"""A page: Markdown that any MkDocs-like engine can build."""

from dataclasses import dataclass

import yaml


@dataclass(frozen=True)
class Page:
    """One page; `path` is its source path below the docs folder, `markdown` has its front matter."""

    path: str
    title: str
    lang: str
    markdown: str
    is_interactive: bool = False


def front_matter(title: str, description: str = "") -> str:
    """Return the YAML head of a page."""
    head = {"title": title, "description": " ".join(description.split())}
    filled = {key: value for key, value in head.items() if value}
    return f"---\n{yaml.safe_dump(filled, allow_unicode=True, sort_keys=False, width=10_000)}---\n"
