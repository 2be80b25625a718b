"""What was learned is read back as it was written, and a broken file is told and never half believed."""

from pathlib import Path

import pytest
from tests.answers.decided import decided_lines
from tests.answers.sheets import compiled
from tests.built_site.building import ROOT
from tests.unit.grading.second_reader.decided import many

from gramota.cli.decided_input import read_labelled
from gramota.course import load_course
from gramota.errors import ContentError
from gramota.grading.compiled_quiz import compile_quiz
from gramota.grading.learning.learn import learn_reader
from gramota.grading.second_reader.learned_file import load_readers, save_readers
from gramota.grading.second_reader.meanings import meanings_of
from gramota.grading.second_reader.place import learned_beside
from gramota.grading.second_reader.reader import SecondReader

MEANINGS = {"money": {"cashier": "c0"}, "term": {"days": "d0", "receipt": "r0"}}


def readers() -> dict[str, SecondReader]:
    reader = learn_reader(many(), ["cashier"], "ru")
    assert reader
    return {"money": reader, "term": SecondReader(("days", "receipt"), (1, -2), {'"\\': (3, 4)})}


def one_reader(rows: str) -> str:
    reader = f'{{"criteria": {{"a": "0"}}, {rows}}}'
    return f'{{"format": "gramota-learned/2", "questions": {{"money": {reader}}}}}'


def test_readers_are_read_as_they_were_written(tmp_path: Path):
    path = tmp_path / "returns.learned.json"
    save_readers(path, readers(), MEANINGS)
    assert load_readers(path, MEANINGS) == (readers(), ())
    before = path.read_bytes()
    save_readers(path, load_readers(path, MEANINGS).readers, MEANINGS)
    assert path.read_bytes() == before


def test_what_was_learned_of_a_criterion_with_another_meaning_is_told_and_not_used(tmp_path: Path):
    path = tmp_path / "returns.learned.json"
    save_readers(path, readers(), MEANINGS)
    known = load_readers(path, {"term": {**MEANINGS["term"], "days": "another"}})
    assert known.readers == {"term": SecondReader(("receipt",), (-2,), {'"\\': (4,)})}
    (told,) = known.advice
    assert (told.code, told.severity) == ("G404", "advice")
    assert dict(told.values)["criteria"] == "money → cashier, term → days"


def test_new_phrases_and_points_leave_the_meaning_and_another_title_or_prompt_does_not():
    before = compiled().quiz
    question = before.control[0]
    criterion = question.criteria[0]

    def meaning(prompt: str = question.prompt, **changed: object) -> str:
        criteria = (criterion.model_copy(update=changed), *question.criteria[1:])
        asked = question.model_copy(update={"prompt": prompt, "criteria": criteria})
        quiz = before.model_copy(update={"control": (asked, *before.control[1:])})
        return meanings_of(quiz)[question.id][criterion.id]

    assert meaning() == meaning(accept=("другое",), points=2.0, title=f" {criterion.title}  ")
    assert len({meaning(), meaning(title="Другое"), meaning("Другой вопрос?")}) == 3


def test_without_a_file_there_are_no_readers(tmp_path: Path):
    assert load_readers(tmp_path / "none.learned.json", MEANINGS) == ({}, ())


@pytest.mark.parametrize("name", ["returns.yml", "returns.yaml", "returns.yml.txt"])
def test_the_file_is_called_after_the_quiz(name: str):
    assert learned_beside(f"quizzes/shop/{name}") == Path("quizzes/shop/returns.learned.json")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{",
        '{"format": "gramota-learned/1", "questions": {}}',
        '{"format": "gramota-learned/2"}',
        one_reader('"start": [], "weights": {}'),
        one_reader('"start": [1], "weights": {"a": []}'),
        one_reader('"start": [0.5], "weights": {}'),
    ],
)
def test_a_broken_file_is_told(tmp_path: Path, text: str):
    path = tmp_path / "returns.learned.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as told:
        load_readers(path, MEANINGS)
    assert [problem.code for problem in told.value.problems] == ["G403"]


def test_what_cannot_be_read_is_told(tmp_path: Path):
    with pytest.raises(ContentError) as told:
        load_readers(tmp_path, MEANINGS)
    assert [problem.code for problem in told.value.problems] == ["G001"]


def test_the_shipped_quiz_has_learned_from_the_labelled_answers_and_from_nothing_else(tmp_path: Path):
    table = tmp_path / "decided.jsonl"
    table.write_text("".join(decided_lines()), encoding="utf-8")
    shipped = compile_quiz(load_course(ROOT / "docs", ROOT / "quizzes").lesson("closer-product"))
    answers = read_labelled([table], shipped).answers
    for name, rubric in shipped.rubrics.items():
        to_question = [each for each in answers if each.question == name]
        assert shipped.readers[name] == learn_reader(
            to_question, [each.id for each in rubric.criteria], shipped.letter.lang
        )
