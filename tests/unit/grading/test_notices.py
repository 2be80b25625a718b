"""An answer that only looks like one is told to the trainer, and gets points only where the quiz lets it."""

import tempfile
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.rubric.steps import count_steps

from gramota.course import load_course
from gramota.grading.compiled_quiz import CompiledQuiz, compile_quiz
from gramota.grading.grade import Grade, grade_answer
from gramota.rubric import count_possible, score_answer

LETTER = """\
title: Fire
date: 2026-03-02
audience: [All]
lang: en
sections:
  - id: all
    title: All of it
    body: |
      When you see smoke or fire, press the **red button**
      on the wall. Press the red button. Say the address, e.g. the street, and what is burning.

      1. Close the door of your room behind you
      2. Walk down the stairs and never use the lift. Go to the car park behind the building.

      The [floor warden](https://example.org/who-is-who "Who is who") counts everyone at the car park[^1].
      No**body** goes back uncounted by the warden! Старший ещё раз пересчитает всех людей.

      !!! warning "Mind this"
          A silent siren alone means nothing at all.
"""
QUIZ = """\
control:
  - id: alarm
    prompt: What do you do first?
    section: all
    criteria:
      - {id: button, title: Button, accept: [press button, button]}
      - {id: call, title: Call, accept: [phone|dial|call (112|brigade), brigade]}
      - {id: neighbours, title: Neighbours, accept: [neighbours]}
      - {id: say, title: Address, accept: [address]}
    misconceptions:
      - {id: hide, title: Hide, accept: [hide]}
  - id: leave
    prompt: How do you leave?
    section: all
    criteria:
      - {id: stairs, title: Stairs, accept: [stairs]}
      - {id: door, title: Door, accept: [close door]}
      - {id: park, title: Car park, accept: [car park]}
  - id: who
    prompt: Who counts people?
    section: all
    criteria:
      - {id: warden, title: Warden, accept: [warden]}
"""
WORDS = [
    "press",
    "button",
    "phone",
    "112",
    "brigade",
    "not",
    "stairs",
    "car",
    "park",
    "but",
    "closed",
    "door",
    ",",
    ".",
]
CASES = [
    pytest.param(*case, id=f"{group}: {name}")
    for group, rows in yaml.safe_load(Path(__file__).with_name("notices.yml").read_text(encoding="utf-8")).items()
    for name, case in rows.items()
]


@cache
def quiz(refuse: str = "") -> CompiledQuiz:
    with tempfile.TemporaryDirectory() as folder:
        return written(Path(folder), f"refuse: [{refuse}]\n{QUIZ}")


def written(root: Path, text: str) -> CompiledQuiz:
    for path, content in (("docs/letters/fire.yml", LETTER), ("quizzes/fire.yml", text)):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(content, encoding="utf-8")
    return compile_quiz(load_course(root / "docs", root / "quizzes").lesson("fire"))


def told(grade: Grade) -> list[str]:
    return [f"{notice.kind} {notice.question}".strip() for notice in grade.notices]


def met(grade: Grade) -> list[str]:
    return [name for name, decision in grade.criteria.items() if decision.met]


@pytest.mark.parametrize(("question", "answer", "expected"), CASES)
def test_an_answer_is_told_for_what_it_is(question: str, answer: str, expected: list[str]):
    assert told(grade_answer(quiz(), question, answer)) == expected


@pytest.mark.parametrize(("question", "answer", "expected"), CASES)
def test_only_what_is_refused_loses_its_points(question: str, answer: str, expected: list[str]):
    free, strict = (grade_answer(quiz(kinds), question, answer) for kinds in ("", "copied, keyword_list"))
    is_refused = any(kind in {"copied", "keyword_list"} for kind in expected)
    assert met(strict) == ([] if is_refused else met(free))
    assert [notice.refused for notice in strict.notices] == [kind in {"copied", "keyword_list"} for kind in expected]
    assert not any(notice.refused for notice in free.notices)


@pytest.mark.parametrize(("question", "answer", "expected"), CASES)
def test_every_notice_but_an_empty_answer_asks_for_a_trainer(question: str, answer: str, expected: list[str]):
    if expected and expected != ["empty"]:
        assert grade_answer(quiz(), question, answer).review


def test_a_copied_answer_that_answers_keeps_its_points_where_copying_is_allowed():
    answer = "Walk down the stairs and never use the lift."
    assert [grade_answer(quiz(kinds), "leave", answer).score for kinds in ("", "copied")] == [1, 0]


def test_misconceptions_cost_a_refused_answer_as_well():
    grade = grade_answer(quiz("keyword_list"), "alarm", "Button, lights, curtains, windows, alarm, siren, hide")
    assert (met(grade), grade.score, grade.misconceptions["hide"].met) == ([], 0, True)


def test_a_question_may_refuse_otherwise_than_its_quiz(tmp_path: Path):
    own = QUIZ.replace("    prompt: How", "    refuse: []\n    prompt: How").replace(
        "    prompt: Who", "    refuse: [keyword_list]\n    prompt: Who"
    )
    rubrics = written(tmp_path, f"refuse: [copied]\n{own}").rubrics
    assert [sorted(rubrics[name].refuse) for name in rubrics] == [["copied"], [], ["keyword_list"]]


def test_copying_is_known_by_the_letter_and_not_by_the_quiz():
    without = replace(quiz(), sentences=replace(quiz().sentences, by_beginning={}))
    assert told(grade_answer(without, "leave", "Walk down the stairs and never use the lift.")) == []


@given(st.lists(st.sampled_from(WORDS)))
def test_nothing_is_met_that_single_words_rule_out(words: list[str]):
    """Other questions are tried only where the words allow it, and no answer to one may be missed for that."""
    answer = " ".join(words)
    for rubric in quiz().rubrics.values():
        found = sum(decision.met for decision in score_answer(rubric, answer).criteria.values())
        assert found <= count_possible(rubric, answer)


@pytest.mark.parametrize(
    "repeated", ["Walk down the stairs and never ", "Walk down the stairs and never use the lift. ", "a "]
)
def test_time_grows_with_the_answer_and_no_faster(repeated: str):
    short, long = (count_steps(lambda n=n: quiz().sentences.has_copied(repeated * n)) for n in (500, 5000))
    assert long <= 11 * short
