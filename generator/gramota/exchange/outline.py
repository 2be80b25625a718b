"""From a document's blocks to a letter: its title, its sections, and the control sheet at its end."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from gramota.course.files.readable_ids import Ids
from gramota.course.names import shorten
from gramota.errors import Problem, Where
from gramota.exchange.blocks import Block
from gramota.exchange.control_sheet import is_control_title, read_questions
from gramota.exchange.draft import ControlDraft, Found, LetterDraft, Picture, Question, SectionDraft
from gramota.exchange.guessed_headings import guess_headings
from gramota.exchange.language import language_of
from gramota.exchange.letter_line import LetterLine, read_letter_line
from gramota.exchange.markdown.plain_markdown import escape_inside
from gramota.exchange.markdown.safe_markdown import make_safe
from gramota.wording import wording

LONGEST_TITLE = 200
_LONGEST_HEADING = 150


@dataclass(frozen=True)
class About:
    """What is known of a letter besides its text; a date from the file's properties is a guess."""

    path: str
    name: str
    title: str = ""
    date: dt.date | None = None
    is_date_sure: bool = False
    audience: tuple[str, ...] = ()
    lang: str = ""
    number: str = ""
    summary: str = ""


def build_letter(blocks: Sequence[Block], about: About, pictures: tuple[Picture, ...], guessed: str) -> Found:
    """Return the letter, its control questions and what to look at; `guessed` is the code for guessed headings."""
    return _Outline([*blocks], about, guessed).build(pictures)


@dataclass
class _Outline:
    blocks: list[Block]
    about: About
    guessed: str
    problems: list[Problem] = field(default_factory=list)
    line: LetterLine = field(default_factory=lambda: LetterLine(None, (), "", is_all=False))

    def build(self, pictures: tuple[Picture, ...]) -> Found:
        """Return all that the document gives."""
        self.blocks = [block for block in self.blocks if block.plain.strip() or block.kind not in {"heading", "title"}]
        if not self.blocks:
            return Found(problems=(self._problem("G417"),))
        lang = self.about.lang or language_of(block.plain for block in self.blocks)
        self._guess_headings()
        title = self._take_title()
        self._take_letter_line()
        control = self._take_control_sheet()
        sections = self._sections(wording("exchange", lang)("introduction"))
        if not sections:
            self.problems.append(self._problem("G417.letter"))
            return Found(None, control, tuple(self.problems))
        letter = LetterDraft(
            title=title,
            sections=sections,
            lang=lang,
            date=self.line.date or self.about.date,
            is_date_sure=self.line.date is not None or self.about.is_date_sure,
            audience=self.line.audience or self.about.audience,
            number=self.line.number or self.about.number,
            summary=self.about.summary,
            pictures=pictures,
        )
        return Found(letter, control, tuple(self.problems))

    def _guess_headings(self) -> None:
        self.blocks, how, count = guess_headings(self.blocks)
        if how:
            self.problems.append(self._problem("G422.numbers" if how == "numbers" else self.guessed, count=count))

    def _take_title(self) -> str:
        """Take the title out of the blocks: what is marked so, the one highest heading, or the first short line."""
        marked = next((block for block in self.blocks if block.kind == "title"), None)
        first = self.blocks[0]
        headings = [block for block in self.blocks if block.kind == "heading"]
        if marked is None and headings and self._is_title(headings):
            marked = headings[0]
        if marked is None and first.kind == "text" and self._reads_as_title(first):
            marked = first
        if marked is None:
            return self.about.title or self.about.name
        self.blocks = [block for block in self.blocks if block is not marked]
        if self.about.title and self.about.title.casefold() != marked.plain.casefold():
            self.problems.append(self._problem("G456.title", marked.line, text=shorten(marked.plain)))
        return self.about.title or marked.plain

    def _is_title(self, headings: Sequence[Block]) -> bool:
        first, *others = headings
        is_alone = all(block.level > first.level or is_control_title(block.plain) for block in others)
        is_followed = any(not is_control_title(block.plain) for block in others)
        begins = all(
            block is first or read_letter_line(block.plain) for block in self.blocks[: self.blocks.index(first) + 1]
        )
        # Bold lines are all of one level; the very first of several, with no text below it, is the title.
        is_bare = first.is_bold and begins and len(others) > 1 and self._is_bare(first)
        return (
            begins
            and ((is_alone and (is_followed or not self.about.title)) or is_bare)
            and not is_control_title(first.plain)
        )

    def _is_bare(self, first: Block) -> bool:
        """Whether nothing but the line with the date stands between this heading and the next."""
        after = self.blocks[self.blocks.index(first) + 1 :]
        return bool(after) and (after[0].kind == "heading" or read_letter_line(after[0].plain) is not None)

    def _reads_as_title(self, block: Block) -> bool:
        following = self.blocks[1:2]
        return (
            len(block.plain) <= _LONGEST_HEADING
            and not block.plain.rstrip().endswith((".", ":", ";", ","))
            and bool(following)
            and read_letter_line(block.plain) is None
        )

    def _take_letter_line(self) -> None:
        for block in self.blocks[:3]:
            if block.kind in {"text", "heading"} and (said := read_letter_line(block.plain)):
                self.line = LetterLine(
                    self.line.date or said.date,
                    self.line.audience or said.audience,
                    self.line.number or said.number,
                    is_all=said.is_all,
                )
                if said.is_all:
                    self.blocks = [other for other in self.blocks if other is not block]

    def _take_control_sheet(self) -> tuple[Question, ...]:
        start = next((at for at, block in enumerate(self.blocks) if _begins_control(block)), None)
        if start is None:
            return ()
        level = self.blocks[start].level
        end = next(
            (
                at
                for at, block in enumerate(self.blocks[start + 1 :], start + 1)
                if block.kind == "heading" and block.level <= level and not _asks(block)
            ),
            len(self.blocks),
        )
        asked, others = read_questions(self.blocks[start + 1 : end])
        self.blocks[start:end] = []
        self.problems += [self._problem("G454", block.line, text=shorten(block.plain)) for block in others]
        return tuple(
            Question(ControlDraft(text), "", Where(self.about.path, line or 0, 1 if line else 0))
            for text, line in asked
        )

    def _sections(self, introduction: str) -> tuple[SectionDraft, ...]:
        levels = sorted({block.level for block in self.blocks if block.kind == "heading"})
        depth = {level: min(number, 4) for number, level in enumerate(levels, 2)}
        parts: list[tuple[str, int, list[str]]] = [(introduction, 2, [])]
        for block in self.blocks:
            if block.kind == "heading" and depth[block.level] < 4:
                parts.append((block.plain[:LONGEST_TITLE], depth[block.level], []))
            elif block.kind == "heading":
                parts[-1][2].append(f"#### {block.markdown}")
            else:
                parts[-1][2].append(block.markdown)
        if not parts[0][2]:
            del parts[0]
        if parts and parts[0][1] == 3:
            parts[0] = (parts[0][0], 2, parts[0][2])
        if parts == parts[:1] and parts and parts[0][0] == introduction:
            self.problems.append(self._problem("G423"))
        return tuple(self._with_bodies(parts))

    def _with_bodies(self, parts: Sequence[tuple[str, int, list[str]]]) -> Iterator[SectionDraft]:
        """Give a section that only holds others the list of them, and leave out a heading with nothing below."""
        kept = [part for at, part in enumerate(parts) if part[2] or any(_below(parts, at))]
        self.problems += [self._problem("G453", text=shorten(part[0])) for part in parts if part not in kept]
        ids = Ids()
        named = [(ids.make(part[0], "section"), part) for part in kept]
        for at, (name, (title, level, texts)) in enumerate(named):
            links = (
                f"- [{escape_inside(named[other][1][0])}](#{named[other][0]})" for other in _places_below(kept, at)
            )
            yield SectionDraft(name, title, level, self._safe("\n\n".join(texts) or "\n".join(links)) + "\n")

    def _safe(self, body: str) -> str:
        """Mend what was whole in the document and is not in a section of its own, such as a comment of HTML."""
        safe, mended = make_safe(body)
        self.problems += [self._problem(each.code, found=shorten(each.found)) for each in mended]
        return safe

    def _problem(self, code: str, line: int = 0, **values: object) -> Problem:
        return Problem.at(Where(self.about.path, line, 1 if line else 0), code, **values)


def _places_below(parts: Sequence[tuple[str, int, list[str]]], at: int) -> Iterator[int]:
    """Yield the places of the parts that this one holds."""
    for place in range(at + 1, len(parts)):
        if parts[place][1] <= parts[at][1]:
            return
        yield place


def _below(parts: Sequence[tuple[str, int, list[str]]], at: int) -> Iterator[bool]:
    return (bool(parts[place][2]) for place in _places_below(parts, at))


def _begins_control(block: Block) -> bool:
    return block.kind == "heading" and is_control_title(block.plain)


def _asks(block: Block) -> bool:
    return block.plain.rstrip().endswith("?")
