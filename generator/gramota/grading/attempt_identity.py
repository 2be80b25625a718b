"""What an attempt and a rubric are, whatever their files' names: hashes of what they say."""

import hashlib
import json
from collections.abc import Iterator, Mapping

from gramota.course import ControlQuestion
from gramota.course.model.identity import short_hash
from gramota.grading.compiled_quiz import CompiledQuiz
from gramota.grading.inbox.answers import Answers, Learner
from gramota.grading.inbox.answers_text import letters_of
from gramota.rubric import parse_phrase


def attempt_id(answers: Answers) -> str:
    """Return the checksum of what was handed in, the same whether it came as a file or as a text from a messenger.

    It is made of what the sheet says and not of the checksum that it claims, which a sheet changed by hand keeps.
    """
    letter, learner = answers.letter, answers.learner
    about = (letter.id, letter.revision, letter.hash, answers.site, learner.id, learner.name)
    moments = (answers.started, answers.finished, answers.attempt)
    written = (said for answer in answers.answers for said in (answer.question, answer.text))
    values = ["" if value is None else letters_of(str(value)) for value in (*about, *moments, *written)]
    return "sha256:" + hashlib.sha256(json.dumps(values, ensure_ascii=False).encode()).hexdigest()


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
    return short_hash(said)


def _groups(
    question: ControlQuestion, synonyms: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the groups that the question's phrases name, and those that these name."""
    waiting = [
        text for entry in (*question.criteria, *question.misconceptions) for text in (*entry.accept, *entry.reject)
    ]
    seen: set[str] = set()
    while waiting:
        for group in parse_phrase(waiting.pop()).groups:
            if group.name not in seen:
                seen.add(group.name)
                waiting += synonyms[group.name]
                yield group.name, synonyms[group.name]
