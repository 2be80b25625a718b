"""The pages that authors write by hand beside the letters, as far as links lead to them and from them."""

import os
import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

from gramota.course.files.folder import shown_path
from gramota.course.markdown.code_in_markdown import without_code
from gramota.course.markdown.links import Link, find_all_links, find_anchors
from gramota.course.yaml_files.page_head import find_escaped_in_head
from gramota.course.yaml_files.unseen_signs import TURNING, code_point, find_turning_codes, named_by_code
from gramota.errors import Problem, Where

_ENDINGS = (".md", ".markdown")
_MAX_BYTES = 1_000_000
# Parts of such a page come from elsewhere when it is built: macros, snippets, the documentation of a program.
_PUT_IN_LATER = re.compile(r"\{\{|\{%|--8<--|^::: ", re.MULTILINE)
_TURNED = re.compile(rf"({TURNING.pattern}).*")
_NUMBERED = re.compile(r"_\d+$")


class OwnPage(NamedTuple):
    """A page by hand; `inside` is its path below the docs folder."""

    path: Path
    inside: str
    text: str

    def problem(self, link: Link, code: str, **values: str) -> Problem:
        """Return a problem of one of its links, with the line in which it stands."""
        return self._problem_of(link.start, link.target, code, **values)

    def unseen(self) -> Iterator[Problem]:
        """Yield a problem for each line that turns the direction of reading, and each number of HTML that does.

        Escapes in the YAML at the page's head may hide such characters, and others that no page can show.
        """
        for turned in _TURNED.finditer(self.text):
            yield self._problem_of(turned.start(), turned[1], "G004.direction", character=code_point(turned[1]))
        for sign, start, written in find_escaped_in_head(self.text):
            yield self._problem_of(start, written, "G004.escaped", character=code_point(sign))
        for found in find_turning_codes(without_code(self.text) if "&#" in self.text else ""):
            sign = code_point(named_by_code(found))
            yield self._problem_of(found.start(), found[0], "G004.escaped", character=sign)

    def _problem_of(self, start: int, written: str, code: str, **values: str) -> Problem:
        before = self.text[:start]
        line = before.count("\n") + 1
        column = start - before.rfind("\n")
        shown = self.text.split("\n")[line - 1].rstrip("\r")
        problem = Problem.at(Where(shown_path(self.path), line, column), code, **values)
        return problem.showing(shown).until(min(column + len(written), len(shown) + 1))

    def links(self) -> tuple[Link, ...]:
        """Return its links on this site."""
        return links_of_own_page(self.text)


class Anchors:
    """What links can lead to within a page by hand."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def known(self) -> tuple[str, ...]:
        """The ids of the page, each once."""
        return _anchors_of_own_page(self._text)

    @cached_property
    def _is_open(self) -> bool:
        return bool(_PUT_IN_LATER.search(self._text))

    def has(self, anchor: str) -> bool:
        """Whether the page has this id, as far as it can be known before the page is built."""
        # A heading like an earlier one gets a number, and one whose letters the author's settings drop nothing else.
        return self._is_open or anchor in self.known or _NUMBERED.sub("", anchor) in {"", *self.known}


@lru_cache(maxsize=1 << 10)
def links_of_own_page(text: str) -> tuple[Link, ...]:
    """Return the links of such a page: a build asks to check them and to make the page, and the next build again."""
    return tuple(find_all_links(text))


@lru_cache(maxsize=1 << 10)
def _anchors_of_own_page(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(find_anchors(text)))


def find_own_pages(docs: Path) -> Iterator[OwnPage]:
    """Yield the readable pages of the docs folder, without hidden ones, which are not published."""
    for place, folders, names in os.walk(docs):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(place, name)
            if name.endswith(_ENDINGS) and not name.startswith(".") and (text := read_page(path)) is not None:
                yield OwnPage(path, path.relative_to(docs).as_posix(), text)


def read_page(path: Path) -> str | None:
    """Return the page's text; None for what is no page of text, which the site's engine tells."""
    try:
        return path.read_bytes().decode("utf-8-sig") if path.stat().st_size <= _MAX_BYTES else None
    except (OSError, ValueError):
        return None
