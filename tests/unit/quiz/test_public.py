"""What crosses the border, and in which order."""

import json
from dataclasses import asdict, fields
from pathlib import Path

import pytest

from gramota.course import load_course
from gramota.course.identity import content_hash
from gramota.quiz import PublicQuestion, public_item, public_question
from gramota.quiz.shuffle import never_in_order, shuffled

ROOT = Path(__file__).parents[3]
CANARY = load_course(ROOT / "tests/sites/canary/docs", ROOT / "tests/sites/canary/quizzes").lessons[0]
EVERY_TYPE = load_course(ROOT / "tests/browser/course/docs", ROOT / "tests/browser/course/quizzes").lessons[0]
SHIPPED = load_course(ROOT / "docs", ROOT / "quizzes").lesson("closer-product")


def test_of_a_control_question_only_these_four_cross():
    assert [field.name for field in fields(PublicQuestion)] == ["id", "prompt", "required", "hash"]


@pytest.mark.parametrize("question", CANARY.quiz.control, ids=lambda question: question.id)
def test_no_canary_crosses(question):
    assert "kanari" not in json.dumps(asdict(public_question(question))).lower()


def test_a_prompts_hash_changes_with_the_prompt_and_with_nothing_else():
    question = SHIPPED.quiz.control[0]
    other_rubric = question.model_copy(update={"criteria": SHIPPED.quiz.control[1].criteria})
    other_prompt = question.model_copy(update={"prompt": "Иначе?"})
    assert public_question(other_rubric).hash == public_question(question).hash
    assert public_question(other_prompt).hash != public_question(question).hash


def test_the_key_counts_in_the_order_shown():
    item = next(item for item in EVERY_TYPE.quiz.self_check if item.id == "some")
    public = public_item(item)
    right = {option.text for option in item.options if option.correct}
    assert {public.options[place].text for place in json.loads(public.key)["correct"]} == right


def test_the_key_of_an_order_leads_back_to_what_the_author_wrote():
    item = next(item for item in EVERY_TYPE.quiz.self_check if item.id == "row")
    public = public_item(item)
    assert tuple(public.options[place].text for place in json.loads(public.key)["order"]) == item.items


def test_the_key_of_pairs_leads_to_each_ones_partner():
    item = next(item for item in EVERY_TYPE.quiz.self_check if item.id == "pairs")
    public = public_item(item)
    partners = [public.rights[place] for place in json.loads(public.key)["partners"]]
    assert partners == [pair.right for pair in item.pairs]


def test_no_key_holds_more_than_its_type_needs():
    keys = {item.type: set(json.loads(public_item(item).key)) for item in EVERY_TYPE.quiz.self_check}
    assert keys == {
        "single": {"of", "correct"},
        "multiple": {"of", "correct"},
        "blank": {"accept", "wrong"},
        "number": {"answer", "tolerance", "unit", "wrong"},
        "order": {"order"},
        "match": {"partners"},
    }


def test_the_right_option_does_not_always_stand_where_the_author_put_it():
    """In the shipped quiz the right option of each single choice was written first."""
    singles = [public_item(item) for item in SHIPPED.quiz.self_check if item.type == "single"]
    assert len({tuple(json.loads(item.key)["correct"]) for item in singles}) > 1


def test_the_hash_is_the_items_own():
    for item in SHIPPED.quiz.self_check:
        assert public_item(item).hash == content_hash(item)


@pytest.mark.parametrize("count", range(2, 8))
def test_a_shuffle_loses_nothing_and_never_shows_the_answer(count: int):
    for seed in range(200):
        assert sorted(shuffled(count, str(seed))) == list(range(count))
        places = never_in_order(count, str(seed))
        assert sorted(places) == list(range(count))
        assert places != tuple(range(count))


def test_a_shuffle_is_the_same_on_every_computer():
    assert shuffled(6, "0123456789abcdef") == (0, 4, 5, 2, 1, 3)
