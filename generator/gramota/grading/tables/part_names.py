"""What the names of a table's parts say, as Spark and pyarrow mean them: what is passed over, and what is a column."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from gramota.errors import Problem, Where
from gramota.grading.inbox.found_files import is_nobodys
from gramota.grading.inbox.table_kinds import PARQUET

_CHECKSUM = ".crc"
_FOR_PEOPLE = frozenset({"txt", "md", "rst", "log", "html", "pdf", "docx"})
_NAMES_FOR_PEOPLE = frozenset({"readme", "license", "notice"})

_DELTA = "_delta_log"
_PART = re.compile(r"part[-_.]?\d")
_NO_VALUE = "__HIVE_DEFAULT_PARTITION__"
_WHOLE = re.compile(r"0|-?[1-9][0-9]{0,17}")

_TEXTS = {"question", "answer"}

Key = tuple[str, str | int | None]
"""A column that stands in the names of folders, and its value for a part."""


@dataclass(frozen=True)
class PartName:
    """Where a part stands below the folder of its table, and the columns that this says."""

    steps: tuple[str, ...]
    keys: tuple[Key, ...] = ()

    @property
    def flat(self) -> str:
        """One name for all of them."""
        return ".".join(self.steps)


def name_parts(files: Iterable[str], shown_as: str) -> Iterator[PartName | Problem]:
    """Yield the parts among the files, given by their paths below the folder, in the order of these.

    What Spark, Dask and systems leave there is passed over, and so is what people write about a table; any other file
    that is no part is a problem, and so is a folder without parts.
    """
    found = sorted(tuple(file.split("/")) for file in files)
    if any(_DELTA in steps[:-1] for steps in found):
        yield Problem.at(Where(shown_as, 0), "G348.delta")
        return
    seen = [steps for steps in found if not any(map(is_passed_over, steps)) and not is_about_table(steps[-1])]
    parts = [steps for steps in seen if steps[-1].lower().endswith(PARQUET)]
    others = {*seen}.difference(parts)
    yield from (Problem.at(Where("/".join((shown_as, *steps))), "G348.kind") for steps in seen if steps in others)
    yield from _with_keys(parts)
    if not seen:
        yield Problem.at(Where(shown_as, 0), "G348")


def is_passed_over(name: str) -> bool:
    """Whether a file or folder of this name is a program's or a system's own, and none of the table."""
    is_own = name.startswith(".") or is_mark(name)
    return is_own or is_nobodys(name) or name.lower().endswith(_CHECKSUM)


def is_mark(name: str) -> bool:
    """Whether a program that writes tables leaves a file or folder of this name beside the parts."""
    return name.startswith("_") and "=" not in name


def is_about_table(name: str) -> bool:
    """Whether a file of this name may lie among the parts for people to read; Spark writes parts that are texts."""
    stem, dot, ending = name.lower().rpartition(".")
    is_for_people = ending in _FOR_PEOPLE if dot else ending in _NAMES_FOR_PEOPLE
    return is_for_people and not _PART.match(stem)


def find_about_table(files: Iterable[str]) -> Iterator[str]:
    """Yield the paths of what lies among the parts for people to read, in their order."""
    for file in sorted(files):
        steps = file.split("/")
        if not any(map(is_passed_over, steps)) and is_about_table(steps[-1]):
            yield file


def _with_keys(parts: Sequence[tuple[str, ...]]) -> Iterator[PartName]:
    """Yield the parts with their columns, whose values are whole numbers where all of a column are."""
    said = [[_split(folder) for folder in steps[:-1] if "=" in folder] for steps in parts]
    values: dict[str, set[str]] = {}
    for keys in said:
        for name, value in keys:
            values.setdefault(name, set()).add(value)
    all_whole = {name for name, found in values.items() if all(map(_WHOLE.fullmatch, found - {_NO_VALUE}))}
    numbers = {name for name in all_whole if name.lower() not in _TEXTS}
    for steps, keys in zip(parts, said, strict=True):
        yield PartName(steps, tuple((name, _value(value, name in numbers)) for name, value in keys))


def _split(folder: str) -> tuple[str, str]:
    name, _, value = folder.partition("=")
    return unquote(name), unquote(value)


def _value(said: str, is_number: bool) -> str | int | None:  # noqa: FBT001 - of the whole column
    if said == _NO_VALUE:
        return None
    return int(said) if is_number else said
