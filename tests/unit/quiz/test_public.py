"""What crosses the border, and in which order."""

import json
from dataclasses import asdict, fields, replace
from pathlib import Path

import pytest

from gramota.course import OwnWords, load_course
from gramota.course.identity import content_hash
from gramota.quiz import PublicQuestion, public_item, public_question
from gramota.quiz.shuffle import never_in_order, shuffled
from gramota.rubric import CompiledQuestion, score_answer

ROOT = Path(__file__).parents[3]
CANARY = load_course(ROOT / "tests/sites/canary/docs", ROOT / "tests/sites/canary/quizzes").lessons[0]
EVERY_TYPE = load_course(ROOT / "tests/browser/course/docs", ROOT / "tests/browser/course/quizzes").lessons[0]
SHIPPED = load_course(ROOT / "docs", ROOT / "quizzes").lesson("closer-product")


def test_of_a_control_question_only_these_cross():
    crossing = ["id", "prompt", "required", "hash", "least_words", "most_words"]
    assert [field.name for field in fields(PublicQuestion)] == crossing


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
    public = public_item(item, EVERY_TYPE)
    right = {option.text for option in item.options if option.correct}
    assert {public.options[place].text for place in json.loads(public.key)["correct"]} == right


def test_the_key_of_an_order_leads_back_to_what_the_author_wrote():
    item = next(item for item in EVERY_TYPE.quiz.self_check if item.id == "row")
    public = public_item(item, EVERY_TYPE)
    assert tuple(public.options[place].text for place in json.loads(public.key)["order"]) == item.items


def test_the_key_of_pairs_leads_to_each_ones_partner():
    item = next(item for item in EVERY_TYPE.quiz.self_check if item.id == "pairs")
    public = public_item(item, EVERY_TYPE)
    partners = [public.rights[place] for place in json.loads(public.key)["partners"]]
    assert partners == [pair.right for pair in item.pairs]


def test_no_key_holds_more_than_its_type_needs():
    keys = {item.type: set(json.loads(public_item(item, EVERY_TYPE).key)) for item in EVERY_TYPE.quiz.self_check}
    assert keys == {
        "single": {"of", "correct"},
        "multiple": {"of", "correct"},
        "blank": {"accept", "wrong"},
        "number": {"answer", "tolerance", "unit", "wrong"},
        "order": {"order"},
        "match": {"partners"},
        "text": {"needed", "rubric"},
    }


def own_words() -> OwnWords:
    return next(item for item in EVERY_TYPE.quiz.self_check if isinstance(item, OwnWords))


def test_the_rubric_of_own_words_decides_as_pythons_does_and_knows_the_quizs_synonyms():
    rubric = CompiledQuestion.from_json(json.dumps(json.loads(public_item(own_words(), EVERY_TYPE).key)["rubric"]))
    found = score_answer(rubric, "От жара появились пузырьки, а не от соли")
    assert [name for name, decision in found.criteria.items() if decision.met] == ["heat", "bubbles"]
    assert not found.misconceptions["salt"].met


def test_of_own_words_no_phrase_and_no_example_crosses():
    crossed = json.dumps(asdict(public_item(own_words(), EVERY_TYPE)), ensure_ascii=False)
    phrases = [text for entry in (*own_words().points, *own_words().wrong) for text in (*entry.accept, *entry.reject)]
    examples = [example.answer for example in own_words().examples]
    assert [text for text in (*phrases, *examples) if " " in text and text in crossed] == []


def test_the_key_of_the_vectors_is_what_their_question_compiles_to():
    vectors = json.loads((ROOT / "tests/vectors/text.json").read_text(encoding="utf-8"))
    question = OwnWords.model_validate(vectors["question"], strict=False)
    lesson = replace(EVERY_TYPE, letter=EVERY_TYPE.letter.model_copy(update={"lang": "en"}))
    key = json.loads(public_item(question, lesson).key)
    assert [case["name"] for case in vectors["cases"] if case["key"] != key] == []


def test_the_points_and_ideas_cross_in_the_order_of_the_rubric():
    public = public_item(own_words(), EVERY_TYPE)
    rubric = json.loads(public.key)["rubric"]
    assert [point.id for point in own_words().points] == [criterion["id"] for criterion in rubric["criteria"]]
    assert [point.title for point in public.points] == [point.title for point in own_words().points]
    assert [point.section for point in public.points] == ["boiling", "states", "boiling"]
    assert [idea.why for idea in public.options] == ["Соль тут ни при чём."]


def test_an_example_is_no_part_of_what_a_question_is():
    """Employees would lose their answers whenever an author adds a test."""
    without = own_words().model_copy(update={"examples": ()})
    assert content_hash(without) == content_hash(own_words())


def test_all_key_points_are_needed_unless_the_author_says_otherwise():
    assert own_words().needed == 2
    assert own_words().model_copy(update={"enough": None}).needed == 3


def test_the_right_option_does_not_always_stand_where_the_author_put_it():
    """In the shipped quiz the right option of each single choice was written first."""
    singles = [public_item(item, SHIPPED) for item in SHIPPED.quiz.self_check if item.type == "single"]
    assert len({tuple(json.loads(item.key)["correct"]) for item in singles}) > 1


def test_the_hash_is_the_items_own():
    for item in SHIPPED.quiz.self_check:
        assert public_item(item, SHIPPED).hash == content_hash(item)


@pytest.mark.parametrize("count", range(2, 8))
def test_a_shuffle_loses_nothing_and_never_shows_the_answer(count: int):
    for seed in range(200):
        assert sorted(shuffled(count, str(seed))) == list(range(count))
        places = never_in_order(count, str(seed))
        assert sorted(places) == list(range(count))
        assert places != tuple(range(count))


def test_a_shuffle_is_the_same_on_every_computer():
    assert shuffled(6, "0123456789abcdef") == (0, 4, 5, 2, 1, 3)
