"""What criteria mean to people, as a short fingerprint: trainers' decisions hold as long as it stays the same."""

import hashlib
import json
from collections.abc import Mapping

from gramota.course import ControlQuestion, Quiz

DIGITS = 12

Meanings = Mapping[str, Mapping[str, str]]
"""The fingerprint of each criterion of each question, by their ids."""


def meanings_of(quiz: Quiz) -> Meanings:
    """Return what each criterion means: its title and the question's prompt, whatever its phrases and points are."""
    return {
        question.id: {each.id: _fingerprint(question, each.title) for each in question.criteria}
        for question in quiz.control
    }


def _fingerprint(question: ControlQuestion, title: str) -> str:
    meant = [" ".join(text.split()) for text in (question.prompt, title)]
    return hashlib.sha256(json.dumps(meant, ensure_ascii=False).encode()).hexdigest()[:DIGITS]
