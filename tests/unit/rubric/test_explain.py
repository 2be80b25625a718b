"""An explanation says what the engine decided, and nothing else; and it names the author's words."""

import json
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.twins import ENGLISH, GERMAN, RUBRICS, RUSSIAN, VECTORS

from gramota.course import load_course
from gramota.grading.compiled_quiz import compile_quiz
from gramota.rubric import score_answer
from gramota.rubric.compiling.whole_rubric import WholeRubric
from gramota.rubric.explaining.explain import explain_answer, has_match
from gramota.rubric.explaining.explained import Explanation, MeaningRead, PhraseRead
from gramota.rubric.explaining.phrases import MOST_SERVING

from .questions import Criterion, Misconception, Question, compiled
from .steps import count_lines

ROOT = Path(__file__).parents[3]
SOURCES = {"ru": RUSSIAN, "en": ENGLISH, "de": GERMAN}
WORDS = ["плановая", "маржа", "не", "фактическая", "реклама", "без", "новый", "клиент", "а", "и", ",", ".", "\n", "ни"]
CASES = json.loads(VECTORS.read_text(encoding="utf-8"))["cases"]


@cache
def rubric_of(lang: str) -> WholeRubric:
    return WholeRubric(SOURCES[lang], SOURCES[lang].synonyms, RUBRICS[lang])


@cache
def shipped() -> list[tuple[WholeRubric, list[str]]]:
    """The rubrics of the shipped quiz, each with the answers of all its examples."""
    lessons = load_course(ROOT / "docs", ROOT / "quizzes").with_control().values()
    return [
        (
            WholeRubric(question, compiled_quiz.quiz.synonyms, compiled_quiz.rubrics[question.id]),
            [each.answer for each in question.examples],
        )
        for compiled_quiz in map(compile_quiz, lessons)
        for question in compiled_quiz.quiz.control
    ]


def explain(question: Question, answer: str, lang: str = "ru") -> Explanation:
    return explain_answer(WholeRubric(question, question.synonyms, compiled(question, lang)), answer)


def the_phrase(phrase: str, answer: str, reject: tuple[str, ...] = (), lang: str = "ru") -> PhraseRead:
    synonyms = {"client": ["клиент", "заказчик"]}
    return explain(Question([Criterion("c", [phrase], reject)], synonyms=synonyms), answer, lang).criteria[0].phrases[0]


def check_agreement(rubric: WholeRubric, answer: str) -> None:
    explained, score = explain_answer(rubric, answer), score_answer(rubric.compiled, answer)
    assert explained.score == score
    assert [each.decision for each in explained.criteria] == [*score.criteria.values()]
    assert [each.decision for each in explained.misconceptions] == [*score.misconceptions.values()]
    for each in (*explained.criteria, *explained.misconceptions):
        check_reason(each)


def check_reason(read: MeaningRead) -> None:
    """What is met has a phrase that matched, with the evidence; what is not has none, or a reason besides."""
    voided = bool(read.refused_for or read.excluded_by or read.requires or read.doubted)
    assert has_match(read) == (read.decision.met or voided), read
    if read.decision.met:
        of_phrase = [each for each in read.phrases if each.text == read.decision.phrase and each.fate == "matched"]
        assert read.decision.evidence in [each.evidence for each in of_phrase]


def test_explanations_agree_with_the_score_over_every_shipped_example():
    looked_at = [check_agreement(rubric, answer) for rubric, answers in shipped() for answer in answers]
    assert len(looked_at) >= 3


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["answer"])
def test_explanations_agree_with_the_score_over_the_vectors(case: dict[str, str]):
    check_agreement(rubric_of(case["rubric"]), case["answer"])


@given(
    st.lists(
        st.sampled_from(WORDS),
        max_size=20,
    )
)
@settings(derandomize=True, deadline=None, max_examples=200)
def test_explanations_agree_with_the_score_over_any_answer(words: list[str]):
    check_agreement(rubric_of("ru"), " ".join(words))


@pytest.mark.parametrize("answer", ["", "…!?", "\ud800\udfff", "\x00\x1b[2J", "а" * 100_000, "маржа " * 2_000])
def test_no_answer_is_too_odd_to_explain(answer: str):
    check_agreement(rubric_of("ru"), answer)


@pytest.mark.parametrize(
    ("phrase", "answer", "reject", "fate"),
    [
        ("плановая маржа", "Плановая маржа", (), "matched"),
        ("плановая маржа", "Плановая маржа", ("плановая маржа",), "hidden"),
        ("плановая маржа", "Нет плановой маржи", (), "denied"),
        ("плановая маржа", "Многие думают, что это плановая маржа, но это не так", (), "quoted"),
        ("плановая маржа", "План. Маржа. Плановая", (), "apart"),
        ("не маржа", "Нужна маржа", (), "affirmed"),
        ("плановая маржа", "Маржа", (), "lacking"),
        ("сообщить (охрана|начальник смены)", "Сообщу начальнику", (), "lacking"),
        ("плановая маржа", "Погода", (), "absent"),
        ("маржа", "", (), "absent"),
    ],
)
def test_each_way_to_miss_is_told_from_the_others(phrase: str, answer: str, reject: tuple[str, ...], fate: str):
    assert the_phrase(phrase, answer, reject).fate == fate


def test_a_part_that_is_lacking_is_named_as_its_author_wrote_it():
    read = the_phrase("новый <client> (сделка|договор)", "Нужен новый договор")
    assert [(part.text, bool(part.found)) for part in read.parts] == [
        ("новый", True),
        ("<client>", False),
        ("(сделка|договор)", True),
    ]


def test_half_an_alternative_is_not_the_whole():
    read = the_phrase("сообщить (охрана|начальник смены)", "Сообщу начальнику")
    assert [part.whole for part in read.parts] == [True, False]


def test_the_distance_that_would_do_is_told_and_does():
    answer = "плановая очень большая вкусная зелёная хорошая серая маржа"
    read = the_phrase("плановая маржа", answer)
    assert read.reach == 5
    assert the_phrase("плановая маржа ~5", answer).fate == "matched"
    assert the_phrase("плановая маржа ~4", answer).fate == "apart"


@pytest.mark.parametrize(
    ("phrase", "answer", "apart", "limit"),
    [
        ("плановая маржа", "плановая очень большая вкусная зелёная хорошая серая маржа", "near", 3),
        ("плановая маржа ~20", f"плановая {'серая ' * 30}маржа", "far", 20),
        ("плановая маржа", "План. Маржа. Плановая", "split", 3),
        ('"плановая маржа"', "маржа плановая", "order", 3),
        ('"плановая маржа" "новый клиент"', "плановая маржа, зато новый клиент", "split", 3),
        ("<client> <client>", "Клиент пришёл", "shared", 3),
    ],
)
def test_each_reason_to_be_apart_is_told_from_the_others(phrase: str, answer: str, apart: str, limit: int):
    read = the_phrase(phrase, answer)
    assert (read.fate, read.apart) == ("apart", apart)
    assert apart == "order" or read.limit == limit


@pytest.mark.parametrize("sentence", ["Маржа по сделкам не важна клиент ", "не маржа, а план ", "маржа новый клиент. "])
def test_an_explanation_takes_no_more_than_its_share_of_a_long_answer(sentence: str):
    rubric = rubric_of("ru")
    explain_answer(rubric, sentence * 400)
    short = count_lines(lambda: explain_answer(rubric, sentence * 100))
    long = count_lines(lambda: explain_answer(rubric, sentence * 400))
    assert long < 4.6 * short


def test_a_long_answer_is_not_told_of_once_for_each_phrase():
    read = the_phrase("плановая маржа", "маржа. " * 5_000)
    assert [len(part.found) for part in read.parts] == [0, MOST_SERVING]


def test_the_phrase_that_hides_and_the_word_that_denies_are_named():
    assert the_phrase("маржа", "фактическая маржа", ("фактическая маржа",)).hidden_by == "фактическая маржа"
    denied = the_phrase("плановая маржа", "без плановой маржи")
    assert denied.denied_by == ((0, 3),)


def test_words_are_read_as_forms_slips_layouts_and_negators():
    question = Question([Criterion("c", ["получать плановый маржа", "бонус*"])])
    explained = explain(question, "Не получали плоновую vfh;e но бонусы и пирог")
    read = {word.text: word for word in explained.words}
    assert read["получали"].words == ("получать",)
    assert (read["получали"].denied, read["получали"].covered_by) == (True, (0,))
    assert (read["плоновую"].words, read["плоновую"].slips) == (("плановый",), 1)
    assert (read["маржу"].other_layout, read["маржу"].words) == (True, ("маржа",))
    assert read["не"].negator
    assert set(read["не"].covers) >= {1, 2, 3}
    assert read["бонусы"].words == ("бонус*",)
    assert (read["пирог"].words, read["пирог"].small, read["и"].small) == ((), False, True)
    assert [(part.sentence, part.number) for part in explained.parts] == [(1, 1), (1, 2)]


def test_what_a_contrast_implies_is_told():
    answer = "не фактическая маржа, а плановая"
    explained = explain(Question([Criterion("c", ["плановая маржа"])]), answer)
    assert [[answer[start:end] for start, end in spans] for spans in explained.implied] == [["маржа", "плановая"]]


def test_conditions_that_void_a_criterion_are_named():
    question = Question(
        [Criterion("a", ["маржа"], requires=["b"]), Criterion("b", ["сделка"], excludes=["old"])],
        [Misconception("old", ["старый клиент"])],
    )
    first, second = explain(question, "маржа и сделка, старый клиент").criteria
    assert (first.requires, first.excluded_by) == (("b",), ())
    assert (second.requires, second.excluded_by) == ((), ("old",))


def test_a_refused_answer_names_the_notice():
    question = Question([Criterion("a", ["маржа"])], refuse=["keyword_list"])
    (read,) = explain(question, "маржа, погода, кислород, реклама, клиенты").criteria
    assert (read.decision.met, read.refused_for) == (False, ("keyword_list",))
