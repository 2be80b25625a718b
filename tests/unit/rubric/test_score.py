"""From matches to points: evidence, reject, misconceptions, confidence."""

import pytest

from gramota.rubric import REVIEW_BELOW, CompiledQuestion, PhraseError, compile_question, score_answer
from gramota.rubric.compiling.compiled import FORMAT

from .questions import Criterion, Misconception, Question, compiled, decide

SALES = Question(
    [
        Criterion("margin", ["плановая маржа", "маржинальная прибыль"], ["фактическая маржа"], points=2),
        Criterion("clients", ["новый <client>"], points=0.5),
    ],
    [Misconception("old", ["постоянный|старый <client>"], costs=1)],
    synonyms={"client": ["клиент", "заказчик", "человек с улицы"]},
)


def test_points_add_up_and_misconceptions_cost():
    score = score_answer(compiled(SALES), "Плановая маржа с новых и со старых клиентов")
    assert (score.score, score.max) == (1.5, 2.5)
    assert score.misconceptions["old"].met


def test_a_wrong_idea_in_a_long_right_answer_is_rather_mentioned_than_held():
    answer = (
        "Плановая маржа с новых клиентов: из рекламы пришел человек, оформил покупку, деньги поступили, бухгалтерия"
        " закрыла период, руководитель подтвердил расчет, потом мы отчитались, а старые клиенты шли отдельным списком"
    )
    long, short = (score_answer(compiled(SALES), text) for text in (answer, "старые клиенты и плановая маржа"))
    assert short.misconceptions["old"].met
    assert not long.misconceptions["old"].met
    assert long.score == long.max
    assert long.misconceptions["old"].phrase == "постоянный|старый <client>"


def test_a_doubted_misconception_with_much_for_it_asks_for_review():
    middling = (
        "Плановая маржа, старые клиенты, договор, оплата, счет, звонок, встреча, письмо, отчет, график, смета, акт,"
        " скан, касса, склад, пропуск, печать, подпись"
    )
    score = score_answer(compiled(SALES), middling)
    assert score.misconceptions["old"].confidence < REVIEW_BELOW
    assert score.review


def test_the_score_never_falls_below_zero():
    assert score_answer(compiled(SALES), "старые клиенты").score == 0


def test_evidence_is_in_code_points_of_the_answer_as_given():
    answer = "👍 Плано\u00adвая, и только она, мáржа!"
    decision = score_answer(compiled(SALES), answer).criteria["margin"]
    assert [answer[start:end] for start, end in decision.evidence] == ["Плано\u00adвая", "мáржа"]


def test_words_side_by_side_make_one_span_with_the_authors_phrase():
    decision = decide(["выгода", "маржинальная прибыль"], "это маржинальная прибыль")
    assert decision.evidence == ((4, 24),)
    assert decision.phrase == "маржинальная прибыль"


def test_reject_hides_only_what_it_covers():
    assert not decide("маржа", "фактическая маржа", reject=["фактическая маржа"]).met
    assert decide("маржа", "фактическая маржа, плановая маржа", reject=["фактическая маржа ~0"]).met
    assert not decide("прибыль", "прибыль фактическая по марже", reject=["фактическая маржа прибыль"]).met


def test_a_rejected_contrast_is_not_let_in_by_its_shared_noun():
    assert not decide(
        "плановая маржа", "не фактическая маржа, а плановая", reject=["маржа плановая ~6", "не фактическая а плановая"]
    ).met


def test_looser_evidence_is_less_sure():
    tight, loose, misspelt, denied = (
        decide("быстрая реакция", answer).confidence
        for answer in (
            "быстрая реакция всегда",
            "быстрая, мгновенная реакция",
            "быстрая реокция всегда",
            "нельзя не дать быструю реакцию",
        )
    )
    assert tight >= 0.8
    assert tight > loose
    assert tight > misspelt
    assert tight > denied


def test_what_is_denied_or_surrounded_by_unread_words_is_absent_less_surely():
    other = "я думаю о погоде, о рыбалке и о том, как провести отпуск с семьей у моря летом"
    nothing, denied, unread = (
        decide("быстрая реакция клиент", answer).confidence
        for answer in ("зелёный чай", "нет быстрой реакции на клиента", f"{other}, {other}")
    )
    assert nothing >= 0.9
    assert denied < nothing
    assert unread < nothing


def test_a_long_answer_of_which_nothing_else_is_understood_is_less_sure():
    other = "я думаю о погоде, о рыбалке и о том, как провести отпуск с семьей у моря летом"
    said, lost = (decide("маржа", answer).confidence for answer in ("моя маржа по сделкам", f"{other}, маржа, {other}"))
    assert lost < said


def test_a_bare_list_of_words_asks_for_review():
    answer = "реклама, плановая маржа, погода, новые клиенты, кислород"
    listed, said = (score_answer(compiled(SALES), text) for text in (answer, "даю плановую маржу с новых клиентов"))
    assert (listed.score, listed.review) == (2.5, True)
    assert (said.score, said.review) == (2.5, False)


REVIEWS = Question(
    [Criterion("reviews", ["плохой отзыв", "отпугнуть человек", "коммерческое предложение", "десять новых"])]
)


@pytest.mark.parametrize(
    ("answer", "is_list"),
    [
        ("Один плохой отзыв отпугнёт десять новых людей", False),
        ("Плохой отзыв, новые люди, коммерческое предложение, реклама, десять", True),
        ("Плохой отзыв, новые люди, составление предложений, реклама, десять", False),
        ("плохой отзыв новые десять людей коммерческое предложение", True),
        ("Нет рекламы — нет людей, нет людей — нет отзывов, нет отзывов — нет предложений", False),
    ],
)
def test_a_sentence_is_no_list_because_its_verb_is_unknown(answer: str, is_list: bool):
    assert ("keyword_list" in score_answer(compiled(REVIEWS), answer).notices) == is_list


def test_an_unsure_decision_asks_for_review():
    score = score_answer(
        compiled(Question([Criterion("c", ["заработать сделка договор"])])), "зороботать, ну, на сделлке (договр)"
    )
    assert score.criteria["c"].confidence < REVIEW_BELOW
    assert score.review


@pytest.mark.parametrize(
    "answer",
    ["", "   ", "…!?", "👍🏽👨‍👩‍👧", "а" * 1_000_000, "\ud800\udfff", "\u200f\u202eмаржа\u202c", "\x00", "́́́", "—" * 999],
)
def test_no_answer_is_too_odd_to_score(answer):
    score = score_answer(compiled(SALES), answer)
    assert score.score == 0


def test_json_brings_the_same_question_back():
    question = compiled(SALES)
    again = CompiledQuestion.from_json(question.to_json())
    assert again.strangers
    assert (again.keys, again.nodes) == (question.keys, question.nodes)
    assert again.to_json() == question.to_json()


def test_json_holds_no_phrase():
    assert "маржинальная прибыль" not in compiled(SALES).to_json()


def test_compiling_twice_gives_the_same_bytes():
    assert compiled(SALES).to_json() == compiled(SALES).to_json()


@pytest.mark.parametrize("text", ["{}", "[]", '{"format": "gramota-rubric/0"}'])
def test_json_of_another_format_is_refused(text):
    with pytest.raises(ValueError, match=FORMAT):
        CompiledQuestion.from_json(text)


def test_an_error_says_which_phrase_is_wrong():
    with pytest.raises(PhraseError) as caught:
        compile_question(Question([Criterion("margin", ["маржа", "(план"])]), {}, "ru")
    assert caught.value.place == ("criteria", "margin", "accept", 1)


def test_groups_that_multiply_are_refused_rather_than_expanded():
    bomb = {f"g{n}": [f"<g{n + 1}> слово{n} <g{n + 1}>", f"<g{n + 1}> другое{n}"] for n in range(19)} | {"g19": ["а"]}
    question = compile_question(Question([Criterion("c", ["<g0>"])]), bomb, "ru")
    assert score_answer(question, "а слово1 " * 50).max == 1
