"""A GIFT file as its questions, each a piece of text with its place: a mistake in one ends where the next begins."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

# Escaped signs of GIFT, out of the way while its bare ones are looked for.
_SIGNS = "\\~=#{}:"
_HIDDEN = {f"\\{sign}": chr(0xE000 + number) for number, sign in enumerate(_SIGNS)} | {"\\n": "\ue00f"}
_SHOWN = {hidden: ("\n" if written == "\\n" else written[1]) for written, hidden in _HIDDEN.items()}
_COMMENT = re.compile(r"^[ \t]*//")
_LABEL = re.compile(r"\[(?:id|tag):")


@dataclass(frozen=True)
class Piece:
    """A question or a command as written, escaped signs hidden; `line` is that of its first text, from 1."""

    text: str
    line: int
    has_labels: bool = False

    def line_of(self, offset: int) -> int:
        """Return the line of the file in which this character of the piece stands."""
        return self.line + self.text.count("\n", 0, offset)

    def column_of(self, offset: int) -> int:
        """Return the column, from 1, of this character of the piece; an escaped sign is two of them."""
        before = self.text[self.text.rfind("\n", 0, offset) + 1 : offset]
        return len(before) + sum(character in _SHOWN for character in before) + 1


def split_gift(text: str) -> Iterator[Piece]:
    """Yield the pieces, which empty lines part; an empty line inside braces parts them only if no brace would close."""
    lines = [*hide(text).split("\n"), ""]
    begin, has_labels = None, False
    for number, line in enumerate(lines):
        if _COMMENT.match(line):
            has_labels |= bool(_LABEL.search(line))
            lines[number] = ""
            if begin is not None and not _is_open(lines[begin:number]):
                # A comment does not part a question from its text; what stands below is the same one.
                lines[number] = "\ue010"
        elif line.lstrip().startswith("$CATEGORY:") and begin is None:
            yield Piece(line, number + 1)
        elif line.strip() and begin is None:
            begin = number
        elif not line.strip() and begin is not None and not _goes_on(lines, begin, number):
            yield Piece(_without_comments(lines[begin:number]), begin + 1, has_labels)
            begin, has_labels = None, False


def hide(text: str) -> str:
    """Return the text with one strange character for each escaped sign."""
    return re.sub(r"\\[\\~=#{}:n]", lambda found: _HIDDEN[found[0]], re.sub("[\ue000-\ue010]", "\ufffd", text))


def show(text: str) -> str:
    """Return the text with the signs that were escaped in the file."""
    return "".join(_SHOWN.get(character, character) for character in text)


def _goes_on(lines: list[str], begin: int, number: int) -> bool:
    """Whether braces are open at this empty line, and closed below before others open."""
    if not _is_open(lines[begin:number]):
        return False
    following = re.search(r"[{}]", "\n".join(line for line in lines[number:] if not _COMMENT.match(line)))
    return following is not None and following[0] == "}"


def _is_open(lines: list[str]) -> bool:
    text = "\n".join(lines)
    return text.count("{") > text.count("}")


def _without_comments(lines: list[str]) -> str:
    return "\n".join(line.replace("\ue010", "") for line in lines)
