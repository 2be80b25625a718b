"""Decided answers to «Кто возвращает деньги?» of tests/answers/course, in which a word that no phrase knows tells."""

from collections.abc import Iterable

from gramota.grading.calibration.decided_answers import DecidedAnswer

KEY = ("criteria", "cashier")
TELLING = ("девушка у кассового аппарата", "тетя Люба за окошком", "сотрудница с терминалом")
EMPTY = ("бухгалтер из офиса", "курьер на складе", "никто из нас, звоните в банк")


def decided(text: str, met: bool, number: int) -> DecidedAnswer:
    return DecidedAnswer(f"{number:03}", "money", text, {"Ирина": {KEY: met}})


def many(times: int = 60) -> list[DecidedAnswer]:
    """Return so many answers of each kind, those that meet the criterion first."""
    telling = [decided(f"Вернет {TELLING[at % 3]}, смена {at}", True, at) for at in range(times)]
    empty = [decided(f"Вернет {EMPTY[at % 3]}, смена {at}", False, times + at) for at in range(times)]
    return [*telling, *empty]


def texts(answers: Iterable[DecidedAnswer]) -> list[str]:
    return [each.text for each in answers]
