"""A person who is forgotten is nowhere in the log, and the log still proves all the rest."""

import json
from pathlib import Path

import pytest
from tests.unit.decisions.lines import ANNA, BORIS, clock, comment, finish, mark, write_log

from gramota.decisions import read_decisions
from gramota.decisions.forget import forget_decisions
from gramota.decisions.line import Undone
from gramota.errors import ContentError


def forget_anna(folder: Path) -> int:
    return forget_decisions(folder, lambda about: about.learner == "4711", clock)


def written(folder: Path) -> Path:
    acts = (mark(True), mark(True, attempt=BORIS), comment("Анна, зайдите"), Undone(line=4), finish(days=True))
    return write_log(folder, *acts)


def test_what_is_forgotten_is_gone_and_the_rest_still_stands(tmp_path: Path):
    path = written(tmp_path)
    assert forget_anna(tmp_path) == 3
    assert b"4711" not in path.read_bytes()
    assert ANNA.encode() not in path.read_bytes()
    assert "Анна".encode() not in path.read_bytes()
    decisions, told = read_decisions(tmp_path)
    assert told == []
    assert decisions.of(ANNA, "term").last == 0
    assert decisions.of(BORIS, "term").marks["criteria", "days"].met


def test_a_forgotten_line_keeps_its_place_its_trainer_and_the_hash_that_it_had(tmp_path: Path):
    path = written(tmp_path)
    before = [json.loads(line) for line in path.read_bytes().splitlines()]
    forget_anna(tmp_path)
    after = [json.loads(line) for line in path.read_bytes().splitlines()]
    assert after[1] == {**before[1], "did": {"act": "gone", "was": before[2]["prev"]}}
    assert after[2] == before[2]
    assert after[-1]["did"] == {"act": "forgotten", "lines": [2, 4, 6]}


def test_the_log_goes_on_after_a_forgetting_and_a_second_one(tmp_path: Path):
    written(tmp_path)
    forget_anna(tmp_path)
    write_log(tmp_path, mark(False, attempt=BORIS))
    assert forget_decisions(tmp_path, lambda about: about.learner == "4712", clock) == 2
    assert read_decisions(tmp_path)[0].of(BORIS, "term").last == 0


def test_a_line_that_was_emptied_by_hand_is_told(tmp_path: Path):
    path = written(tmp_path)
    forget_anna(tmp_path)
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[:-1]))
    with pytest.raises(ContentError) as raised:
        read_decisions(tmp_path)
    assert (raised.value.problems[0].code, raised.value.problems[0].where.line) == ("G380", 2)


def test_what_was_torn_off_is_forgotten_too_and_a_stranger_changes_no_log(tmp_path: Path):
    path = written(tmp_path)
    path.write_bytes(path.read_bytes() + b'{"n":7,"learner":"4711"')
    write_log(tmp_path)
    whole = path.read_bytes()
    assert forget_decisions(tmp_path, lambda about: about.learner == "nobody", clock) == 0
    assert path.read_bytes() == whole
    assert [*tmp_path.glob("*torn*")] == []
