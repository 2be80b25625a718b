"""What was learned is read back as it was written, and a broken file is told and never half believed."""

from pathlib import Path

import pytest
from tests.answers.decided import decided_lines
from tests.built_site.building import ROOT
from tests.unit.grading.second_reader.decided import many

from gramota.cli.decided_input import read_labelled
from gramota.course import load_course
from gramota.course.source import Source
from gramota.errors import ContentError
from gramota.grading.compiled_quiz import compile_quiz
from gramota.grading.second_reader.learned_file import learned_beside, load_readers, save_readers
from gramota.grading.second_reader.learning import learn_reader
from gramota.grading.second_reader.reader import SecondReader


def readers() -> dict[str, SecondReader]:
    reader = learn_reader(many(), ["cashier"])
    assert reader
    return {"money": reader, "term": SecondReader(100, ("days", "receipt"), (1, -2), {'"\\': (3, 4)})}


def one_reader(rows: str) -> str:
    reader = f'{{"answers": 1, "criteria": ["a"], {rows}}}'
    return f'{{"format": "gramota-learned/1", "questions": {{"money": {reader}}}}}'


def test_readers_are_read_as_they_were_written(tmp_path: Path):
    path = tmp_path / "returns.learned.json"
    save_readers(path, readers())
    assert load_readers(path) == readers()
    before = path.read_bytes()
    save_readers(path, load_readers(path))
    assert path.read_bytes() == before


def test_without_a_file_there_are_no_readers(tmp_path: Path):
    assert load_readers(tmp_path / "none.learned.json") == {}


@pytest.mark.parametrize("name", ["returns.yml", "returns.yaml", "returns.yml.txt"])
def test_the_file_is_called_after_the_quiz(name: str):
    assert learned_beside(Source(f"quizzes/shop/{name}", "")) == Path("quizzes/shop/returns.learned.json")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{",
        '{"format": "gramota-learned/2", "questions": {}}',
        '{"format": "gramota-learned/1"}',
        one_reader('"start": [], "weights": {}'),
        one_reader('"start": [1], "weights": {"a": []}'),
        one_reader('"start": [0.5], "weights": {}'),
    ],
)
def test_a_broken_file_is_told(tmp_path: Path, text: str):
    path = tmp_path / "returns.learned.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as told:
        load_readers(path)
    assert [problem.code for problem in told.value.problems] == ["G403"]


def test_what_cannot_be_read_is_told(tmp_path: Path):
    with pytest.raises(ContentError) as told:
        load_readers(tmp_path)
    assert [problem.code for problem in told.value.problems] == ["G001"]


def test_the_shipped_quiz_has_learned_from_the_labelled_answers_and_from_nothing_else(tmp_path: Path):
    table = tmp_path / "decided.jsonl"
    table.write_text("".join(decided_lines()), encoding="utf-8")
    compiled = compile_quiz(load_course(ROOT / "docs", ROOT / "quizzes").lesson("closer-product"))
    answers = read_labelled([table], compiled).answers
    for name, rubric in compiled.rubrics.items():
        to_question = [each for each in answers if each.question == name]
        assert compiled.readers[name] == learn_reader(to_question, [each.id for each in rubric.criteria])
