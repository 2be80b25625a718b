"""A situation in which gramota tells a problem, the same one mended, and how both are shown to a reader."""

import logging
import re
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, chdir, contextmanager, nullcontext, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any

import yaml
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import get_files

from gramota import wording
from gramota.cli.running import run
from tests.docs.error_examples import translated
from tests.docs.situations.files import shown_lines, write_file
from tests.docs.situations.place import Place
from tests.docs.situations.states import STATES, cluster_address

_HERE = Path(__file__).parent
_MKDOCS = "mkdocs build"
_CLUSTER = "cluster "
_HOME = "/home/anna"
# The small course tells nothing of its second revision; whoever imports questions is told to look at them.
_ALWAYS = {"check": {"G094"}, "import": {"G426", "G427"}}
_TOLD = re.compile(
    r"^(?:! |(?P<place>[^\n]+?): )?(?P<code>G\d{3}) (?P<message>[^\n]+)"
    r"(?:\n(?:[^\n]*\|[^\n]*\n)* +(?P<hint>\S[^\n]*))?",
    re.MULTILINE,
)


@dataclass(frozen=True)
class Told:
    """What was said of a problem."""

    code: str
    message: str
    hint: str


@dataclass(frozen=True)
class Side:
    """A command in a folder with the small course and these files; what was run before it, and what else is the case.

    A file that is None is taken out of the course.
    """

    command: str
    files: Mapping[str, Any]
    beside: Mapping[str, Any]
    before: tuple[str, ...] = ()
    state: str = ""

    def told(self, lang: str) -> list[Told]:
        """Return what the command says."""
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder).resolve()
            place = Place(root, lang)
            place.begin()
            for name, made in (*self.beside.items(), *self.files.items()):
                write_file(place, name, made)
            for command in self.before:
                _said(root, command, lang)
            with ExitStack() as held:
                if self.state:
                    held.enter_context(STATES[self.state].held(root, lang))
                said = _said(root, self.command, lang)
                return [*_problems(said.replace(str(root), _HOME))]

    def shown(self, lang: str) -> dict[str, list[str]]:
        """Return the lines that show each file, by its name, and under an empty name the commands."""
        files = {name: shown_lines(name, made, lang) for name, made in self.files.items() if made is not None}
        meanwhile = [STATES[self.state].shown[lang]] if self.state and STATES[self.state].shown else []
        typed = [f"$ {translated(_shown_command(command), lang)}" for command in (*self.before, self.command)]
        return {**files, "": [*typed[:-1], *meanwhile, typed[-1]]}


@dataclass(frozen=True)
class Situation:
    """A wrong side and a right one; `still` are codes that the right one is told all the same."""

    code: str
    wrong: Side
    right: Side
    still: frozenset[str]


@cache
def situations() -> dict[str, Situation]:
    """Return all situations by their codes."""
    tables = (yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(_HERE.glob("*.yml")))
    return {code: _situation(code, row) for table in tables for code, row in table.items() if code != "english"}


def _situation(code: str, row: dict[str, Any]) -> Situation:
    sides = [_side(row, row.get(name, {})) for name in ("wrong", "right")]
    still = {*row.get("still", ()), *_ALWAYS.get(sides[1].command.split()[0], set()) - {code[:4]}}
    return Situation(code, *sides, frozenset(still))


def _side(row: dict[str, Any], own: Any) -> Side:
    """With `file` in the row, the side is what that file holds; otherwise it names files, and may name a command."""
    if "file" in row:
        own = {"files": {row["file"]: own}}
    return Side(
        command=own.get("run", row.get("run", "check")),
        files=own.get("files", {}),
        beside=row.get("beside", {}),
        before=tuple(own.get("before", row.get("before", ()))),
        state=own.get("state", ""),
    )


@cache
def told_of_situation(code: str, lang: str) -> Told:
    """Return what is said of the wrong side under this very code, the part below it included."""
    said = situations()[code].wrong.told(lang)
    pattern = _pattern(code, lang)
    return next(each for each in said if each.code == code[:4] and pattern.fullmatch(each.message))


@cache
def told_when_right(code: str, lang: str) -> list[Told]:
    """Return what is said of the right side, but for what is said anyway."""
    situation = situations()[code]
    return [each for each in situation.right.told(lang) if each.code not in situation.still]


def _pattern(code: str, lang: str) -> re.Pattern[str]:
    rooms = (Path(wording.__file__).parent / lang).glob("*problems.yml")
    said = next(text for room in rooms if (text := _texts(room).get(code)))
    forms = [said] if isinstance(said, str) else [*said.values()]
    filled = (re.sub(r"\\\{\w+\\\}", ".*", re.escape(form)) for form in forms)
    return re.compile("|".join(filled))


@cache
def _texts(room: Path) -> dict[str, Any]:
    return yaml.safe_load(room.read_text(encoding="utf-8"))


def _said(folder: Path, command: str, lang: str) -> str:
    printed = StringIO()
    with chdir(folder), redirect_stderr(printed), redirect_stdout(printed):
        if command == _MKDOCS:
            return _said_by_build()
        if command.startswith("review "):
            return _said_by_desk(command, lang)
        if command.startswith(_CLUSTER):
            command = _grading_on_cluster(command, cluster_address())
        typed, _, piped = translated(command, lang).partition(" < ")
        with _piped(Path(piped)) if piped else nullcontext():
            run([*_typed(typed), "--lang", lang])
    return printed.getvalue()


def _said_by_desk(command: str, lang: str) -> str:
    """Return what is said of a desk that is closed as soon as it has told its address."""
    typed = [sys.executable, "-m", "gramota", *_typed(command), "--lang", lang]
    with subprocess.Popen(typed, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8") as desk:
        assert desk.stdout
        desk.stdout.readline()
        desk.send_signal(signal.SIGINT)
        return desk.communicate()[1]


def _grading_on_cluster(command: str, scheduler: str) -> str:
    """Return the whole command for `cluster PARTS… RESULTS`."""
    given, has_more, more = command.removeprefix(_CLUSTER).partition(" --")
    *parts, results = given.split()
    return f"grade {' '.join(parts)} --quiz returns -o {results} --engine dask --scheduler {scheduler}{has_more}{more}"


@contextmanager
def _piped(file: Path) -> Iterator[None]:
    kept = sys.stdin
    with file.open(encoding="utf-8") as stream:
        sys.stdin = stream
        try:
            yield
        finally:
            sys.stdin = kept


def _said_by_build() -> str:
    config = load_config("mkdocs.yml")
    written = StringIO()
    handler = logging.StreamHandler(written)
    logging.getLogger("mkdocs").addHandler(handler)
    try:
        config.plugins.on_config(config)
        config.plugins.on_files(get_files(config), config=config)
    except PluginError as error:
        return str(error)
    finally:
        logging.getLogger("mkdocs").removeHandler(handler)
    return written.getvalue()


def _typed(command: str) -> list[str]:
    return [word.strip('"') for word in re.findall(r'"[^"]*"|\S+', command)]


def _shown_command(command: str) -> str:
    if command.startswith(_CLUSTER):
        command = _grading_on_cluster(command, "tcp://10.0.0.1:8786").replace("memory://", "s3://bucket/")
    return command if command == _MKDOCS else f"gramota {command}"


def _problems(said: str) -> Iterator[Told]:
    # A report's warnings go on in the next line.
    whole = re.sub(r"^! G\d{3}.*(?:\n(?!! )\S.*)*", lambda found: " ".join(found[0].split()), said, flags=re.MULTILINE)
    for found in _TOLD.finditer(whole):
        yield Told(found["code"], found["message"], (found["hint"] or "").strip())
