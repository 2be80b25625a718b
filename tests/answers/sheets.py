"""Answer files as the control sheet of tests/answers/course writes them, and the same with something changed."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from gramota.course import Course, load_course
from gramota.grading.attempt_identity import attempt_id
from gramota.grading.compiled_quiz import CompiledQuiz, compile_quiz
from gramota.grading.inbox.answers import Answers, checksum

HERE = Path(__file__).parent
FILES = HERE / "files"
FOLDERS = ("--docs", str(HERE / "course/docs"), "--quizzes", str(HERE / "course/quizzes"))
READ = {"revision": 2, "hash": "e2ad7b231777305e", "at": "2026-11-23T09:58:00.000Z"}
RIGHT = {"term": "В течение 14 дней, если есть чек.", "money": "Кассир.", "wish": ""}


@cache
def course() -> Course:
    return load_course(HERE / "course/docs", HERE / "course/quizzes")


@cache
def compiled() -> CompiledQuiz:
    return compile_quiz(course().lesson("returns"))


def sheet(answers: dict[str, str] | None = None, **changed: Any) -> dict[str, Any]:
    """Return the content of a file that is right, with the named keys replaced, and the checksum that fits."""
    content: dict[str, Any] = {
        "format": "gramota-answers/1",
        "site": "Магазины",
        "letter": {"id": "returns", "revision": 2, "hash": "e2ad7b231777305e"},
        "learner": {"id": "4711", "name": "Анна Иванова"},
        "started": "2026-11-23T10:00:00.000Z",
        "finished": "2026-11-23T10:20:00.000Z",
        "acknowledged": READ,
        "answers": [{"question": key, "text": text} for key, text in {**RIGHT, **(answers or {})}.items()],
        "self_check": [],
    }
    # `answers` names what is answered otherwise; `answers_in_file` replaces the list as a whole.
    content.update({key.removesuffix("_in_file"): value for key, value in changed.items()})
    return {**content, "checksum": checksum(content)}


def attempt_of(content: dict[str, Any]) -> str:
    """Return the id by which decisions know the sheet."""
    return attempt_id(Answers.model_validate_json(json.dumps(content)))


def write(path: Path, content: object) -> Path:
    text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
    path.write_text(text, encoding="utf-8")
    return path
