"""An author is shown what marks speak for, and not every word that happens to stand in an answer that was missed."""

import json

from rich.console import Console
from tests.unit.grading.test_suggest import answer, learn, rubric

from gramota.course import ControlQuestion, Criterion
from gramota.grading.suggesting.helpful import choose_helpful
from gramota.grading.suggesting.labelled_answers import LabelledAnswer
from gramota.grading.suggesting.suggest import Learnt, learn_from_answers
from gramota.grading.suggesting.suggestion_json import write_suggestions
from gramota.grading.suggesting.suggestion_text import report_learnt
from gramota.rubric import compile_question
from gramota.rubric.compiling.whole_rubric import WholeRubric
from gramota.wording import wording

APOLOGY = ("criteria", "sorry")
LISTEN = ("criteria", "listen")


def apology() -> WholeRubric:
    criteria = (
        Criterion(id="sorry", title="Say sorry", accept=("say sorry", "express regret")),
        Criterion(id="listen", title="Listen", accept=("hear guest",)),
    )
    question = ControlQuestion(id="q", prompt="?", section=("s",), criteria=criteria)
    return WholeRubric(question, {}, compile_question(question, {}, "en"))


def shown(found: Learnt, whole: WholeRubric) -> str:
    console = Console(record=True, width=100, markup=False)
    console.print(*report_learnt(whole.question, found, wording("suggest", "en")), sep="\n")
    return console.export_text()


def helpful(found: Learnt) -> list[str]:
    return [f"{each.addition.word} {each.addition.part}" for each in choose_helpful(found)]


def regrets(*marks: bool) -> list[LabelledAnswer]:
    """Answers that lack only a word of the phrase, and as many that have none of it."""
    own = [LabelledAnswer(n, f"Sorry about the noise number {n}", {APOLOGY: met}) for n, met in enumerate(marks)]
    return [*own, *(LabelledAnswer(90 + n, f"I call somebody {n}", {APOLOGY: False}) for n in range(9))]


def test_a_word_that_mends_a_single_answer_is_not_shown():
    once = learn(answer(1, "climb the stairs", stairs=1), whole=rubric("en"))
    assert (len(once.trials), helpful(once)) == (1, [])
    twice = learn(
        answer(1, "climb the stairs", stairs=1), answer(2, "climb stairs slowly", stairs=1), whole=rubric("en")
    )
    assert helpful(twice) == ["climb take"]


def test_a_word_that_breaks_as_many_as_it_mends_is_not_shown():
    marks = [1, 1, 0, 0]
    found = learn(*(answer(n, f"climb the stairs {n}", stairs=met) for n, met in enumerate(marks)), whole=rubric("en"))
    assert helpful(found) == []


def test_a_word_that_fits_two_criteria_alike_is_shown_for_neither():
    both = {APOLOGY: True, LISTEN: True}
    answers = [LabelledAnswer(n, f"Regret and make the guest {n}", both) for n in range(2)]
    found = learn_from_answers(apology(), answers, None)
    assert {"make express", "make hear"} <= {f"{each.addition.word} {each.addition.part}" for each in found.trials}
    assert helpful(found) == []


def test_a_word_that_most_answers_use_tells_nothing():
    answers = [answer(n, f"Schnell run down the stairs {n}", stairs=n % 2) for n in range(12)]
    assert not learn(*answers, whole=rubric("en")).trials


def test_a_phrase_is_offered_shorter_where_that_mends_and_does_not_break():
    found = learn_from_answers(apology(), regrets(True, True, True), None)
    [best] = found.shorter
    assert (best.place.phrase, best.left_out, best.becomes) == ("say sorry", "say", "sorry")
    assert (best.mends, best.breaks) == (3, 0)
    assert "say sorry → sorry  ·  mends 3, breaks 0" in shown(found, apology())
    assert helpful(found) == [], "the shorter phrase does it"


def test_a_phrase_is_not_offered_shorter_where_that_breaks_as_many():
    assert learn_from_answers(apology(), regrets(True, True, False, False), None).shorter == ()
    assert learn_from_answers(apology(), regrets(True), None).shorter == ()


def test_a_negation_is_not_left_out():
    criterion = Criterion(id="listen", title="Listen", accept=("not argue", "not argue with guest"))
    question = ControlQuestion(id="q", prompt="?", section=("s",), criteria=(criterion,))
    whole = WholeRubric(question, {}, compile_question(question, {}, "en"))
    argued = [LabelledAnswer(n, f"I argue with the guest {n}", {LISTEN: True}) for n in range(3)]
    rest = [LabelledAnswer(90 + n, f"I call somebody {n}", {LISTEN: False}) for n in range(9)]
    assert learn_from_answers(whole, [*argued, *rest], None).shorter == ()


def test_a_phrase_is_not_offered_shorter_without_marks():
    bare = [LabelledAnswer(each.id, each.text, {}) for each in regrets(True, True, True)]
    assert learn_from_answers(apology(), bare, None).shorter == ()


def test_programs_get_the_shorter_phrases_too():
    found = json.loads(write_suggestions("q", (), learn_from_answers(apology(), regrets(True, True, True), None)))
    [shorter] = found["answers"]["shorter"]
    assert {name: shorter[name] for name in ("criteria", "phrase", "left_out", "becomes", "mends", "breaks")} == {
        "criteria": "sorry",
        "phrase": "say sorry",
        "left_out": "say",
        "becomes": "sorry",
        "mends": 3,
        "breaks": 0,
    }
    assert [change["effect"] for change in shorter["changes"]] == ["mends"] * 3


def test_few_marks_are_said_to_be_little_to_go_by():
    assert "Only 12 answers have a trainer’s marks" in shown(
        learn_from_answers(apology(), regrets(True, True, True), None), apology()
    )
