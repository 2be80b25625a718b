"""A second reader knows what its answers taught it, on every machine the same, and keeps silent where they were few."""

from dataclasses import replace
from random import Random

import pytest
from tests.unit.grading.second_reader.decided import KEY, decided, many

from gramota.grading.learning.learn import FEWEST_ANSWERS, add_up, learn_reader
from gramota.grading.second_reader.reader import FIRMEST, SecondReader

NAMES = ("Петр Сидоров", "петрович", "сидорова", "Сергей")


def learned(answers=None) -> SecondReader:
    reader = learn_reader(many() if answers is None else answers, ["cashier"], "ru")
    assert reader
    return reader


def test_it_tells_answers_apart_that_it_has_not_seen():
    reader = learned()
    assert reader.opinions("Это делает девушка, она сидит за кассовым аппаратом")["cashier"] > 5
    assert reader.opinions("Думаю, бухгалтерия в офисе или банк")["cashier"] < -5


def test_words_are_known_in_other_forms_and_other_cases():
    reader = learned()
    assert reader.opinions("ДЕВУШКИ С ТЕРМИНАЛАМИ") == reader.opinions("девушкам, с терминалом!")


def test_a_word_said_often_says_no_more_than_once():
    assert learned().opinions("бухгалтер " * 1000) == learned().opinions("бухгалтер")


def test_no_opinion_is_firmer_than_the_firmest():
    reader = SecondReader(("cashier",), (0,), {f"{letter * 4}.": (900,) for letter in "абв"})
    assert reader.opinions("аааа бббб вввв") == {"cashier": FIRMEST}
    assert reader.opinions("ничего знакомого") == {"cashier": 0}


def test_for_and_against_are_rounded_alike():
    reader = SecondReader(("a", "b"), (250, -250), {})
    assert reader.opinions("") == {"a": 3, "b": -3}


def test_the_order_of_the_answers_changes_nothing():
    shuffled = many()
    Random(1).shuffle(shuffled)
    assert learned(shuffled) == learned()


def test_a_few_answers_teach_nothing():
    assert learn_reader(many(FEWEST_ANSWERS // 2 - 1), ["cashier"], "ru") is None
    assert learned(many(FEWEST_ANSWERS // 2))


def test_a_criterion_that_all_meet_gets_no_opinion():
    assert learn_reader([replace(each, by={"Ирина": {KEY: True}}) for each in many()], ["cashier"], "ru") is None


def test_where_trainers_part_nothing_is_learned():
    said = [decided("Вернет экскаваторщик", True, 900 + at) for at in range(20)]
    disputed = [replace(each, by={**each.by, "Олег": {KEY: False}}) for each in said]
    assert learned([*many(), *disputed]) == learned()


@pytest.mark.parametrize("values", [[1e16, 1.0, -1e16], [1e100, 1e50, 1.0, -1e50, -1e100]])
def test_sums_are_the_same_in_every_python(values: list[float]):
    """Plain sums lose the one, and so do those of Python 3.12 and later in the second case."""
    assert add_up([(at, 1) for at in range(len(values))], values) == 1.0


def test_no_name_is_learned_though_many_wrote_it():
    said = [decided(f"Вернет {name}, а поможет Дирдыбай", True, 900 + at) for at, name in enumerate(NAMES * 5)]
    kept = learned([*many(), *said]).weights
    assert [begun for begun in kept if begun.startswith(("петр", "сидо", "серг", "дирд", "люба"))] == []
    assert {"помо", "верн"} <= {*kept}


def test_answers_that_tell_nothing_of_criteria_are_not_counted():
    silent = [replace(each, by={"Ирина": {("misconceptions", "bank"): True}}) for each in many()]
    assert learned([*many(FEWEST_ANSWERS // 2), *silent]) == learned(many(FEWEST_ANSWERS // 2))


def test_what_hardly_anybody_wrote_is_not_kept():
    kept = learned([*many(), *(decided("Вернет Иванова", True, 900 + at) for at in range(2))])
    assert "иван" not in "".join(kept.weights)
