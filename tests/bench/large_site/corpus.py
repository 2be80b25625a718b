"""Real text in pieces: paragraphs, lists and tables of two company handbooks in English, and of the shipped letter."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from gramota.course import load_course

_HEADING = re.compile(r"^#{1,6}\s+(.*?)\s*#*$")
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_CODE = re.compile(r"^(```|~~~).*?^\1", re.DOTALL | re.MULTILINE)
_PICTURE = re.compile(r"!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])")
_INNER_LINK = re.compile(r"\[([^\]]*)\]\((?!https?://)[^)]*\)|\[([^\]]*)\]\[[^\]]*\]")
# What letters refuse, or what means something that was cut off: HTML, templates, notes, attributes, references.
_UNUSABLE = re.compile(r"[<{]|^\s*\[[^\]]*\]:|^!!!|^:::|^    |\[\^", re.MULTILINE)
_SENTENCE = re.compile(r"[A-ZА-Я][^.!?*_`\[\]|()\n:«»\"“”]{30,180}[.!?](?=\s|$)")
_DENIAL = re.compile(r"\b(?:no|not|never|n't|не|ни|нет|нельзя)\b|n['’]t\b", re.IGNORECASE)


@dataclass(frozen=True)
class Corpus:
    """A language's headings, pieces of Markdown, and whole sentences to ask about; each in the order of its source."""

    lang: str
    headings: Sequence[str]
    pieces: Sequence[str]
    sentences: Sequence[str]


@cache
def handbooks(root: Path) -> Corpus:
    """Return the English text, from ../shared/corpora/handbooks."""
    paths = sorted((root.parent / "shared/corpora/handbooks").rglob("*.md"))
    texts = [path.read_text(encoding="utf-8") for path in paths if "LICENSE" not in path.name]
    headings, pieces = [*_headings(texts)], [piece for text in texts for piece in _pieces(text)]
    return Corpus("en", headings, pieces, sentences_of(pieces))


@cache
def shipped_letter(root: Path) -> Corpus:
    """Return the Russian text, the letter that is shipped with gramota."""
    sections = load_course(root / "docs", root / "quizzes").lesson("closer-product").letter.sections
    pieces = [piece for section in sections for piece in _pieces(section.body)]
    return Corpus("ru", [section.title for section in sections], pieces, sentences_of(pieces))


def sentences_of(pieces: Iterable[str]) -> list[str]:
    """Return the sentences that can be asked about: not too short, not too long, and without a negation."""
    found = (sentence for piece in pieces for sentence in _SENTENCE.findall(piece.replace("*", "")))
    return [sentence for sentence in dict.fromkeys(found) if not _DENIAL.search(sentence)]


def _headings(texts: Iterable[str]) -> Iterator[str]:
    lines = (_HEADING.match(line) for text in texts for line in text.splitlines())
    yield from dict.fromkeys(line[1] for line in lines if line and re.fullmatch(r"[\w ,'’-]{4,70}", line[1]))


def _pieces(text: str) -> Iterator[str]:
    text = _CODE.sub("", _FRONT_MATTER.sub("", text))
    text = _INNER_LINK.sub(lambda link: link[1] or link[2] or "", _PICTURE.sub("", text))
    for piece in re.split(r"\n\s*\n", text):
        if len(piece) > 40 and not _UNUSABLE.search(piece) and not piece.lstrip().startswith(("#", "==", "--")):
            yield piece.strip("\n")
