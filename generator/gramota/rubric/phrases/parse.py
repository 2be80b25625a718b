"""The phrase language that trainers write: text to tree."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NoReturn

from gramota.rubric.phrases.mistakes import PhraseError
from gramota.rubric.phrases.tree import AnyOf, Group, Item, Phrase, Prefix, Row, Word
from gramota.rubric.phrases.words import PLAIN_WORD, is_plain, plain_word, plain_words, words_of

DEFAULT_GAP = 3
MAX_GAP = 20
MAX_LENGTH = 500
MAX_WORDS = 60
MAX_DEPTH = 6
MAX_IN_A_ROW = 12
SHORTEST_PREFIX = 3

_SPACES = re.compile(r"\s*")
_CHUNK = re.compile(r'[^\s()|"<>*~]+')
GROUP = re.compile(r"(?P<group><\s*(?P<name>[^\s<>()|\"*~]+)\s*>)")
_GAP = re.compile(r"~(\d{1,3})\s*$")

_PLAIN_CHOICE = rf"\((?P<choice>{PLAIN_WORD}+(?:[ |]{PLAIN_WORD}+)*+)\)"
_PLAIN_ITEM = rf"\s*+(?:(?P<word>{PLAIN_WORD}+)(?P<star>\*)?|{_PLAIN_CHOICE}|{GROUP.pattern})"
_PLAIN_OUTSIDE = re.compile(rf'{_PLAIN_ITEM}(?=[\s()"<]|\Z)')
_PLAIN_IN_BRACKET = re.compile(rf'{_PLAIN_ITEM}(?=[\s()"<|]|\Z)')


@lru_cache(maxsize=1 << 14)
def parse_phrase(text: str) -> Phrase:
    """Parse one phrase, once. Raises PhraseError, with the code-point span of what is wrong."""
    return _parse_plain(text) or _Parser(text).parse()


def _parse_plain(text: str) -> Phrase | None:
    """Most phrases are a few words as they are folded, with nothing to read but the spaces between them."""
    if len(text) > MAX_LENGTH or not is_plain(text):
        return None
    words = plain_words(text)
    return Phrase(text, Row(words), DEFAULT_GAP) if len(words) <= MAX_IN_A_ROW else None


class _Parser:
    """A recursive descent over one phrase; `at` is the next code point to read."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.end = len(text)
        self.depth = 0
        self.words = 0
        self.groups: list[Group] = []

    def parse(self) -> Phrase:
        if len(self.text) > MAX_LENGTH:
            self._fail("G111", MAX_LENGTH, self.end, limit=f"{MAX_LENGTH}")
        gap = self._take_gap()
        items = self._row(closing="")
        if not items:
            self._fail("G101", 0, len(self.text))
        return Phrase(self.text, Row(items), gap, tuple(self.groups))

    def _take_gap(self) -> int:
        stray = self.text.find("~")
        if stray < 0:
            return DEFAULT_GAP
        found = _GAP.search(self.text)
        if not found or stray != found.start() or int(found[1]) > MAX_GAP:
            self._fail("G110", stray, len(self.text) if found else stray + 1, limit=f"{MAX_GAP}")
        self.end = found.start()
        return int(found[1])

    def _row(self, closing: str) -> tuple[Item, ...]:
        """Items up to the closing sign; inside brackets a bar ends the row too."""
        items: list[Item] = []
        while True:
            items += self._plain_items(closing)
            self._skip_spaces()
            sign = self._peek()
            if sign == "" or (closing and sign in closing):
                return self._not_too_many(items)
            if sign == "|":
                self._fail_bar()
            items.extend(self._joined(closing))

    def _joined(self, closing: str) -> list[Item]:
        """One atom, or several joined by glued bars (in brackets bars part whole rows instead)."""
        options = [self._atom()]
        while "|" not in closing and self._peek() == "|":
            bar = self.at
            self.at += 1
            follows = self._peek()
            if follows == "" or follows.isspace() or follows in "|)":
                self._fail_bar(bar)
            options.append(self._atom())
        return list(options[0]) if len(options) == 1 else [_any_of([_one(option) for option in options])]

    def _fail_bar(self, bar: int | None = None) -> NoReturn:
        at = self.at if bar is None else bar
        spaced = self.text[at - 1 : at].isspace() or self.text[at + 1 : at + 2].isspace()
        lonely = not self.text[:at].strip() or not self.text[at + 1 : self.end].strip()
        self._fail("G104" if lonely or not spaced else "G105", at, at + 1)

    def _atom(self) -> tuple[Item, ...]:
        sign = self._peek()
        if sign == "(":
            return (self._bracket(),)
        if sign == '"':
            return (self._quote(),)
        if sign == "<":
            return (self._group(),)
        if sign == ")":
            self._fail("G103", self.at, self.at + 1)
        if sign == ">":
            self._fail("G107", self.at, self.at + 1)
        if sign == "*":
            self._fail("G109", self.at, self.at + 1, limit=f"{SHORTEST_PREFIX}")
        return self._word()

    def _plain_items(self, closing: str) -> list[Item]:
        """Most items are words, brackets and groups with nothing to read but the bars and spaces between them."""
        match = (_PLAIN_IN_BRACKET if "|" in closing else _PLAIN_OUTSIDE).match
        items: list[Item] = []
        while (found := match(self.text, self.at, self.end)) and (item := self._plain_item(found)):
            items.append(item)
            self.at = found.end()
        return items

    def _plain_item(self, found: re.Match[str]) -> Item | None:
        """Nothing where there is too much of it, or too little: whoever reads sign by sign says what is wrong."""
        word, star, choice = found.group("word", "star", "choice")
        if choice:
            return self._plain_choice(choice)
        if not word:
            return self._keep_group(found)
        if self.words == MAX_WORDS or (star and len(word) < SHORTEST_PREFIX):
            return None
        self.words += 1
        return Prefix(word) if star else plain_word(word)

    def _plain_choice(self, text: str) -> Item | None:
        spaces = text.count(" ")
        words = 1 + spaces + text.count("|")
        if self.words + words > MAX_WORDS or spaces >= MAX_IN_A_ROW or self.depth == MAX_DEPTH:
            return None
        self.words += words
        return _any_of([*map(_plain_option, text.split("|"))])

    def _keep_group(self, found: re.Match[str]) -> Group:
        group = Group(found["name"], *found.span("group"))
        self.groups.append(group)
        return group

    def _bracket(self) -> Item:
        opened = self.at
        self._deeper(opened)
        options: list[Item] = []
        while True:
            self.at += 1
            items = self._row(closing="|)")
            if self._peek() == "":
                self._fail("G102", opened, opened + 1)
            if not items:
                self._fail("G104", self.at, self.at + 1)
            options.append(_one(items))
            if self._peek() == ")":
                break
        self.at += 1
        self.depth -= 1
        return _any_of(options)

    def _quote(self) -> Item:
        opened = self.at
        if self.text.find('"', opened + 1, self.end) < 0:
            self._fail("G106", opened, self.end)
        self._deeper(opened)
        self.at += 1
        items = self._row(closing='"')
        if self._peek() != '"' or not items:
            self._fail("G106" if items else "G101", opened, min(self.at + 1, self.end))
        self.at += 1
        self.depth -= 1
        return Row(items, exact=True)

    def _group(self) -> Group:
        found = GROUP.match(self.text, self.at, self.end)
        if not found:
            closed = self.text.find(">", self.at, self.end)
            self._fail("G107", self.at, closed + 1 if closed >= 0 else self.end)
        self.at = found.end()
        return self._keep_group(found)

    def _word(self) -> tuple[Item, ...]:
        found = _CHUNK.match(self.text, self.at, self.end)
        assert found  # noqa: S101 - every sign that is no chunk was handled by the caller
        self.at = found.end()
        words = words_of(found[0])
        self.words += len(words)
        if self.words > MAX_WORDS:
            self._fail("G112", found.start(), found.end(), limit=f"{MAX_WORDS}")
        if self._peek() != "*":
            return words
        self.at += 1
        follows = self._peek()
        last = words[-1] if words else None
        if (
            not isinstance(last, Word)
            or len(last.parts[-1]) < SHORTEST_PREFIX
            or _CHUNK.match(follows)
            or follows == "*"
        ):
            self._fail("G109", found.start(), self.at, limit=f"{SHORTEST_PREFIX}")
        return (*words[:-1], *(Word((part,), part) for part in last.parts[:-1]), Prefix(last.parts[-1]))

    def _not_too_many(self, items: list[Item]) -> tuple[Item, ...]:
        if len(items) > MAX_IN_A_ROW:
            self._fail("G112", 0, self.end, limit=f"{MAX_IN_A_ROW}")
        return tuple(items)

    def _deeper(self, at: int) -> None:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            self._fail("G113", at, at + 1, limit=f"{MAX_DEPTH}")

    def _peek(self) -> str:
        return self.text[self.at] if self.at < self.end else ""

    def _skip_spaces(self) -> None:
        found = _SPACES.match(self.text, self.at, self.end)
        assert found  # noqa: S101 - nothing is a match, too
        self.at = found.end()

    def _fail(self, code: str, start: int, end: int, **values: str) -> NoReturn:
        raise PhraseError(code, start, end, values)


@lru_cache(maxsize=1 << 14)
def _plain_option(text: str) -> Item:
    return _one(plain_words(text))


def _one(items: tuple[Item, ...]) -> Item:
    return items[0] if len(items) == 1 else Row(items)


def _any_of(options: Sequence[Item]) -> Item:
    return options[0] if len(options) == 1 else AnyOf(tuple(options))
