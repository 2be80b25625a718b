"""Who copied from whom is found among thousands, and who answers alike in a few words is left in peace."""

import random
import time

from gramota.grading.inbox.near_duplicates import MOST_TWINS, Written, find_twins

LONG = "На маржу я влияю сам, а на решение технического отдела и на погоду повлиять никак не могу, хоть и хочу."


def twins(*texts: str, who: tuple[str, ...] = ()) -> list[list[int]]:
    people = who or tuple(str(number) for number in range(len(texts)))
    answers = [Written(one, text) for one, text in zip(people, texts, strict=True)]
    return [[twin.number for twin in found] for found in find_twins(answers)]


def test_the_same_answer_of_two_people_is_found_whatever_its_signs_and_case():
    assert twins(LONG, "Другое дело, потому что у нас все решает начальник отдела.", LONG.upper() + "!!") == [
        [2],
        [],
        [0],
    ]


def test_an_answer_with_a_word_changed_and_one_added_is_found():
    changed = LONG.replace("погоду", "дождь").replace("никак", "вообще никак")
    ((first, second), (other,)) = (twins(LONG, changed, LONG)[0], twins(LONG, changed)[1])
    assert (first, second, other) == (2, 1, 0)


def test_a_short_answer_that_many_give_is_no_copy():
    assert twins("За маржу и новых клиентов.", "За маржу и новых клиентов.") == [[], []]


def test_a_learner_s_second_attempt_is_no_copy_of_the_first():
    assert twins(LONG, LONG, who=("4711", "4711")) == [[], []]


def test_the_same_words_in_another_order_are_no_copy():
    words = LONG.split()
    random.Random(1).shuffle(words)
    assert twins(LONG, " ".join(words)) == [[], []]


def test_a_sentence_in_common_is_no_copy():
    own = " Я приведу пример из своей практики, где клиент долго не соглашался на замер и ждал скидку до весны."
    assert twins(LONG, LONG + own + own.replace("клиент", "заказчик").replace("весны", "осени зимой")) == [[], []]


def test_of_many_copies_a_few_are_named():
    found = twins(*[LONG] * 50)
    assert all(len(each) == MOST_TWINS for each in found)


def test_thousands_of_answers_are_compared_in_a_moment():
    """Each with each would be twelve million pairs; all share a common beginning, which is no reason to compare."""
    chance = random.Random(7)
    words = [f"слово{number}" for number in range(400)]
    texts = [f"я думаю что на самом деле {' '.join(chance.choices(words, k=25))}" for _ in range(5000)]
    texts[4321] = texts[17].replace("слово1", "слово2", 1)
    begin = time.process_time()
    found = twins(*texts)
    assert time.process_time() - begin < 10
    assert (found[17], found[4321]) == ([4321], [17])
    assert sum(map(len, found)) == 2
