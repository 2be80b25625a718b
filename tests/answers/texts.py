"""Sheets as the control sheet copies them to a messenger, `gramota-text/1`; the browser's tests hold the twin to it."""

import json
from typing import Any

from gramota.grading.inbox.answers import Answers
from gramota.grading.inbox.answers_text import seal_of

_FOOT = "Строки в квадратных скобках читает программа, не меняйте их."


def sheet_text(content: dict[str, Any]) -> str:
    """Return the text that says the same as the file with this content."""
    answers = Answers.model_validate_json(json.dumps(content, ensure_ascii=False))
    total = len(answers.answers)
    said = [
        f"[{number}/{total} {answer.question}: Вопрос (или два)?]\n{answer.text or '(без ответа)'}"
        for number, answer in enumerate(answers.answers, start=1)
    ]
    letter, learner = answers.letter, answers.learner
    fields = {
        "format": "gramota-text/1",
        "letter": letter.id,
        "revision": letter.revision,
        "hash": letter.hash,
        "site": answers.site,
        "id": learner.id,
        "name": learner.name,
        "started": answers.started,
        "finished": answers.finished,
        "acknowledged": " ".join(str(part) for part in (content["acknowledged"] or {}).values()),
        "attempt": answers.attempt,
        "checksum": seal_of(answers),
    }
    foot = "\n".join(f"[{key}: {value}]" for key, value in fields.items() if value)
    return "\n\n".join(["Контрольный лист: Возврат товара", *said, f"{foot}\n{_FOOT}"]) + "\n"
