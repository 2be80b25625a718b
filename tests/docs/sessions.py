"""Commands of the guides, run as readers run them: in the example's project, with a sheet handed in.

`python -m tests.docs.sessions` writes into the guides what the commands print today; read the difference before you
commit it.
"""

import os
import re
import shlex
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.docs.guide import GUIDE, LANGUAGES, PAGES, example_project, page_text, sessions
from tests.docs.imported import write_visitors
from tests.docs.sheets import write_decisions, write_sheet

GRAMOTA = ".venv/bin/gramota"
# The author's guide misspells this section to show how a mistake is told.
MISSPELT = "retrun"
_LOCALES = {"ru": "ru_RU.UTF-8", "en": "en_GB.UTF-8"}


def prepare(project: Path, lang: str, shown: str) -> None:
    """Hand in a sheet, alone and in a folder, and decide on it; misspell a section where the output speaks of it.

    Beside them lie the files that the author's guide imports.
    """
    (project / "results").mkdir(exist_ok=True)
    for name in ("fire--4711--2026-03-05.json", "sheets/fire--4711--2026-03-05.json"):
        attempt = write_sheet(project, project / name, lang)
    write_decisions(project / "decisions", attempt)
    write_visitors(project, lang)
    if MISSPELT in shown:
        quiz = project / "quizzes/fire.yml"
        right = quiz.read_text(encoding="utf-8")
        quiz.write_text(right.replace("section: return", f"section: {MISSPELT}", 1), encoding="utf-8")


def run(command: str, project: Path, lang: str) -> tuple[int, str]:
    """Return the exit code of a gramota command and what it prints; a desk is closed when it has told its address."""
    environment = {**os.environ, "LC_ALL": _LOCALES[lang], "NO_COLOR": "1", "PYTHONUTF8": "1"}
    typed = [sys.executable, "-m", "gramota", *shlex.split(command.removeprefix(GRAMOTA))]
    if "review" in typed:
        return _run_desk([*typed, "--no-browser"], project, environment)
    done = subprocess.run(typed, cwd=project, env=environment, capture_output=True, encoding="utf-8", check=False)
    return done.returncode, fitted(done.stdout + done.stderr)


def _run_desk(typed: list[str], project: Path, environment: dict[str, str]) -> tuple[int, str]:
    desk = subprocess.Popen(
        typed, cwd=project, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    )
    assert desk.stdout
    assert desk.stdout.readline().startswith("http://127.0.0.1:"), desk.communicate()[1]
    desk.send_signal(signal.SIGINT)
    return desk.wait(), fitted(desk.communicate()[1])


def fitted(printed: str) -> str:
    """Drop what the width of a terminal decides: the length of rules and the spaces at the ends of lines."""
    lines = (line.replace("\N{NO-BREAK SPACE}", " ").rstrip() for line in printed.splitlines())
    return "\n".join(re.sub(r"─{3,}$", "───", line) for line in lines).strip() + "\n"


def _refresh(lang: str, page: str) -> None:
    text = page_text(lang, page)
    for command, shown in sessions(text):
        if shown:
            with tempfile.TemporaryDirectory() as folder:
                project = example_project(lang, Path(folder))
                prepare(project, lang, shown)
                text = text.replace(f"$ {command}\n{shown}", f"$ {command}\n{run(command, project, lang)[1]}")
    (GUIDE / lang / f"{page}.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    for each_lang in LANGUAGES:
        for each_page in PAGES:
            _refresh(each_lang, each_page)
