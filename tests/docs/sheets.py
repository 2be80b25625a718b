"""Sheets that somebody hands in for the guide's example."""

import json
from pathlib import Path

from gramota.course import load_course
from gramota.course.model.identity import content_hash
from gramota.decisions.line import Finished, Subject
from gramota.grading.inbox.answers import FORMAT, checksum
from tests.answers.sheets import attempt_of
from tests.unit.decisions.lines import write_log

WRITTEN = {
    "ru": "Нажму красную кнопку и вызову пожарных. Потом быстро спущусь на лифте.",
    "en": "I press the red button and call the fire brigade. Then I quickly take the lift down.",
}
NAMES = {"ru": "Анна Иванова", "en": "Anna Ivanova"}


def write_sheet(
    project: Path, file: Path, lang: str, learner: dict[str, str] | None = None, text: str | None = None
) -> str:
    """Write a sheet as the browser downloads it, and return the id by which decisions know it.

    It is that of the guide's employee, unless it says otherwise.
    """
    letter = load_course(project / "docs", project / "quizzes").lessons[0].letter
    sheet: dict[str, object] = {
        "format": FORMAT,
        "site": "example",
        "letter": {"id": letter.id, "revision": letter.revision, "hash": content_hash(letter)},
        "learner": learner or {"id": "4711", "name": NAMES[lang]},
        "started": "2026-03-05T10:00:00.000Z",
        "finished": "2026-03-05T10:20:00.000Z",
        "acknowledged": {
            "revision": letter.revision,
            "hash": content_hash(letter),
            "at": "2026-03-05T09:58:00.000Z",
        },
        "answers": [{"question": "first-steps", "text": text or WRITTEN[lang]}],
        "self_check": [],
    }
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps({**sheet, "checksum": checksum(sheet)}, ensure_ascii=False), encoding="utf-8")
    return attempt_of({**sheet, "checksum": checksum(sheet)})


def write_decisions(folder: Path, attempt: str) -> None:
    """Write what a trainer decided of the sheet."""
    folder.mkdir(exist_ok=True)
    about = Subject(attempt=attempt, learner="4711", letter="fire", question="first-steps", rubric="")
    met = {"alarm": True, "call": True, "stairs": False}
    write_log(folder, Finished(subject=about, criteria=met, misconceptions={"lift": True}))
