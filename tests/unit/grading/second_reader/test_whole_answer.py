"""A trainer comes first upon the answers that are wrong most often, not upon the most doubtful single decision."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.answers.sheets import compiled
from tests.unit.grading.second_reader.decided import TELLING

from gramota.grading.second_reader.reader import SecondReader
from gramota.grading.second_reader.second_thoughts import think_again, weigh
from gramota.grading.second_reader.whole_answer import bear_all_doubts
from gramota.rubric import REVIEW_BELOW, Decision, Score, score_answer
from gramota.rubric.scoring.confidence import CONFIDENCE

KNOWS_LITTLE = SecondReader(("days", "receipt"), (0, 0), {})


def decisions(*confidences: float) -> dict[str, Decision]:
    return {f"c{at}": Decision(met=at % 2 == 0, confidence=each) for at, each in enumerate(confidences)}


def least(criteria: dict[str, Decision]) -> float:
    return min(each.confidence for each in criteria.values())


def read_again(*confidences: float) -> Score:
    """The score of an answer to `term` whose criteria are so sure by phrases, read by one who has no opinion."""
    rubric = compiled().rubrics["term"]
    score = score_answer(rubric, "14 дней, если есть чек")
    criteria = {
        name: each._replace(confidence=confidence)
        for (name, each), confidence in zip(score.criteria.items(), confidences, strict=True)
    }
    return think_again(rubric, replace(score, criteria=criteria), KNOWS_LITTLE, "14 дней, если есть чек")


@given(st.lists(st.sampled_from(CONFIDENCE), min_size=1, max_size=8))
def test_one_criterion_bears_the_doubts_and_no_decision_changes(confidences: list[float]):
    before = decisions(*confidences)
    after = bear_all_doubts(before)
    assert [*after] == [*before]
    assert {name: each.met for name, each in after.items()} == {name: each.met for name, each in before.items()}
    assert 0 <= least(after) <= least(before) + 0.0005
    changed = [name for name in before if after[name] != before[name]]
    assert len(changed) <= 1
    assert all(before[name].confidence == least(before) for name in changed)


def test_of_two_answers_with_the_same_doubt_the_one_with_others_comes_first():
    one, several = decisions(0.6, 0.99, 0.99), decisions(0.99, 0.7, 0.6)
    assert least(one) == least(several)
    assert least(bear_all_doubts(several)) < least(bear_all_doubts(one))
    assert bear_all_doubts(several)["c2"].confidence == round(0.99 * 0.7 * 0.6, 3)


def test_an_answer_of_which_everything_is_rather_doubtful_is_for_review():
    """Each decision is likely right, and that both are is not."""
    doubtful = read_again(0.8, 0.8)
    alone = weigh(Decision(met=True, confidence=0.8), 0)
    assert alone > REVIEW_BELOW > least(doubtful.criteria)
    assert sorted(each.confidence for each in doubtful.criteria.values()) == [round(alone * alone, 3), alone]
    assert (doubtful.review, read_again(0.8, 0.997).review) == (True, False)


def test_a_decision_is_turned_round_for_its_own_doubts_only():
    score = read_again(0.6, 0.6)
    assert least(score.criteria) < 0.45
    assert [(each.met, each.is_learned) for each in score.criteria.values()] == [(True, False)] * 2


def test_a_question_of_one_criterion_is_as_sure_as_it():
    rubric = compiled().rubrics["money"]
    score = score_answer(rubric, f"Вернет {TELLING[0]}")
    again = think_again(rubric, score, SecondReader(("cashier",), (-500,), {}), f"Вернет {TELLING[0]}")
    assert again.criteria["cashier"].confidence == weigh(score.criteria["cashier"], -5)
