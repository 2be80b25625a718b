"""Both sides of a situation as a reader sees them: what is in each file, and below it the command."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import takewhile

from tests.docs.escaped import escaped
from tests.docs.situations.files import label
from tests.docs.situations.situation import Side, Situation

_MOST_LINES = 7
_WIDEST = 110


def sides_of(situation: Situation, lang: str) -> tuple[str, str]:
    """Return the wrong side and the right one as HTML; what is wrong in the first is marked."""
    wrong, right = situation.wrong.shown(lang), situation.right.shown(lang)
    shown = [(_file(wrong, right, name), _file(right, wrong, name)) for name in _names(wrong, right)]
    wrong_lines = _written(situation.wrong, wrong, [one for one, _ in shown], lang)
    right_lines = _written(situation.right, right, [other for _, other in shown], lang)
    return "\n".join(_marked(wrong_lines, right_lines)), "\n".join(map(escaped, right_lines))


def _names(wrong: dict[str, list[str]], right: dict[str, list[str]]) -> list[str]:
    return [name for name in dict.fromkeys((*wrong, *right)) if name]


def _file(own: dict[str, list[str]], other: dict[str, list[str]], name: str) -> tuple[str, list[str]]:
    """Return the name and those lines of the file that differ from the other side's, or all where they are few."""
    lines = own.get(name, [])
    if name not in other or len(lines) <= 2 or len(lines) <= _MOST_LINES < len(other[name]) + 3:
        return name, lines[:_MOST_LINES]
    changes = [op for op in SequenceMatcher(None, lines, other[name], autojunk=False).get_opcodes() if op[0] != "equal"]
    if not changes:
        return name, lines[:_MOST_LINES]
    first, last = changes[0][1], max(changes[-1][2], changes[0][1])
    # Where one side has nothing, the line before says where that is.
    if first == last or changes[0][3] == changes[-1][4]:
        first = max(first - 1, 0)
    return name, lines[first : min(last, first + _MOST_LINES)]


def _written(side: Side, shown: dict[str, list[str]], files: Sequence[tuple[str, list[str]]], lang: str) -> list[str]:
    written: list[str] = []
    for name, lines in files:
        if name in shown:
            indent = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
            written += [f"{name}{label(side.files[name], lang)}", *(f"  {_cut(line[indent:])}" for line in lines)]
    return [*written, *shown[""]]


def _cut(line: str) -> str:
    return line if len(line) <= _WIDEST else f"{line[:_WIDEST]}…"


def _marked(wrong: Sequence[str], right: Sequence[str]) -> list[str]:
    marked = [escaped(line) for line in wrong]
    for kind, first, last, start, end in SequenceMatcher(None, wrong, right, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        partners = right[start:end] if end - start == last - first else [""] * (last - first)
        marked[first:last] = [_mark(line, partner) for line, partner in zip(wrong[first:last], partners, strict=True)]
    return marked


def _mark(line: str, partner: str) -> str:
    """Mark what the partner has not, in whole words; all of the line where it has none."""
    lead = len(line) - len(line.lstrip())
    begin = max(_common(line, partner), lead)
    end = len(line) - _common(line[begin:][::-1], partner[begin:][::-1])
    begin, end = _to_words(line, begin, end)
    if begin >= end:
        return escaped(line)
    return f"{escaped(line[:begin])}<mark>{escaped(line[begin:end])}</mark>{escaped(line[end:])}"


def _common(one: str, other: str) -> int:
    """Return how many characters both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _to_words(line: str, begin: int, end: int) -> tuple[int, int]:
    while 0 < begin < len(line) and line[begin - 1].isalnum() and (begin == end or line[begin].isalnum()):
        begin -= 1
    while 0 < end < len(line) and line[end].isalnum() and line[end - 1].isalnum():
        end += 1
    return begin, end
