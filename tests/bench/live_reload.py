"""How long an author waits for an edit to show in `mkdocs serve` on the example."""

import shutil
import statistics
import tempfile
import threading
import time
from pathlib import Path
from typing import NamedTuple

from tests.built_site.serving import PATIENCE, Served, serve

LETTER = "letters/closer-product/index.html"
_AIM = 1.5
_PAUSE = 0.01
_EDITS_OF_EACH = 10
# MkDocs looks every half second; who edits at once after each build meets it always at the same moment.
_LOOKS_EVERY = 0.5


class Edit(NamedTuple):
    """A file in which something is written after these words, and the page that shows it."""

    what: str
    file: str
    before: str
    page: str


EDITS = (
    Edit("a letter's text", "docs/letters/closer-product.yml", "    body: |\n      ", LETTER),
    Edit("a question of the self-check", "quizzes/closer-product.yml", "    prompt: ", LETTER),
    Edit("a page by hand", "docs/guide/ru/employee.md", "# ", "guide/ru/employee.html"),
)

HEAD = f"""## Live reload

The example as `mkdocs serve` shows it, from the moment that the file is saved until the served page holds the new text.
Medians of {_EDITS_OF_EACH} edits at even moments of the half second in which MkDocs looks for changes, seconds; aim:
under {_AIM} s. A quarter of a second goes by, at the median, until MkDocs looks, and a tenth while it waits for more.
"""


def live_reload_section(root: Path) -> str:
    with tempfile.TemporaryDirectory() as folder:
        project = _copy(root, Path(folder))
        with serve(project, LETTER) as course:
            measured = [(edit.what, _median(course, edit)) for edit in EDITS]
    rows = "\n".join(f"| {what} | {seconds:.2f} | {slowest:.2f} |" for what, (seconds, slowest) in measured)
    return f"{HEAD}\n| edited | s | slowest |\n| --- | ---: | ---: |\n{rows}\n"


def _copy(root: Path, place: Path) -> Path:
    for name in ("docs", "quizzes"):
        shutil.copytree(root / name, place / name)
    shutil.copy(root / "mkdocs.yml", place)
    return place


def _median(course: Served, edit: Edit) -> tuple[float, float]:
    """Return the median and the longest time of several edits."""
    taken = []
    for number in range(_EDITS_OF_EACH):
        threading.Event().wait(_LOOKS_EVERY * number / _EDITS_OF_EACH)
        taken.append(_seconds_until_shown(course, edit, f"NEW-{EDITS.index(edit)}-{number} "))
    return statistics.median(taken), max(taken)


def _seconds_until_shown(course: Served, edit: Edit, said: str) -> float:
    path = course.project / edit.file
    text = path.read_text(encoding="utf-8")
    assert edit.before in text, edit.file
    begin = time.perf_counter()
    path.write_text(text.replace(edit.before, edit.before + said, 1), encoding="utf-8")
    pause = threading.Event()
    while said.strip() not in course.page(edit.page):
        assert time.perf_counter() - begin < PATIENCE, f"{said} never came to {edit.page}"
        pause.wait(_PAUSE)
    return time.perf_counter() - begin
