"""The guide's pages of problems: every code with what it says and what to do, an example of it, and its mending.

`python -m tests.docs.errors` writes them from the wording, the course of mistakes and tests/docs/errors.yml.
"""

import json
import re
import tempfile
from collections.abc import Iterator
from contextlib import chdir, redirect_stdout
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cache
from io import StringIO
from pathlib import Path

from gramota import wording
from gramota.cli.running import run
from gramota.errors import Problem, Where
from gramota.wording.problems import describe
from tests.docs.error_examples import ErrorExample, error_example, translated
from tests.docs.escaped import escaped
from tests.docs.guide import GUIDE, LANGUAGES
from tests.docs.run_examples import RunExample, run_example
from tests.docs.situations.shown import sides_of
from tests.docs.situations.situation import situations, told_of_situation

LAST_RESORT = "G040"
"""For what the model may come to refuse one day without our having words for it; no input leads to it today."""

ROOMS = ("problems", "exchange_problems", "grading_problems", "decision_problems")
_MOST_LINES = 8
_WORDS = {
    "en": {
        "title": "Messages and what to do",
        "lead": "Each message about a file has a code. Here are all of them, each with what leads to it and how it is "
        "mended. Ctrl+F finds a code fastest. Names and numbers differ in your files. Where a line is in square "
        "brackets, it says how the document has it: [Heading 1].",
        "wrong": "Wrong",
        "right": "Right",
        "log": "The log of decisions",
    },
    "ru": {
        "title": "Сообщения и что делать",
        "lead": "У каждого сообщения о файле есть код. Здесь собраны все: из-за чего сообщение появляется и как "
        "исправить. Быстрее всего найти код поиском по странице, Ctrl+F. Имена и числа у вас другие. В квадратных "
        "скобках сказано, как строка оформлена в документе: [Заголовок 1].",
        "wrong": "Неверно",
        "right": "Верно",
        "log": "Журнал решений",
    },
}


@dataclass
class Entry:
    """A code with all its cases: the codes below it that have a message."""

    code: str
    cases: list[str] = field(default_factory=list)


def render(lang: str) -> str:
    """Return the whole page."""
    words = _WORDS[lang]
    parts = [f"# {words['title']}\n", f"{words['lead']}\n"]
    for title, entries in groups(lang).items():
        parts.append(f"## {title}\n")
        parts += [_entry(entry, lang) for entry in sorted(entries, key=lambda each: each.code)]
    return "\n".join(parts)


@cache
def groups(lang: str) -> dict[str, list[Entry]]:
    """Return the codes by the headings under which the wording has them."""
    found: dict[str, list[Entry]] = {}
    seen: dict[str, Entry] = {}
    for room in ROOMS:
        title = _WORDS[lang]["log"] if room == "decision_problems" else ""
        text = (Path(wording.__file__).parent / lang / f"{room}.yml").read_text(encoding="utf-8")
        for line in text.splitlines()[1:]:
            if heading := re.fullmatch(r"# (\S.*)", line):
                # Comments that go on in a second line are about the file.
                title = heading[1] if not heading[1].endswith(".") else title
            elif key := re.match(r"(G\d{3})(\.(?!hint\b)\w+)?:", line):
                entry = seen.get(key[1])
                if entry is None:
                    entry = seen[key[1]] = Entry(key[1])
                    found.setdefault(title, []).append(entry)
                entry.cases.append(key[1] + (key[2] or ""))
    return found


def all_codes() -> list[str]:
    """Return every code that has a message, with those below it."""
    return [case for entries in groups("en").values() for entry in entries for case in entry.cases]


def _entry(entry: Entry, lang: str) -> str:
    cases = "".join(_case(code, lang) for code in sorted(entry.cases, key=lambda code: (code.count("."), code)))
    heading = f'<h3 id="{entry.code.lower()}">{entry.code}</h3>'
    return f"{heading}\n<div data-search-exclude>\n{cases}</div>\n"


def _case(code: str, lang: str) -> str:
    if code == LAST_RESORT:
        message, hint = describe(Problem.at(Where(""), code, key="…"), lang)
        return f"<p><strong>{escaped(message)}</strong> {escaped(hint)}</p>\n"
    message, hint, wrong, right = told_and_shown(code, lang)
    return f"<p><strong>{escaped(message)}</strong> {escaped(hint)}</p>\n{_table(wrong, right, lang)}"


def told_and_shown(code: str, lang: str) -> tuple[str, str, str, str]:
    """Return the message and the hint of a code, and as HTML what it is told of and how that is mended."""
    if situation := situations().get(code):
        told = told_of_situation(code, lang)
        return (told.message, told.hint, *sides_of(situation, lang))
    if example := error_example(code):
        said = told_of(example, lang)
        return (str(said["message"]), str(said["hint"]), *changed_lines(example, said, lang))
    run = run_example(code)
    assert run, f"{code} has no example: give it one in tests/docs/errors.yml or tests/docs/situations"
    said = told_by_run(run, lang)
    return (str(said["message"]), str(said["hint"]), *changed_of_run(run, said, lang))


def _table(wrong: str, right: str, lang: str) -> str:
    words = _WORDS[lang]
    rows = ((words["wrong"], wrong), (words["right"], right))
    cells = "".join(f"<tr><th nowrap>{name}</th><td><pre>{lines}</pre></td></tr>\n" for name, lines in rows)
    return f"<table>\n{cells}</table>\n"


@cache
def told_by_run(example: RunExample, lang: str) -> dict[str, object]:
    """Return what the command says of the wrong file."""
    return example.told(lang, example.wrong)[0]


def changed_of_run(example: RunExample, told: dict[str, object], lang: str) -> tuple[str, str]:
    """Return the names, or the lines that differ; the whole line is marked where no more is known."""
    if example.is_name:
        return f"<mark>{escaped(example.wrong)}</mark>", escaped(example.right)
    if told["column"] != "1":
        return changed_lines(example, told, lang)
    wrong, right = (translated(text, lang).rstrip("\n").split("\n") for text in (example.wrong, example.right))
    first = next(n for n, (one, other) in enumerate(zip([*wrong, ""], [*right, ""], strict=False)) if one != other)
    shown = min(first, len(wrong) - 1)
    line = wrong[shown]
    place = {"line": shown + 1, "column": len(line) - len(line.lstrip()) + 1, "end_column": len(line) + 1}
    return changed_lines(example, place, lang)


def changed_lines(example: ErrorExample | RunExample, told: dict[str, object], lang: str) -> tuple[str, str]:
    """Return the lines that differ, as HTML, the place of the problem marked in the wrong ones."""
    # Line breaks that editors do not show are no lines to a reader.
    wrong, right = (translated(text, lang).rstrip("\n").split("\n") for text in (example.wrong, example.right))
    changes = [op for op in SequenceMatcher(None, wrong, right, autojunk=False).get_opcodes() if op[0] != "equal"]
    at = int(str(told["line"])) - 1
    first, last = min(changes[0][1], at), max(changes[-1][2], at + 1 if at < len(wrong) else 0)
    lead, tail = changes[0][1] - first, last - changes[-1][2]
    start, end = changes[0][3] - lead, changes[-1][4] + tail
    if first == last or start == end:
        first, start = first - 1, start - 1
    indent = min(len(line) - len(line.lstrip(" ")) for line in (*wrong[first:last], *right[start:end]) if line.strip())
    marked = [
        _marked(line, told) if number == at else escaped(line) for number, line in enumerate(wrong[first:last], first)
    ]
    mended = [escaped(line) for line in right[start:end]]
    return _joined(marked, indent), _joined([*mended[:_MOST_LINES], *["…"][: len(mended) > _MOST_LINES]], indent)


def _joined(lines: list[str], indent: int) -> str:
    return "\n".join(line[indent:] if line[:indent].isspace() or not indent else line for line in lines)


def _marked(line: str, told: dict[str, object]) -> str:
    begin, end = int(str(told["column"])) - 1, int(str(told["end_column"] or told["column"])) - 1
    return f"{escaped(line[:begin])}<mark>{escaped(line[begin : max(end, begin + 1)])}</mark>{escaped(line[end:])}"


@cache
def told_of(example: ErrorExample, lang: str) -> dict[str, object]:
    """Return what `gramota check` says of the wrong file."""
    return next(iter(check(example, lang, example.wrong)))


@cache
def check(example: ErrorExample, lang: str, text: str) -> list[dict[str, object]]:
    """Return all that is said of the course with this text in the example's file, but for advice."""
    with tempfile.TemporaryDirectory() as folder:
        example.write(Path(folder), lang, text)
        problems = json.loads(run_check(Path(folder), lang))["problems"]
    return [problem for problem in problems if problem["severity"] == "error"]


def run_check(folder: Path, lang: str) -> str:
    """Return what the command prints, run in this process and as if in that folder."""
    printed = StringIO()
    with chdir(folder), redirect_stdout(printed):
        run(["check", "--format", "json", "--lang", lang])
    return printed.getvalue()


def pages() -> Iterator[tuple[Path, str]]:
    """Yield each page's file and what it should say."""
    for lang in LANGUAGES:
        yield GUIDE / lang / "errors.md", render(lang)


if __name__ == "__main__":
    for file, text in pages():
        file.write_text(text, encoding="utf-8")
