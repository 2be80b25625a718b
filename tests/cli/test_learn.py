"""`gramota learn` writes beside the quiz what `grade` then heeds, and says what it is worth."""

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.answers.sheets import HERE, sheet, write
from tests.cli.command import gramota_within
from tests.unit.grading.second_reader.decided import KEY, TELLING, many

LEARNED = "quizzes/returns.learned.json"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(HERE / "course", tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def table(project: Path, times: int = 60, question: str = "money", criterion: str = "cashier") -> Path:
    rows = (
        {"id": each.id, "question": question, "answer": each.text, "criteria": {criterion: int(each.by["Ирина"][KEY])}}
        for each in many(times)
    )
    return write(project / "decided.jsonl", "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows))


def graded(project: Path, capsys: pytest.CaptureFixture[str]) -> dict:
    row = {"id": 1, "question": "money", "answer": f"Вернет {TELLING[1]}"}
    write(project / "new.jsonl", json.dumps(row) + "\n")
    ended = gramota_within(capsys, "grade", "new.jsonl", "--quiz", "returns", "--format", "jsonl")
    return json.loads(ended.out)


def test_grading_is_less_sure_of_what_trainers_decided_otherwise(project: Path, capsys: pytest.CaptureFixture[str]):
    before = graded(project, capsys)
    ended = gramota_within(capsys, "learn", "--labelled", table(project), "--lang", "ru")
    assert (ended.code, f"Записано: {LEARNED}" in ended.err) == (0, True)
    assert "money: 120 ответов" in ended.out
    assert "term: 0 ответов — слишком мало; нужно 100" in " ".join(ended.out.split())
    after = graded(project, capsys)
    assert (before["review"], after["review"]) == (False, True)
    assert before["criteria"]["cashier"]["confidence"] > after["criteria"]["cashier"]["confidence"]
    assert (before["score"], before["criteria"]["cashier"]["met"]) == (after["score"], False)


def test_the_file_holds_no_answer_and_is_no_hindrance_to_a_check(project: Path, capsys: pytest.CaptureFixture[str]):
    gramota_within(capsys, "learn", "--labelled", table(project))
    learned = (project / LEARNED).read_text(encoding="utf-8")
    assert all(each.text not in learned for each in many())
    assert "кассового" not in learned
    assert gramota_within(capsys, "check").code == 0


def test_an_explanation_says_where_its_percentages_come_from(project: Path, capsys: pytest.CaptureFixture[str]):
    asked = ("check", "--explain", "Кассир", "--question", "money", "--lang", "ru")
    assert "gramota learn" not in gramota_within(capsys, *asked).out
    gramota_within(capsys, "learn", "--labelled", table(project))
    assert "gramota learn" in gramota_within(capsys, *asked).out


def test_learning_again_writes_the_same_bytes(project: Path, capsys: pytest.CaptureFixture[str]):
    asked = ("learn", "--labelled", table(project))
    gramota_within(capsys, *asked)
    first = (project / LEARNED).read_bytes()
    gramota_within(capsys, *asked)
    assert (project / LEARNED).read_bytes() == first


def test_a_broken_file_is_told_by_a_check_though_nothing_else_has_changed(
    project: Path, capsys: pytest.CaptureFixture[str]
):
    assert gramota_within(capsys, "check").code == 0
    write(project / LEARNED, "{}")
    ended = gramota_within(capsys, "check")
    assert (ended.code, "G403" in ended.err, LEARNED in ended.err) == (2, True, True)


def test_a_criterion_that_means_something_else_by_now_is_decided_by_phrases_and_that_is_told(
    project: Path, capsys: pytest.CaptureFixture[str]
):
    gramota_within(capsys, "learn", "--labelled", table(project))
    quiz = project / "quizzes/returns.yml"
    text = quiz.read_text(encoding="utf-8")
    write(quiz, text.replace("accept: [кассир]", "accept: [кассир, касса]"))
    assert "G404" not in gramota_within(capsys, "check").err
    write(quiz, text.replace("title: Кассир", "title: Не бухгалтер"))
    checked = gramota_within(capsys, "check")
    assert (checked.code, "money → cashier" in checked.err) == (0, True)
    row = {"id": 1, "question": "money", "answer": f"Вернет {TELLING[0]}, смена 5"}
    write(project / "new.jsonl", json.dumps(row) + "\n")
    ended = gramota_within(capsys, "grade", "new.jsonl", "--quiz", "returns", "--format", "jsonl")
    assert (ended.code, ended.err.count("G404")) == (0, 1)
    assert not json.loads(ended.out)["criteria"]["cashier"]["met"]
    sheets = gramota_within(capsys, "grade", write(project / "anna.json", sheet()))
    assert sheets.err.count("G404") == 1


def test_what_was_learned_before_stays_where_answers_are_too_few_or_too_much_alike(
    project: Path, capsys: pytest.CaptureFixture[str]
):
    gramota_within(capsys, "learn", "--labelled", table(project))
    before = (project / LEARNED).read_bytes()
    few = gramota_within(capsys, "learn", "--labelled", table(project, 10))
    alike = [line.replace('"cashier": 0', '"cashier": 1') for line in table(project).read_text().splitlines()]
    write(project / "alike.jsonl", "\n".join(alike))
    same = gramota_within(capsys, "learn", "--labelled", "alike.jsonl")
    assert (few.code, few.err) == (same.code, same.err) == (1, f"Nothing was written; {LEARNED} stays as it was.\n")
    assert "money: 20 answers, too few to learn from; 100 are needed" in " ".join(few.out.split())
    assert "money: 120 answers, too much alike to learn from" in " ".join(same.out.split())
    assert (project / LEARNED).read_bytes() == before


def test_of_few_answers_nothing_is_written(project: Path, capsys: pytest.CaptureFixture[str]):
    ended = gramota_within(capsys, "learn", "--labelled", table(project, 10))
    assert (ended.code, ended.err) == (1, "Nothing was written.\n")
    assert not (project / LEARNED).exists()


def test_a_broken_file_stops_no_command_that_goes_by_phrases_alone(project: Path, capsys: pytest.CaptureFixture[str]):
    write(project / LEARNED, "{}")
    decided = table(project)
    assert gramota_within(capsys, "calibrate", "--labelled", decided).code == 0
    assert gramota_within(capsys, "suggest", decided, "--question", "money", "--lang", "ru").code == 0


def test_a_broken_file_need_not_be_deleted_before_learning_anew(project: Path, capsys: pytest.CaptureFixture[str]):
    write(project / LEARNED, "{}")
    few = gramota_within(capsys, "learn", "--labelled", table(project, 10))
    assert (few.code, f"{LEARNED} is broken and stays as it was" in few.err) == (1, True)
    assert (project / LEARNED).read_text() == "{}"
    ended = gramota_within(capsys, "learn", "--labelled", table(project))
    assert (ended.code, "The file was broken and has been replaced" in ended.err) == (0, True)
    assert gramota_within(capsys, "check").code == 0
    assert "replaced" not in gramota_within(capsys, "learn", "--labelled", table(project)).err


def learned_questions(project: Path) -> dict:
    return json.loads((project / LEARNED).read_text(encoding="utf-8"))["questions"]


def test_learning_of_one_question_does_not_unlearn_the_others(project: Path, capsys: pytest.CaptureFixture[str]):
    gramota_within(capsys, "learn", "--labelled", table(project))
    money = learned_questions(project)["money"]
    ended = gramota_within(capsys, "learn", "--labelled", table(project, 60, "term", "receipt"))
    assert (ended.code, "Kept from earlier decisions: money." in ended.out) == (0, True)
    learned = learned_questions(project)
    assert ([*learned], learned["money"]) == (["term", "money"], money)


def test_what_is_worded_otherwise_by_now_is_not_kept_unsaid(project: Path, capsys: pytest.CaptureFixture[str]):
    gramota_within(capsys, "learn", "--labelled", table(project))
    quiz = project / "quizzes/returns.yml"
    write(quiz, quiz.read_text(encoding="utf-8").replace("title: Кассир", "title: Не бухгалтер"))
    ended = gramota_within(capsys, "learn", "--labelled", table(project, 60, "term", "receipt"))
    assert ("have since been reworded is left out" in " ".join(ended.out.split()), "Kept" in ended.out) == (True, False)
    assert [*learned_questions(project)] == ["term"]
    assert "G404" not in gramota_within(capsys, "check").err


def test_a_broken_file_stops_grading_with_a_message(project: Path, capsys: pytest.CaptureFixture[str]):
    write(project / LEARNED, "{}")
    write(project / "new.jsonl", '{"id": 1, "question": "money", "answer": "Кассир"}\n')
    ended = gramota_within(capsys, "grade", "new.jsonl", "--quiz", "returns")
    assert (ended.code, "G403" in ended.err, LEARNED in ended.err) == (2, True, True)


@pytest.mark.parametrize(
    ("told", "arguments"),
    [
        ("--labelled", ()),
        ("--labelled", ("out", "--labelled", "decided.jsonl")),
        ("G001", ("nowhere",)),
        ("G335", ("--labelled", "sheets.json")),
        ("G331", ("--labelled", "decided.jsonl", "--quiz", "flood")),
        ("G402", ("--labelled", "empty.jsonl")),
    ],
)
def test_wrong_use_ends_with_2(
    project: Path, capsys: pytest.CaptureFixture[str], told: str, arguments: tuple[str, ...]
):
    table(project)
    write(project / "empty.jsonl", '{"id": 1, "question": "money", "answer": "Кассир"}\n')
    ended = gramota_within(capsys, *(("learn", *arguments)))
    assert (ended.code, told in ended.err) == (2, True)


TURNED = f"Вернет {TELLING[0]}, смена 5"


def learned(project: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    gramota_within(capsys, "learn", "--labelled", table(project))
    row = {"id": 1, "question": "money", "answer": TURNED}
    return write(project / "new.jsonl", json.dumps(row) + "\n")


def graded_as(capsys: pytest.CaptureFixture[str], *form: str) -> str:
    ended = gramota_within(capsys, "grade", "new.jsonl", "--quiz", "returns", "--lang", "ru", *form)
    assert ended.code == 0
    return " ".join(ended.out.split())


def test_results_say_which_decision_is_no_phrase_s(project: Path, capsys: pytest.CaptureFixture[str]):
    learned(project, capsys)
    line = json.loads(graded_as(capsys, "--format", "jsonl"))
    found = line["criteria"]["cashier"]
    assert (found["met"], found["phrase"], found["by"], line["review"]) == (True, None, "learned", True)
    assert [TURNED[start:end] for start, end in found["evidence"]] == ["девушка", "кассового аппарата"]
    told = "по прежним решениям тренеров, а не по фразе"
    assert f"cashier «девушка … кассового аппарата» ({told})" in graded_as(capsys, "--format", "csv")
    assert f"✓? Кассир «девушка … кассового аппарата» {told}" in graded_as(capsys)


def test_an_explanation_says_that_no_phrase_decided(project: Path, capsys: pytest.CaptureFixture[str]):
    learned(project, capsys)
    asked = ("check", "--explain", TURNED, "--question", "money", "--lang", "ru")
    told = " ".join(gramota_within(capsys, *asked).out.split())
    assert "больше всего говорят «девушка … кассового аппарата»" in told
    read = json.loads(gramota_within(capsys, *asked, "--format", "json").out)["criteria"][0]
    assert (read["met"], read["phrase"], read["by"]) == (True, None, "learned")


def test_where_nothing_was_learned_results_are_the_same_to_the_byte(project: Path, capsys: pytest.CaptureFixture[str]):
    rows = [{"id": at, "question": "money", "answer": text} for at, text in enumerate((TURNED, "Кассир", "нет", ""))]
    write(project / "new.jsonl", "".join(f"{json.dumps(row)}\n" for row in rows))
    asked = ("grade", "new.jsonl", "--quiz", "returns", "--format", "jsonl")
    without = gramota_within(capsys, *asked).out
    write(project / LEARNED, '{"format": "gramota-learned/2", "questions": {}}')
    assert gramota_within(capsys, *asked).out == without
    assert '"by"' not in without


def test_what_measures_phrases_does_not_heed_what_was_learned(project: Path, capsys: pytest.CaptureFixture[str]):
    """Or the answers that a reader has learned from would praise it."""
    decided = table(project)
    measures = (
        ("calibrate", "--labelled", decided, "--format", "json"),
        ("check", "--coverage", "--format", "json"),
        ("suggest", decided, "--question", "money", "--format", "json"),
    )
    before = [gramota_within(capsys, *asked).out for asked in measures]
    assert all(each.startswith("{") for each in before)
    learned(project, capsys)
    assert [gramota_within(capsys, *asked).out for asked in measures] == before


def test_examples_try_the_phrases_alone(project: Path, capsys: pytest.CaptureFixture[str]):
    """An author who sees phrases praised for what a reader found would not write the phrase that is lacking."""
    quiz = project / "quizzes/returns.yml"
    cashier = "      - {id: cashier, title: Кассир, accept: [кассир]}\n"
    example = f'    examples: [{{answer: "{TURNED}", met: []}}]\n'
    write(quiz, quiz.read_text(encoding="utf-8").replace(cashier, cashier + example))
    learned(project, capsys)
    assert json.loads(graded_as(capsys, "--format", "jsonl"))["criteria"]["cashier"]["met"]
    assert gramota_within(capsys, "check").code == 0


def test_the_trial_says_how_many_decisions_are_wrong_before_and_after(
    project: Path, capsys: pytest.CaptureFixture[str]
):
    out = " ".join(gramota_within(capsys, "learn", "--labelled", table(project), "--lang", "ru").out.split())
    assert re.search(r"Неверных решений по критериям: по одним фразам — \d+ из \d+, с выученным — \d+\.", out)
