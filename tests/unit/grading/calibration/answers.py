"""Decided answers to «Кто возвращает деньги?» of tests/answers/course, in the part of the answers that is asked for."""

import hashlib
from itertools import count

from tests.answers.sheets import compiled

from gramota.grading.calibration.calibrate import Calibration, calibrate_quiz
from gramota.grading.calibration.decided_answers import DecidedAnswer
from gramota.grading.compiled_quiz import CompiledQuiz

CASHIER = ("criteria", "cashier")


def is_aside(answer_id: str) -> bool:
    return int(hashlib.sha256(answer_id.encode()).hexdigest(), 16) % 3 == 0


def decided(text: str, met: bool, *, number: int = 0, aside: bool = False) -> DecidedAnswer:
    """Return an answer that one trainer decided; of the same text and number always the same one."""
    names = (hashlib.md5(f"{text} {number} {at}".encode()).hexdigest()[:8] for at in count())
    answer_id = next(name for name in names if is_aside(name) == aside)
    return DecidedAnswer(answer_id, "money", text, {"Ирина": {CASHIER: met}})


def several(text: str, met: bool, times: int, *, aside: bool = False) -> list[DecidedAnswer]:
    return [decided(f"{text} {'и еще ' * number}", met, number=number, aside=aside) for number in range(times)]


def calibrated(*answers: DecidedAnswer, least: int = 2, quiz: CompiledQuiz | None = None) -> Calibration:
    return calibrate_quiz(quiz or compiled(), answers, least)


def proposed(calibration: Calibration) -> list[tuple[str, str]]:
    return [(new.where, new.phrase) for _, new in calibration.phrases]
