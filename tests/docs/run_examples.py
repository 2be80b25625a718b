"""Examples of problems that no single letter or quiz has: in files' names, mkdocs.yml, rosters, tables and sheets.

Each is tried by the command that tells it, run in this process and in a folder with the small course.
"""

import json
import re
import shutil
import tempfile
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import cache
from io import StringIO
from pathlib import Path

from mkdocs.config import load_config
from mkdocs.exceptions import PluginError

from gramota.cli.running import run
from tests.answers.sheets import sheet
from tests.breakages import FILES
from tests.docs.error_examples import error_table, translated, write_whole_course

_TOLD = re.compile(
    r"^(?P<place>[^\n]+?): (?P<code>G\d{3}) (?P<message>[^\n]+)\n(?:[^\n]*\|[^\n]*\n)*\s+(?P<hint>\S[^\n]*)",
    re.MULTILINE,
)
_NAME = "name"


@dataclass(frozen=True)
class RunExample:
    """A file, wrong and mended, and the command that reads it; with `is_name` it is the file's name that is wrong.

    `file` is the path in the course's folder; of a name, the text of the file is that of the course's file `of`.
    """

    code: str
    command: str
    file: str
    wrong: str
    right: str
    of: str = ""

    def told(self, lang: str, shown: str) -> list[dict[str, object]]:
        """Return what is said where this stands in the file."""
        with tempfile.TemporaryDirectory() as folder:
            self._write(Path(folder), lang, shown)
            said = _said(Path(folder), self.command, lang)
        return [_problem(found) for found in _TOLD.finditer(said) if found["code"] == self.code[:4]]

    @property
    def is_name(self) -> bool:
        """Whether it is the file's name that is wrong."""
        return self.file == _NAME

    def _write(self, root: Path, lang: str, shown: str) -> None:
        write_whole_course(root, lang)
        if self.is_name:
            target = root / shown
            target.parent.mkdir(parents=True, exist_ok=True)
            source = root / (self.of or FILES["letter"])
            source.rename(target) if self.of else shutil.copy(source, target)
        else:
            (root / self.file).write_text(translated(shown, lang), encoding="utf-8")


@cache
def run_example(code: str) -> RunExample | None:
    """Return the example of a code, None where it has none."""
    row = error_table()["runs"].get(code)
    if row is None:
        return None
    if "sheet" in row:
        old, new = row["sheet"]
        right = _sheet()
        assert old in right, code
        return RunExample(code, "grade sheet.json", "sheet.json", right.replace(old, new, 1), right)
    return RunExample(code, **row)


@cache
def _sheet() -> str:
    """A sheet with a field in each line."""
    return json.dumps(sheet(), ensure_ascii=False, indent=2) + "\n"


def _said(folder: Path, command: str, lang: str) -> str:
    printed = StringIO()
    with chdir(folder), redirect_stderr(printed), redirect_stdout(StringIO()):
        if command != "mkdocs build":
            run([*command.split(), "--lang", lang])
            return printed.getvalue()
        try:
            config = load_config("mkdocs.yml")
            config.plugins.on_config(config)
        except PluginError as error:
            return str(error)
    return ""


def _problem(found: re.Match[str]) -> dict[str, object]:
    place = re.fullmatch(r"(?P<file>.*?)(?::(?P<line>\d+):(?P<column>\d+))?", found["place"])
    assert place
    whole = {"code": found["code"], "message": found["message"], "hint": found["hint"].strip()}
    return {**whole, "line": place["line"], "column": place["column"], "end_column": None}
