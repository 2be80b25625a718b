"""German answers: endings, negations on either side, and what the writer does not hold true."""

import pytest
from tests.unit.rubric.questions import Criterion, Misconception, Question, compiled

from gramota.rubric import score_answer

RUBRIC = compiled(
    Question(
        [Criterion("offer", ["Angebot schicken"]), Criterion("button", ["Knopf drücken"])],
        [Misconception("discount", ["Rabatt"])],
    ),
    "de",
)


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        ("Ich schicke ein Angebot.", {"offer"}),
        ("Man verschickt nichts, man schickt Angebote.", {"offer"}),
        ("Zuerst den roten Knopf drücken!", {"button"}),
        ("Ich drücke auf den Knopf", {"button"}),
        ("Ich schicke kein Angebot.", set()),
        ("Ich schicke das Angebot nicht.", set()),
        ("Das Angebot schicke ich nie.", set()),
        ("Ein Angebot zu schicken ist nicht nötig.", set()),
        ("Nicht nur den Knopf drücken, sondern auch ein Angebot schicken.", {"button", "offer"}),
        ("Keinen Rabatt geben, sondern ein Angebot schicken.", {"offer"}),
        ("Ein Angebot schicken, aber ohne Rabatt.", {"offer"}),
        ("Viele glauben, dass man Rabatt geben soll.", set()),
        ("Rabatt? Nein.", set()),
        ("Rabatte sind falsch.", set()),
        ("Ich gebe Rabatt.", {"discount"}),
        ("Ich gebe auf keinen Fall Rabatt.", set()),
        ("Unter keinen Umständen Rabatt geben, sondern ein Angebot schicken.", {"offer"}),
        ("Rabatt zu geben wäre ein Fehler.", set()),
        ("Rabatt macht keinen Sinn.", set()),
        ("Rabatt ist keine Lösung.", set()),
        ("Ich verzichte auf Rabatte und schicke ein Angebot.", {"offer"}),
        ("Ich würde nicht zögern ein Angebot zu schicken.", {"offer"}),
    ],
)
def test_an_answer_is_read_as_it_is_meant(answer: str, found: set[str]):
    score = score_answer(RUBRIC, answer)
    decisions = {**score.criteria, **score.misconceptions}
    assert {name for name, decision in decisions.items() if decision.met} == found


@pytest.mark.parametrize("answer", ["Weiß nicht.", "keine Ahnung", "siehe Schreiben", "steht alles im Schreiben"])
def test_no_answer_is_known_as_none(answer: str):
    assert "empty" in score_answer(RUBRIC, answer).notices
