"""A wrong and a right example for each code, as files of the small course in tests/sites/broken, in both languages."""

import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import cast

import yaml

from tests.breakages import COURSE, FILES, Breakage, load_breakages

TABLE = Path(__file__).with_name("errors.yml")
SITUATIONS = sorted(Path(__file__).with_name("situations").glob("*.yml"))
_LONGEST = 200


@dataclass(frozen=True)
class ErrorExample:
    """One file of the course, wrong and mended."""

    code: str
    path: str
    wrong: str
    right: str
    files: tuple[tuple[str, str], ...] = ()

    def write(self, root: Path, lang: str, text: str) -> None:
        """Write the whole course in a language, with this text in the example's file."""
        write_whole_course(root, lang, {**dict(self.files), self.path: text})


def write_whole_course(root: Path, lang: str, changed: Mapping[str, str] = MappingProxyType({})) -> None:
    """Write the small course in a language, with these texts in the place of its own."""
    for folder in ("docs", "quizzes"):
        shutil.copytree(COURSE / folder, root / folder, dirs_exist_ok=True)
    course = {path: (root / path).read_text(encoding="utf-8") for path in FILES.values() if (root / path).exists()}
    for path, whole in {**course, **changed}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(translated(whole, lang), encoding="utf-8")


@cache
def error_table() -> dict[str, dict[str, dict[str, object]]]:
    """Return the file of the examples as it stands, by its parts."""
    return yaml.safe_load(TABLE.read_text(encoding="utf-8"))


@cache
def _english() -> dict[str, object]:
    """What stands in English for each text of the examples, and of the situations, which are in Russian."""
    tables = [error_table(), *(yaml.safe_load(path.read_text(encoding="utf-8")) for path in SITUATIONS)]
    return {text: english for table in tables for text, english in table.get("english", {}).items()}


@cache
def _any_russian() -> re.Pattern[str]:
    # The longer text first where one has another in it.
    return re.compile("|".join(map(re.escape, sorted(_english(), key=len, reverse=True))))


def translated(text: str, lang: str) -> str:
    """Return the text in English where that is asked for; what has no translation stays."""
    return _any_russian().sub(lambda found: str(_english()[found[0]]), text) if lang == "en" else text


@cache
def error_example(code: str) -> ErrorExample | None:
    """Return the example of a code, None where it has none."""
    own = error_table()["examples"].get(code, {})
    if own.get("shown") is False:
        return None
    found = _own(code, own) if "becomes" in own else _shortest(code)
    if found is None:
        return None
    beside = dict(found.files)
    course = beside.get(found.path) or (COURSE / found.path).read_text(encoding="utf-8")
    for old, new in own.get("course", ()):
        course = course.replace(old, new, 1)
    wrong = found.by if found.replaced is None else course.replace(found.replaced, found.by, 1)
    right = (
        course if found.replaced is None else course.replace(found.replaced, str(own.get("right", found.replaced)), 1)
    )
    assert wrong != right, code
    return ErrorExample(code, found.path, wrong, right, found.files)


def _own(code: str, row: dict[str, object]) -> Breakage:
    kind = next(kind for kind in FILES if kind in row)
    files = cast("dict[str, str]", row.get("files", {}))
    replaced = None if row[kind] is None else str(row[kind])
    return Breakage(code, FILES[kind], replaced, str(row["becomes"]), (), tuple(files.items()))


def _shortest(code: str) -> Breakage | None:
    """The mistake with the fewest letters that has this code and no other problem."""
    alone = (found for found in load_breakages() if [each.split()[-1] for each in found.expected] == [code])
    shown = (found for found in alone if found.replaced is not None and len(found.by) < _LONGEST)
    return min(shown, key=lambda found: len(found.by), default=None)
