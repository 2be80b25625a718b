"""What a trainer does at the desk is in the log, counts in the grades, and can be taken back."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.answers.sheets import FOLDERS, HERE
from tests.cli.command import gramota
from tests.desk.running import TRAINER, Client, hand_in, running_desk

RIGHT, DOUBTFUL = {"wish": ""}, {"term": "Две недели, но чек потерян."}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


@pytest.fixture
def client(tmp_path: Path, out: Path) -> Iterator[Client]:
    with running_desk(hand_in(tmp_path / "in", RIGHT, DOUBTFUL), out) as found:
        yield found


def lines(out: Path) -> list[Any]:
    return [json.loads(line) for line in (out / "decisions.jsonl").read_text(encoding="utf-8").splitlines()]


def marked(client: Client, state: Any, name: str, met: bool, kind: str = "criteria") -> Any:
    answer = state["answer"]
    return client.do("mark", key=answer["key"], after=answer["last"], kind=kind, id=name, met=met)


def finished(client: Client, state: Any, **wanted: str) -> Any:
    return client.do("finish", key=state["answer"]["key"], after=state["answer"]["last"], **wanted)


def state_of(state: Any, name: str) -> Any:
    return next(each for each in state["answer"]["meanings"] if each["id"] == name)


def opened(client: Client, learner: int, question: str) -> Any:
    items = client.do("open", show="all", question=question)["queue"]["items"]
    (key,) = [item["key"] for item in items if item["learner"] == f"Сотрудник {learner} ({learner})"]
    return client.do("open", key=key, show="all", question=question)


def test_nothing_is_written_before_something_is_decided(client: Client, out: Path):
    client.do("open", show="all")
    assert not (out / "decisions.jsonl").read_bytes()


def test_a_criterion_is_on_disk_when_the_desk_says_so(client: Client, out: Path):
    state = marked(client, opened(client, 2, "term"), "receipt", True)
    assert state["saved"] == "Saved: “Есть чек” is met"
    did = lines(out)[-1]["did"]
    assert (did["act"], did["kind"], did["id"], did["met"]) == ("marked", "criteria", "receipt", True)
    assert did["subject"]["learner"] == "2"
    assert lines(out)[-1]["who"] == TRAINER


def test_points_follow_the_trainer(client: Client):
    state = opened(client, 2, "term")
    assert state["answer"]["points"].startswith("1 ")
    state = marked(client, state, "days", True)
    assert state["answer"]["points"].startswith("2.5 ")
    state = marked(client, state, "any_time", True, "misconceptions")
    assert state["answer"]["points"].startswith("1.5 ")


def test_finishing_goes_on_to_the_next_and_counts_down(client: Client):
    state = client.do("open")
    first = state["answer"]["key"]
    state = finished(client, state)
    assert state["answer"]["key"] != first
    assert (state["queue"]["finished"], state["queue"]["total"]) == (1, 4)
    for _ in range(3):
        state = finished(client, state)
    assert state["queue"]["finished"] == 4
    assert client.do("open")["answer"] is None


def test_undo_goes_back_through_answers_and_shows_each(client: Client, out: Path):
    state = marked(
        client, client.do("open"), "cashier" if False else client.do("open")["answer"]["meanings"][0]["id"], False
    )
    key = state["answer"]["key"]
    finished(client, state)
    state = client.do("undo")
    assert (state["answer"]["key"], state["answer"]["finished"]) == (key, None)
    state = client.do("undo")
    assert not state["answer"]["meanings"][0]["is_own"]
    assert client.post("undo", {}).status == 404
    assert [line["did"]["act"] for line in lines(out)] == ["opened", "marked", "finished", "undone", "undone"]


def test_a_comment_is_added_used_again_and_taken_back(client: Client):
    state = client.do("open")
    state = client.do("comment", key=state["answer"]["key"], after=state["answer"]["last"], text="  Короче \u202e\x00 ")
    (comment,) = state["answer"]["comments"]
    assert comment["text"] == "Короче"
    for _ in range(2):
        state = client.do("keep", key=state["answer"]["key"], text="Короче")
    (kept,) = state["kept"]
    assert kept["text"] == "Короче"
    state = client.do("undo", key=state["answer"]["key"], line=comment["line"])
    assert state["answer"]["comments"] == []
    assert client.do("undo", line=kept["line"])["kept"] == []


@pytest.mark.parametrize("text", ["", "   ", "\u202e", "\ud800", "x" * 4001])
def test_a_comment_that_says_nothing_or_too_much_is_refused(client: Client, text: str):
    state = client.do("open")
    request = {"key": state["answer"]["key"], "after": 0, "text": text}
    assert client.post("comment", request).status == 400


def test_two_windows_do_not_overwrite_each_other(client: Client, out: Path):
    state = opened(client, 2, "term")
    marked(client, state, "days", True)
    answer = state["answer"]
    stale = {"key": answer["key"], "after": answer["last"], "kind": "criteria", "id": "days", "met": False}
    reply = client.post("mark", stale)
    assert (reply.status, reply.json["error"]) == (409, "stale")
    assert state_of(reply.json["state"], "days")["met"]
    assert len(lines(out)) == 2


def test_what_is_not_on_the_desk_cannot_be_decided(client: Client, out: Path):
    answer = client.do("open")["answer"]
    request = {"key": answer["key"], "after": 0, "kind": "criteria", "id": "gone", "met": True}
    assert client.post("mark", request).status == 404
    assert client.post("mark", {**request, "key": "gone"}).status == 404
    assert client.post("undo", {"line": 99}).status == 404
    assert client.get("/api/near/gone").status == 404
    assert not (out / "decisions.jsonl").read_bytes()


def test_nobody_decides_without_a_name(tmp_path: Path):
    with running_desk(hand_in(tmp_path / "in", {}), tmp_path / "out", "--lang", "ru") as client:
        state = client.do("open")
        assert state["who"] is None
        request = {"key": state["answer"]["key"], "after": 0}
        assert client.post("finish", request).json["error"] == "nobody"
        assert client.do("trainer", name=" Олег\u202e  Иванов ")["who"] == "Олег Иванов"
        client.do("finish", **request)
    assert lines(tmp_path / "out")[-1]["who"] == "Олег Иванов"


def test_a_desk_that_is_started_again_goes_on_where_it_was(tmp_path: Path):
    inbox, out = hand_in(tmp_path / "in", RIGHT, DOUBTFUL), tmp_path / "out"
    with running_desk(inbox, out) as client:
        state = finished(client, marked(client, opened(client, 2, "term"), "receipt", True))
        following = client.do("open")["answer"]["key"]
    with running_desk(inbox, out) as client:
        assert client.do("open")["answer"]["key"] == following
        state = opened(client, 2, "term")
        assert state_of(state, "receipt")["is_own"]
        assert state["answer"]["finished"]["by"].startswith(TRAINER)


def test_what_is_decided_at_the_desk_is_in_the_gradebook(tmp_path: Path):
    inbox, out = hand_in(tmp_path / "in", DOUBTFUL), tmp_path / "out"
    with running_desk(inbox, out) as client:
        state = marked(client, opened(client, 1, "term"), "days", True)
        finished(client, state)
    assert gramota("grade", inbox, "-o", out, *FOLDERS).code == 0
    grades = [json.loads(line) for line in (out / "grades.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {each["question"]: each["score"] for each in grades}["term"] == 2.5


def test_a_rubric_that_changed_since_is_told_and_the_decision_stands(tmp_path: Path):
    course = tmp_path / "course"
    shutil.copytree(HERE / "course", course)
    folders = ("--docs", str(course / "docs"), "--quizzes", str(course / "quizzes"))
    inbox, out = hand_in(tmp_path / "in", {"term": "Две недели."}), tmp_path / "out"
    with running_desk(inbox, out, folders=folders) as client:
        finished(client, marked(client, opened(client, 1, "term"), "days", True))
    quiz = course / "quizzes/returns.yml"
    quiz.write_text(
        quiz.read_text(encoding="utf-8").replace("accept: [чек]", "accept: [чек, неделя]"), encoding="utf-8"
    )
    with running_desk(inbox, out, folders=folders) as client:
        state = client.do("open", show="changed")
        assert state["answer"]["changed"]
        assert (state_of(state, "days")["met"], state_of(state, "receipt")["met"]) == (True, False)
        assert (
            finished(client, state, show="changed")["queue"]["items"] == []
            or not client.do("open", show="changed")["answer"]
        )
        assert not opened(client, 1, "term")["answer"]["changed"]


def test_answers_that_want_a_person_come_first(client: Client):
    items = client.do("open", show="all")["queue"]["items"]
    doubtful = [item["is_doubtful"] for item in items]
    assert doubtful == sorted(doubtful, reverse=True)


def test_filters_show_what_they_say(client: Client):
    asked = client.do("open", show="all", question="money")["queue"]
    assert len(asked["items"]) == 2
    assert client.do("open", show="all", letter="other")["answer"] is None
    finished(client, client.do("open"))
    assert len(client.do("open", show="finished")["queue"]["items"]) == 1
    assert len(client.do("open", show="waiting")["queue"]["items"]) == 3


def test_evidence_is_cut_out_of_the_text_and_numbered(client: Client):
    answer = opened(client, 1, "term")["answer"]
    assert "".join(stretch["text"] for stretch in answer["stretches"]) == "В течение 14 дней, если есть чек."
    marks = {stretch["text"]: stretch["numbers"] for stretch in answer["stretches"] if stretch["numbers"]}
    assert marks == {"14 дней": [1], "чек": [2]}
    assert [meaning["key"] for meaning in answer["meanings"]] == ["1", "2", "3"]


def test_hostile_text_reaches_the_page_without_what_turns_or_hides_it(tmp_path: Path):
    text = "<script>alert(1)</script>\u202eкеч\u202c\x00\x1b[2J\u2028чек"
    with running_desk(hand_in(tmp_path / "in", {"term": text}), tmp_path / "out") as client:
        answer = opened(client, 1, "term")["answer"]
    shown = "".join(stretch["text"] for stretch in answer["stretches"])
    assert shown == "<script>alert(1)</script>кеч\nчек"


def test_a_second_desk_on_the_same_folder_is_refused(client: Client, tmp_path: Path):
    ended = gramota("review", tmp_path / "in", "-o", tmp_path / "out", "--no-browser", *FOLDERS)
    assert ended.code == 2
    assert "G384" in ended.err


def test_the_log_is_not_laid_among_the_answers_nor_published(tmp_path: Path):
    inbox = hand_in(tmp_path / "in", {})
    for out in (inbox, inbox / "out", HERE / "course/docs/out", HERE / "course/quizzes"):
        ended = gramota("review", inbox, "-o", out, "--no-browser", *FOLDERS)
        assert ended.code == 2
    assert not (HERE / "course/docs/out").exists()


def test_a_taken_port_is_told_without_a_traceback(client: Client, tmp_path: Path):
    port = client.host.rpartition(":")[2]
    ended = gramota("review", tmp_path / "in", "-o", tmp_path / "other", "--no-browser", "--port", port, *FOLDERS)
    assert (ended.code, "Traceback" in ended.err) == (2, False)
    assert port in ended.err


def test_a_log_that_was_deleted_under_the_desk_is_told_and_nothing_is_called_saved(client: Client, out: Path):
    state = marked(client, opened(client, 2, "term"), "receipt", True)
    (out / "decisions.jsonl").unlink()
    answer = state["answer"]
    request = {"key": answer["key"], "after": answer["last"], "kind": "criteria", "id": "days", "met": True}
    reply = client.post("mark", request)
    assert (reply.status, reply.json["error"]) == (507, "not_saved")
    assert "decisions.jsonl back" in reply.json["text"]
    again = client.do("open", key=answer["key"], show="all")["answer"]
    assert again["last"] == answer["last"]
