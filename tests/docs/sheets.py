"""Sheets that somebody hands in for the guide's example."""

import json
from pathlib import Path

from gramota.course import load_course
from gramota.course.identity import content_hash
from gramota.grading.answers import FORMAT, checksum

WRITTEN = {
    "ru": "Нажму красную кнопку и вызову пожарных. Потом быстро спущусь на лифте.",
    "en": "I press the red button and call the fire brigade. Then I quickly take the lift down.",
}
NAMES = {"ru": "Анна Иванова", "en": "Anna Ivanova"}


def write_sheet(project: Path, file: Path, lang: str) -> None:
    """Write a sheet as the browser downloads it."""
    letter = load_course(project / "docs", project / "quizzes").lessons[0].letter
    sheet: dict[str, object] = {
        "format": FORMAT,
        "site": "example",
        "letter": {"id": letter.id, "revision": letter.revision, "hash": content_hash(letter)},
        "learner": {"id": "4711", "name": NAMES[lang]},
        "started": "2026-03-05T10:00:00.000Z",
        "finished": "2026-03-05T10:20:00.000Z",
        "acknowledged": {
            "revision": letter.revision,
            "hash": content_hash(letter),
            "at": "2026-03-05T09:58:00.000Z",
        },
        "answers": [{"question": "first-steps", "text": WRITTEN[lang]}],
        "self_check": [],
    }
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps({**sheet, "checksum": checksum(sheet)}, ensure_ascii=False), encoding="utf-8")
