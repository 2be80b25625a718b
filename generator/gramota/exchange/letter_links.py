"""Links between documents that are imported together: kept at reading, led to letters once these have names."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from os.path import relpath
from posixpath import dirname
from urllib.parse import quote, unquote

from gramota.course.markdown.links import find_anchors
from gramota.course.names import shorten
from gramota.errors import Problem, Where
from gramota.exchange.draft import ControlDraft, Found, LetterDraft, Question

_MARK = "gramota.imported/"
_LINK = re.compile(
    rf"\[(?P<text>(?:[^\[\]]|\[[^\[\]]*\])*)\]\((?P<open><?){_MARK}(?P<line>\d+)/(?P<column>\d+)/(?P<file>[^/#\s>)]*)"
    r"(?:#(?P<anchor>[^\s>)]*))?(?P<title>[^()]*)\)"
)


@dataclass(frozen=True)
class NamedLetter:
    """A letter that is imported, with the name that it gets."""

    id: str
    draft: LetterDraft

    def section(self, anchor: str) -> str:
        """Return what the anchor is called in the letter: a section's id, an id in its text, or nothing."""
        wanted = unquote(anchor).lower()
        found = (section.id for section in self.draft.sections if wanted in {section.id, _slug(section.title)})
        inside = (each for section in self.draft.sections for each in find_anchors(section.body) if each == wanted)
        return next(found, "") or next(inside, "")


def kept_link(file: str, anchor: str, where: Where) -> str:
    """Return the address of a link to a place of this file, until the file's letter has a name."""
    return f"{_MARK}{where.line}/{where.column}/{quote(file, safe='')}" + (f"#{anchor}" if anchor else "")


def with_links(found: Found, own: NamedLetter, path: str, letters: Mapping[str, NamedLetter]) -> Found:
    """Return what was found in the file at this path, its links leading to letters by the files they were read from.

    What leads to none of them is text again, which is told.
    """
    linker = _Linker(own, path, letters)
    sections = tuple(replace(section, body=linker.text(section.body)) for section in own.draft.sections)
    questions = tuple(_asked(question, linker.text) for question in found.questions)
    letter = replace(own.draft, sections=sections)
    return replace(found, letter=letter, questions=questions, problems=(*found.problems, *linker.problems))


def _asked(question: Question, change: Callable[[str], str]) -> Question:
    asked = question.asked
    return (
        replace(question, asked=replace(asked, prompt=change(asked.prompt)))
        if isinstance(asked, ControlDraft)
        else question
    )


@dataclass
class _Linker:
    own: NamedLetter
    path: str
    letters: Mapping[str, NamedLetter]
    problems: list[Problem] = field(default_factory=list)

    def text(self, markdown: str) -> str:
        """Return the text with its links in place."""
        return _LINK.sub(self._linked, markdown)

    def _linked(self, link: re.Match[str]) -> str:
        address = "".join(self._address(link))
        return f"[{link['text']}]({link['open']}{address}{link['title']})" if address else link["text"]

    def _address(self, link: re.Match[str]) -> Iterator[str]:
        file, anchor = unquote(link["file"]), link["anchor"] or ""
        letter = self.letters.get(file)
        section = letter.section(anchor) if letter and anchor else ""
        if letter and letter.id != self.own.id:
            yield relpath(f"{letter.id}.yml", dirname(self.own.id) or ".").replace("\\", "/")
        if section:
            yield f"#{section}"
        elif letter is None or anchor or letter.id == self.own.id:
            is_lost = letter is None or letter.id == self.own.id
            self._tell("G448.nowhere" if is_lost else "G448.section", link, file)

    def _tell(self, code: str, link: re.Match[str], file: str) -> None:
        where = Where(self.path, int(link["line"]), int(link["column"]))
        name = re.split(r"[/\\]", file)[-1]
        self.problems.append(
            Problem.at(where, code, found=shorten(f"{name}#{link['anchor']}" if link["anchor"] else name))
        )


def _slug(title: str) -> str:
    """As GitHub and MkDocs make them of headings."""
    return re.sub(r"\s", "-", re.sub(r"[^\w\- ]", "", title.strip().lower()))
