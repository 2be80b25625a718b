"""Texts of question banks, which say in what format they are, as Markdown that is safe in a quiz."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape
from types import MappingProxyType

from gramota.errors import Problem, Where
from gramota.exchange.banks.pictures import QuestionPictures
from gramota.exchange.banks.xml_tree import Element
from gramota.exchange.html.markdown import MarkdownWriter
from gramota.exchange.html.tree import read_html
from gramota.exchange.markdown.plain_markdown import escape_line
from gramota.exchange.markdown.safe_markdown import make_safe, without_control

_HAS_TAGS = re.compile(r"</?[a-zA-Z][^<>]*>|&(?:#\d+|#x[\da-f]+|[a-z]+\d?);", re.IGNORECASE)
_NO_FILES: Mapping[str, Element] = MappingProxyType({})
_STRANGE = re.compile(r"\$\$?[^$\n]*\\[^$\n]*\$|\\\(|\\\[")


@dataclass
class RichText:
    """Turns the texts of one question into Markdown, and collects what of them is lost."""

    where: Where
    name: str
    problems: list[Problem] = field(default_factory=list)
    pictures: QuestionPictures | None = None
    _files: Mapping[str, Element] = field(default_factory=dict)

    def markdown(self, text: str, form: str = "", files: Mapping[str, Element] = _NO_FILES) -> str:
        """Return the text as Markdown; `form` is html, markdown, plain, or empty for Moodle's own mixture.

        `files` are those that come with the text, by their paths.
        """
        text, self._files = without_control(text), files
        if form == "markdown":
            placed = self.pictures.in_markdown(text, files) if self.pictures else text
            written, mended = make_safe(placed.strip())
            self._tell("G442.markup", is_so=bool(mended))
        elif form == "html" or (form != "plain" and _HAS_TAGS.search(text)):
            written = self._from_html(text if form == "html" else _with_breaks(text))
        else:
            written = "<br>\n".join(escape_line(line.strip()) for line in text.strip().split("\n") if line.strip())
        self._tell("G442.formula", is_so=bool(_STRANGE.search(text)))
        return make_safe(written)[0]

    def plain(self, text: str, form: str = "") -> str:
        """Return the text in one line without any marks, for answers that people type."""
        text = without_control(text)
        if form != "plain" and _HAS_TAGS.search(text):
            return read_html(text).text
        return " ".join(text.split())

    def _from_html(self, html: str) -> str:
        self._tell(
            "G442.markup",
            is_so=re.search(r"<(?:script|iframe|object|embed|form|video|audio|svg)\b", html, re.I) is not None,
        )
        writer = MarkdownWriter(self._picture)
        return "\n\n".join(writer.blocks(read_html(html)))

    def _picture(self, source: str, alt: str) -> str:
        name = self.pictures.kept(source, alt, self._files) if self.pictures else None
        self._tell("G442.picture", is_so=name is None)
        return name or ""

    def _tell(self, code: str, *, is_so: bool) -> None:
        problem = Problem.at(self.where, code, name=self.name)
        if is_so and problem not in self.problems:
            self.problems.append(problem)


def _with_breaks(text: str) -> str:
    """Moodle's own format is HTML in which the ends of lines count."""
    is_whole = re.search(r"<(?:p|br|div|li|table|h[1-6])\b", text, re.IGNORECASE)
    return text if is_whole else text.strip().replace("\n", "<br>")


def first_words(text: str) -> str:
    """Return a text's first line, for whoever looks for the question."""
    return _untagged(text).strip().split("\n")[0]


def without_tags(text: str) -> str:
    """Return the whole text in one line, for whoever looks for the question."""
    return " ".join(_untagged(text).split())


def _untagged(text: str) -> str:
    return unescape(_HAS_TAGS.sub(" ", text))
