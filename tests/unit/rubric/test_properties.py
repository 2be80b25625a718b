"""What must hold for every phrase and every answer."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.hostile import HOSTILE, MANY_WORDS
from tests.twins import plain_score

from gramota.rubric import CompiledQuestion, compile_question, find_phrase_errors, score_answer

from .questions import Criterion, Misconception, Question, compiled
from .steps import count_steps

QUESTION = compiled(
    Question(
        [
            Criterion(
                "margin", ["плановая маржа", "не (фактическая|постоянная) маржа", "<more> сделка ~6"], ["только план"]
            ),
            Criterion("clients", ['"новый клиент"', "окуп* (реклама|(затраты на рекламу))", "без маржа не прожить"]),
        ],
        [Misconception("old", ["старый клиент", "не плановая а фактическая"])],
        synonyms={"more": ["больше", "план продаж"]},
    )
)
TWIN = CompiledQuestion.from_json(QUESTION.to_json())

FILLERS = ', . ! — : ( ) - " а но и не без нет нельзя если только многие думают что это так ё мaржa колиент планновая'
SPOKEN = "плановая маржа маржу фактическая сделки новый клиент клиентов окупается реклама затраты прожить проживёт"
WORDS = [*FILLERS.split(), *SPOKEN.split(), "больше", "план", "продаж", "старый", "не-плановая", "неплановая", "\n"]
ANSWERS = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))
SIGNS = [*'()|"<>*~ ', "не", "маржа", "~3", "а б", "<g>", "окуп*"]
PHRASES = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(SIGNS), max_size=14).map("".join))


@given(ANSWERS)
@settings(max_examples=400, deadline=None)
def test_any_answer_scores_within_bounds_and_shows_evidence_within_itself(answer):
    score = score_answer(QUESTION, answer)
    assert 0 <= score.score <= score.max
    for decision in (*score.criteria.values(), *score.misconceptions.values()):
        assert 0 <= decision.confidence <= 1
        assert bool(decision.evidence) is (decision.phrase is not None)
        assert decision.evidence or not decision.met
        ends = [0, *(at for span in decision.evidence for at in span), len(answer)]
        assert ends == sorted(ends)
        assert all(start < end for start, end in decision.evidence)
    assert all(decision.met is bool(decision.evidence) for decision in score.criteria.values())


@given(ANSWERS)
@settings(max_examples=200, deadline=None)
def test_a_question_read_from_json_scores_the_same(answer):
    assert plain_score(score_answer(TWIN, answer)) == plain_score(score_answer(QUESTION, answer))


@given(ANSWERS)
@settings(max_examples=200, deadline=None)
def test_case_and_yo_do_not_matter(answer):
    without, with_dots = answer.replace("ё", "е"), answer.replace("е", "ё")
    assert score_answer(QUESTION, without).score == score_answer(QUESTION, with_dots).score


@given(PHRASES)
@settings(max_examples=400, deadline=None)
def test_any_phrase_compiles_or_is_refused_with_a_span_within_it(text):
    errors = find_phrase_errors(text, {"g"})
    assert all(0 <= error.start <= error.end <= len(text) and str(error) for error in errors)
    if not errors:
        compile_question(Question([Criterion("c", [text])]), {"g": ["а", "б в"]}, "ru")


@pytest.mark.parametrize(
    "answers",
    [*((text * 400, text * 1_600) for text in HOSTILE), ("".join(MANY_WORDS[:1_000]), "".join(MANY_WORDS))],
    ids=[*(text.strip() for text in HOSTILE), "all different"],
)
def test_work_grows_no_faster_than_the_answer(answers):
    short, long = (count_steps(lambda answer=answer: score_answer(QUESTION, answer)) for answer in answers)
    assert long < 4.4 * short


def test_a_hostile_phrase_takes_no_exponential_work():
    options = "(маржа|план|сделка|клиент)"
    answer = "маржа план сделка клиент не " * 200
    few, many = (_steps_of_row(options, length, answer) for length in (6, 12))
    assert many < 4 * few


def _steps_of_row(options, length, answer):
    phrase = " ".join([options] * length) + " ~20"
    question = compiled(Question([Criterion("c", [phrase, "не " + " ".join([options] * (length - 1))])]))
    return count_steps(lambda: score_answer(question, answer))
