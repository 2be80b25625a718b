"""Pages that stand elsewhere in a plain project, with every link to them and from them.

Where an address is a folder, Zensical takes addresses in HTML for those of the file and MkDocs for those of the folder.
Both agree on index.md, so a control sheet becomes one; its address on the site stays.
"""

import re
from collections.abc import Iterable, Mapping
from posixpath import dirname, join, normpath, relpath
from typing import Any

from gramota.course.markdown.links import find_links

_ENDING = ".md"
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|[/#?]", re.IGNORECASE)


def moved_to_folders(paths: Iterable[str]) -> dict[str, str]:
    """Return the new paths of those pages that are no index of their folder."""
    others = (path for path in paths if path.endswith(_ENDING) and not path.endswith("/index.md"))
    return {path: f"{path.removesuffix(_ENDING)}/index.md" for path in others}


def with_moved_links(markdown: str, path: str, moved: Mapping[str, str]) -> str:
    """Return the Markdown of the page at this path with relative links that are right after the move."""
    parts, written = [], 0
    for link in find_links(markdown):
        target = _moved_target(link.target, path, moved)
        if target != link.target:
            parts += [markdown[written : link.start], target]
            written = link.end
    return "".join([*parts, markdown[written:]])


def moved_nav(entries: Any, moved: Mapping[str, str]) -> Any:  # noqa: ANN401 - MkDocs' nav is nested lists, mappings and strings
    """Return the navigation with the new paths."""
    if isinstance(entries, dict):
        return {title: moved_nav(value, moved) for title, value in entries.items()}
    if isinstance(entries, list):
        return [moved_nav(entry, moved) for entry in entries]
    return moved.get(entries, entries) if isinstance(entries, str) else entries


def _moved_target(target: str, path: str, moved: Mapping[str, str]) -> str:
    if not target or _ELSEWHERE.match(target):
        return target
    file, mark, section = target.partition("#")
    found = normpath(join(dirname(path), file))
    if found not in moved and path not in moved:
        return target
    return f"{relpath(moved.get(found, found), dirname(moved.get(path, path)) or '.')}{mark}{section}"
