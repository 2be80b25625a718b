"""Lists nested as most programs read them, by the width of their marks, nested as letters read them: by four blanks."""

import re
from collections.abc import Iterator

_ITEM = re.compile(r"(?P<indent> *)(?P<mark>(?:[-*+]|\d{1,9}[.)])(?P<gap> +|$))(?P<text>.*)")
_FENCE = re.compile(r" *(?P<marks>`{3,}|~{3,})")
_STEP = 4


def nest_by_four(lines: str) -> str:
    """Return a list with four blanks for each level, its paragraphs and code moved along."""
    return "\n".join(_Nesting().read(lines.expandtabs(_STEP).split("\n")))


class _Nesting:
    """Reads a list line by line; `columns` says where the text of each open entry begins."""

    def __init__(self) -> None:
        self.columns: list[int] = []
        self.fence = ""
        self.shift = 0

    def read(self, lines: list[str]) -> Iterator[str]:
        """Yield the lines with their new indentation."""
        for line in lines:
            if self.fence:
                yield self._inside_fence(line)
            elif item := _ITEM.fullmatch(line):
                yield self._item(item)
            else:
                yield self._other(line)

    def _item(self, item: re.Match[str]) -> str:
        indent = len(item["indent"])
        while self.columns and indent < self.columns[-1]:
            self.columns.pop()
        depth = len(self.columns)
        mark = item["mark"].strip()
        # More than four blanks after the mark begin a block of code in the entry.
        self.columns.append(indent + len(mark) + (len(item["gap"]) if 0 < len(item["gap"]) <= _STEP else 1))
        return f"{' ' * (_STEP * depth)}{mark.replace(')', '.')} {item['text'].lstrip()}".rstrip()

    def _other(self, line: str) -> str:
        text = line.lstrip()
        indent = len(line) - len(text)
        depth = sum(column <= indent for column in self.columns)
        if not text or not depth:
            return line
        inside = indent - self.columns[depth - 1]
        # A few blanks too many mean nothing; four begin a block of code.
        self.shift = _STEP * depth + (inside if inside >= _STEP else 0) - indent
        self.fence = fence["marks"] if (fence := _FENCE.match(line)) else ""
        return _moved(line, self.shift)

    def _inside_fence(self, line: str) -> str:
        if line.strip() == self.fence:
            self.fence = ""
        return _moved(line, self.shift)


def _moved(line: str, shift: int) -> str:
    if not line.strip():
        return ""
    return " " * shift + line if shift >= 0 else line[min(-shift, len(line) - len(line.lstrip())) :]
