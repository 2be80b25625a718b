"""What an attempt and a rubric are, whatever their files' names: hashes of what they say."""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping

from gramota.course import ControlQuestion
from gramota.grading.answers import Answers, Learner, checksum
from gramota.grading.compiled_quiz import CompiledQuiz

Synonyms = Mapping[str, tuple[str, ...]]

_GROUP = re.compile(r"<([^<>]+)>")


def attempt_id(answers: Answers) -> str:
    """Return the checksum of what the file says, which is not what it claims where it was changed by hand."""
    return checksum(answers.model_dump(mode="json", exclude_unset=True))


def learner_key(learner: Learner) -> str:
    """Return what a learner is known by: the number, or the name of who has given none."""
    return " ".join((learner.id or learner.name or "").split())


def rubric_hash(compiled: CompiledQuiz, question_id: str) -> str:
    """Return 16 hexadecimal digits that change with anything that an answer to the question is judged by.

    Its prompt and its examples are not among it; empty where the quiz has no such question.
    """
    if question_id not in compiled.rubrics:
        return ""
    question = compiled.quiz.question(question_id)
    said = {
        "lang": compiled.letter.lang,
        "question": question.model_dump(
            mode="json", include={"criteria", "misconceptions", "min_points", "max_points", "refuse"}
        ),
        "synonyms": dict(_groups(question, compiled.quiz.synonyms)),
    }
    canonical = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:16]


def _groups(
    question: ControlQuestion, synonyms: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the groups that the question's phrases name, and those that these name."""
    waiting = [
        text for entry in (*question.criteria, *question.misconceptions) for text in (*entry.accept, *entry.reject)
    ]
    seen: set[str] = set()
    while waiting:
        for name in _GROUP.findall(waiting.pop()):
            if name in synonyms and name not in seen:
                seen.add(name)
                waiting += synonyms[name]
                yield name, synonyms[name]
