"""What crosses the border, and in which order."""

import json
from dataclasses import asdict, fields, replace
from pathlib import Path

import pytest

from gramota.course import OwnWords, SelfCheckItem, load_course
from gramota.course.model.identity import question_hash
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


def test_the_key_counts_by_the_places_of_options_wherever_they_stand():
    item = next(item for item in EVERY_TYPE.quiz.self_check if item.id == "some")
    public = public_item(item, EVERY_TYPE)
    right = {option.text for option in item.options if option.correct}
    correct = json.loads(public.key)["correct"]
    assert {option.text for option in public.options if option.place in correct} == right


def test_the_key_of_an_order_leads_back_to_what_the_author_wrote():
    item = next(item for item in EVERY_TYPE.quiz.self_check if item.id == "row")
    public = public_item(item, EVERY_TYPE)
    texts = [public.options[place].text for place in json.loads(public.key)["order"]]
    assert texts == [step.text for step in item.items]


def test_the_key_of_pairs_leads_to_each_ones_partner():
    item = next(item for item in EVERY_TYPE.quiz.self_check if item.id == "pairs")
    public = public_item(item, EVERY_TYPE)
    rights = {right.place: right.text for right in public.rights}
    partners = json.loads(public.key)["partners"]
    assert [rights[partners[left.place]] for left in public.options] == [pair.right for pair in item.pairs]
    assert [right.text for right in public.rights] != [pair.right for pair in item.pairs]


def test_no_key_holds_more_than_its_type_needs():
    keys = {item.type: set(json.loads(public_item(item, EVERY_TYPE).key)) for item in EVERY_TYPE.quiz.self_check}
    assert keys == {
        "single": {"of", "correct"},
        "multiple": {"of", "correct"},
        "blank": {"accept", "wrong", "forms", "strangers", "endings"},
        "number": {"answer", "tolerance", "unit", "wrong"},
        "order": {"order"},
        "match": {"partners", "wrong"},
        "text": {"needed", "rubric"},
    }


def item_of(name: str, **changes: object) -> SelfCheckItem:
    found = next(item for item in EVERY_TYPE.quiz.self_check if item.id == name)
    return found.model_copy(update=changes)


def test_a_gap_that_must_be_exact_has_no_forms():
    assert set(json.loads(public_item(item_of("gap", exact=True), EVERY_TYPE).key)) == {"accept", "wrong"}


@pytest.mark.parametrize(("name", "field"), [("one", "options"), ("some", "options"), ("pairs", "pairs")])
def test_an_author_may_reorder_options_without_anyone_answering_anew(name: str, field: str):
    turned = item_of(name, **{field: getattr(item_of(name), field)[::-1]})
    one, other = public_item(item_of(name), EVERY_TYPE), public_item(turned, EVERY_TYPE)
    assert (one.hash, one.key) == (other.hash, other.key)
    assert {option.text: option.place for option in one.options} == {opt.text: opt.place for opt in other.options}
    assert {right.text: right.place for right in one.rights} == {right.text: right.place for right in other.rights}


def test_help_is_no_part_of_what_a_question_is():
    """Employees would lose their answers whenever an author explains something better."""
    help_given = {"why": "Иначе.", "hints": ("Подумайте.",), "worth": 5, "attempts": 2, "pool": "water", "section": "x"}
    for item in EVERY_TYPE.quiz.self_check:
        assert question_hash(item.model_copy(update=help_given)) == question_hash(item)
    some = item_of("some")
    explained = tuple(option.model_copy(update={"why": "Иначе.", "missed": ""}) for option in some.options)
    assert question_hash(item_of("some", options=explained)) == question_hash(some)
    pairs = item_of("pairs")
    unexplained = tuple(pair.model_copy(update={"wrong": ()}) for pair in pairs.pairs)
    assert question_hash(item_of("pairs", pairs=unexplained)) == question_hash(pairs)


def test_what_is_asked_and_what_is_right_is_what_a_question_is():
    some, row = item_of("some"), item_of("row")
    flipped = tuple(option.model_copy(update={"correct": not option.correct}) for option in some.options)
    assert question_hash(item_of("some", options=flipped)) != question_hash(some)
    assert question_hash(item_of("some", prompt="Иначе?")) != question_hash(some)
    assert question_hash(item_of("row", items=row.items[::-1])) != question_hash(row)
    assert question_hash(item_of("gap", exact=True)) != question_hash(item_of("gap"))


def test_options_stand_as_written_where_their_author_wants_it():
    one = item_of("one", shuffle=False)
    public = public_item(one, EVERY_TYPE)
    assert [option.text for option in public.options] == [option.text for option in one.options]
    assert not public.shuffles


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
    assert question_hash(without) == question_hash(own_words())


def test_all_key_points_are_needed_unless_the_author_says_otherwise():
    assert own_words().needed == 2
    assert own_words().model_copy(update={"enough": None}).needed == 3


def test_the_right_option_does_not_always_stand_where_the_author_put_it():
    """In the shipped quiz the right option of each single choice was written first."""
    singles = [public_item(item, SHIPPED) for item in SHIPPED.quiz.self_check if item.type == "single"]
    assert len({tuple(json.loads(item.key)["correct"]) for item in singles}) > 1


def test_the_hash_is_the_items_own():
    for item in SHIPPED.quiz.self_check:
        assert public_item(item, SHIPPED).hash == question_hash(item)


@pytest.mark.parametrize("count", range(2, 8))
def test_a_shuffle_loses_nothing_and_never_shows_the_answer(count: int):
    for seed in range(200):
        assert sorted(shuffled(count, str(seed))) == list(range(count))
        places = never_in_order(count, str(seed))
        assert sorted(places) == list(range(count))
        assert places != tuple(range(count))


def test_a_shuffle_is_the_same_on_every_computer():
    assert shuffled(6, "0123456789abcdef") == (0, 4, 5, 2, 1, 3)
