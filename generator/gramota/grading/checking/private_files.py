"""Personal data where they must not lie: answers, decisions, results and rosters in the folders of a site."""

import gzip
import json
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from io import BufferedReader
from itertools import islice
from pathlib import Path
from typing import Literal

from gramota.course.files.folder import shown_path
from gramota.errors import Problem, Where
from gramota.grading.inbox.archives import read_archive
from gramota.grading.inbox.found_files import Piece
from gramota.grading.inbox.table_kinds import PACKED
from gramota.grading.report.marks import BEGINNING, MARK_OF_FEEDBACK, MARK_OF_REPORT
from gramota.grading.roster.columns import is_roster_header
from gramota.grading.roster.table import split_header
from gramota.grading.tables.text_encoding import wide_encoding
from gramota.wording import LANGUAGES, wording

Kind = Literal["answers", "decisions", "gradebook", "report", "feedback", "roster"]

_CODES: Mapping[Kind, str] = {
    "answers": "G099.answers",
    "decisions": "G099.decisions",
    "gradebook": "G099.gradebook",
    "report": "G099.report",
    "feedback": "G099.feedback",
    "roster": "G099.roster",
}
_MAY_BE_PACKED = frozenset({".csv", ".tsv", ".jsonl", ".json", ".txt"})
_MOST_BYTES = 5_000_000
_BEGINNING = 64_000
_ANSWERS_FILE = re.compile(rb'"format"\s*:\s*"gramota-answers/\d')
_ANSWERS_TEXT = re.compile(rb"gramota-(?:answers|text)/\d")
_DECISIONS = re.compile(rb"gramota-decisions?/\d")
_UNFINISHED = re.compile(rb'"format"\s*:\s*"gramota-(?:unfinished|part)/\d')
_SET_ASIDE = {"file", "row", "code", "given"}
_TABLE_OF_ANSWERS = {"id", "question", "answer"}
_GRADES = {"id", "question", "criteria"}
_CELL_TEXT = re.compile("<t[^>]*>([^<]*)</t>")


def find_private_files(*folders: Path) -> Iterator[Problem]:
    """Yield a problem for each file below the folders that holds people's names or answers, hidden ones left out."""
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if not any(part.startswith(".") for part in path.relative_to(folder).parts) and (kind := _kind_of(path)):
                yield private_file(path, kind)


def private_file(path: Path, kind: Kind) -> Problem:
    """Return the problem of a file of this kind that lies where it must not."""
    return Problem.at(Where(shown_path(path)), _CODES[kind])


def _kind_of(path: Path) -> Kind | None:
    """Return what the file is; one that cannot be read is left to those who will read it."""
    *_, before, last = ("", "", *map(str.lower, path.suffixes))
    look = _LOOKS.get(before if last == PACKED and before in _MAY_BE_PACKED else last)
    if look is None or not path.is_file():
        return None
    try:
        return look(path)
    except (OSError, EOFError, zlib.error, zipfile.BadZipFile, NotImplementedError):
        return None


def _open(path: Path) -> BufferedReader | gzip.GzipFile:
    return gzip.open(path) if path.suffix.lower() == PACKED else path.open("rb")


def _read(path: Path, most: int) -> bytes:
    """Return the file's beginning in UTF-8, where characters of two or four bytes each tell what it is written in."""
    with _open(path) as stream:
        return _narrow(stream.read(most))


def _narrow(data: bytes) -> bytes:
    wide = wide_encoding(data)
    return data.decode(wide, "ignore").encode(errors="ignore") if wide else data


def _look_at_json(path: Path) -> Kind | None:
    return "answers" if _ANSWERS_FILE.search(_read(path, _MOST_BYTES)) else None


def _look_at_text(path: Path) -> Kind | None:
    """Look for what the control sheet writes below the answers that it copies as text."""
    return "answers" if _ANSWERS_TEXT.search(_read(path, _MOST_BYTES)) else None


def _look_at_archive(path: Path) -> Kind | None:
    """Look for sheets, as a mail with several of them holds them; what else lies in an archive is not opened."""
    pieces = (_narrow(piece.data) for piece in read_archive(path) if isinstance(piece, Piece))
    is_found = any(_ANSWERS_FILE.search(data) or _ANSWERS_TEXT.search(data) for data in pieces)
    return "answers" if is_found else None


def _look_at_page(path: Path) -> Kind | None:
    with path.open("rb") as stream:
        beginning = stream.read(BEGINNING)
    if MARK_OF_FEEDBACK in beginning:
        return "feedback"
    return "report" if MARK_OF_REPORT in beginning else None


def _look_at_lines(path: Path) -> Kind | None:
    with _open(path) as stream:
        line = stream.readline(_MOST_BYTES)
    if wide_encoding(line):
        line = _read(path, _MOST_BYTES).partition(b"\n")[0]
    if path.name == "decisions.jsonl" or _DECISIONS.search(line):
        return "decisions"
    try:
        keys = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(keys, dict):
        return None
    if keys.keys() >= _TABLE_OF_ANSWERS or keys.keys() >= _SET_ASIDE:
        return "answers"
    return "gradebook" if keys.keys() >= _GRADES else None


def _look_at_unfinished(path: Path) -> Kind | None:
    """Look for what grading keeps until it is done: grades, and rows as they were given."""
    with path.open("rb") as stream:
        return "answers" if _UNFINISHED.search(stream.readline(_MOST_BYTES)) else None


def _look_at_parquet(path: Path) -> Kind | None:
    """Look for the names of columns, which stand at the end as they are, in any case."""
    with path.open("rb") as stream:
        stream.seek(max(path.stat().st_size - _MOST_BYTES, 0))
        end = stream.read(_MOST_BYTES).lower()
    if all(name.encode() in end for name in _TABLE_OF_ANSWERS):
        return "answers"
    return "gradebook" if all(name.encode() in end for name in _GRADES) else None


def _look_at_table(path: Path) -> Kind | None:
    beginning = _read(path, _BEGINNING)
    try:
        text = beginning.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = beginning.decode("cp1251", "replace")
    return next(filter(None, (_kind_of_header(split_header(line)) for line in islice(text.splitlines(), 10))), None)


def _look_at_workbook(path: Path) -> Kind | None:
    with zipfile.ZipFile(path) as parts:
        if "xl/sharedStrings.xml" not in parts.namelist():
            return None
        with parts.open("xl/sharedStrings.xml") as stream:
            texts = stream.read(_BEGINNING).decode("utf-8", "replace")
    return _kind_of_header(_CELL_TEXT.findall(texts))


def _kind_of_header(names: list[str]) -> Kind | None:
    if any(heads <= {*names} for heads in _gradebook_heads()):
        return "gradebook"
    if {name.lower() for name in names} >= _TABLE_OF_ANSWERS:
        return "answers"
    return "roster" if is_roster_header(names) else None


@cache
def _gradebook_heads() -> list[set[str]]:
    """In each language, the columns that a gradebook has and a roster has not."""
    rooms = (wording("grading", lang) for lang in LANGUAGES)
    return [{t(f"column.{name}") for name in ("learner_id", "name", "result")} for t in rooms]


_LOOKS: Mapping[str, Callable[[Path], Kind | None]] = {
    ".json": _look_at_json,
    ".txt": _look_at_text,
    ".jsonl": _look_at_lines,
    ".unfinished": _look_at_unfinished,
    ".parquet": _look_at_parquet,
    ".csv": _look_at_table,
    ".tsv": _look_at_table,
    ".xlsx": _look_at_workbook,
    ".html": _look_at_page,
    ".htm": _look_at_page,
    ".zip": _look_at_archive,
}
