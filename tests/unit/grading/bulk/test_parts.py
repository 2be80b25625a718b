"""Parts lie in places of every kind, and what is written there is whole or not there."""

import json
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import fsspec
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tests.answers.sheets import compiled

import gramota
from gramota.errors import ContentError
from gramota.grading.bulk.chunk_grader import Work
from gramota.grading.bulk.cluster import ClusterError, grade_part
from gramota.grading.bulk.parts import Part, find_parts, put_whole, remove_torn
from gramota.grading.bulk.rubrics import rubrics_of


@pytest.fixture
def memory() -> Iterator[fsspec.AbstractFileSystem]:
    place = fsspec.filesystem("memory")
    yield place
    place.store.clear()
    place.pseudo_dirs[:] = [""]


def part_of(*ids: int) -> bytes:
    made = BytesIO()
    asked = ["term" if number else "terms" for number in ids]
    pq.write_table(pa.table({"id": ids, "question": asked, "answer": ["14 дней"] * len(ids)}), made)
    return made.getvalue()


def work() -> Work:
    return Work(rubrics_of(compiled()), "parquet", "en")


def test_a_part_goes_from_memory_to_memory_with_what_was_set_aside(memory: fsspec.AbstractFileSystem):
    memory.pipe(
        {"/in/a.parquet": part_of(0, 1), "/in/b.parquet": part_of(2), "/in/_SUCCESS": b"", "/in/notes.txt": b""}
    )
    parts = find_parts(["memory://in"], "memory://out")
    assert [part.target for part in parts] == ["memory:///out/a.parquet", "memory:///out/b.parquet"]
    outcomes = [grade_part(part, work(), gramota.__version__) for part in parts]
    assert [(each.counts, each.set_aside.count) for each in outcomes] == [({"graded": 1}, 1), ({"graded": 1}, 0)]
    assert memory.find("/out") == ["/out/_set_aside/a.parquet.jsonl", "/out/a.parquet", "/out/b.parquet"]
    assert pq.read_table(BytesIO(memory.cat("/out/a.parquet")))["id"].to_pylist() == [1]
    assert json.loads(memory.cat("/out/_set_aside/a.parquet.jsonl"))["file"] == "memory:///in/a.parquet"
    memory.pipe("/in/a.parquet", part_of(1))
    grade_part(parts[0], work(), gramota.__version__)
    assert memory.find("/out") == ["/out/a.parquet", "/out/b.parquet"]


def test_a_part_that_goes_away_is_told(memory: fsspec.AbstractFileSystem):
    outcome = grade_part(Part("memory://in/a.parquet", "memory://out/a.parquet"), work(), gramota.__version__)
    assert [problem.code for problem in outcome.set_aside.first] == ["G001"]
    assert memory.find("/out") == []


def test_a_part_that_goes_away_leaves_no_results_of_an_earlier_run(memory: fsspec.AbstractFileSystem):
    memory.pipe({"/out/a.parquet": b"old", "/out/_set_aside/a.parquet.jsonl": b"old", "/out/b.parquet": b"new"})
    grade_part(Part("memory://in/a.parquet", "memory://out/a.parquet"), work(), gramota.__version__)
    assert memory.find("/out") == ["/out/b.parquet"]


def test_results_never_lie_among_those_of_an_earlier_run(memory: fsspec.AbstractFileSystem):
    memory.pipe({f"/in/{name}.parquet": b"" for name in "ab"})
    memory.pipe({f"/out/{name}": b"" for name in ("a.parquet", "c.parquet", "notes.txt", ".b.parquet")})
    with pytest.raises(ContentError) as raised:
        find_parts(["memory://in"], "memory://out")
    [problem] = raised.value.problems
    assert (problem.code, problem.where.path, dict(problem.values)) == (
        "G348.others",
        "memory:///out",
        {"names": "c.parquet"},
    )
    memory.rm_file("/out/c.parquet")
    assert len(find_parts(["memory://in"], "memory://out")) == 2, "an earlier run over the same parts is written over"


def test_a_worker_of_another_version_grades_nothing(memory: fsspec.AbstractFileSystem):
    with pytest.raises(ClusterError):
        grade_part(Part("memory://in/a.parquet", "memory://out/a.parquet"), work(), "0.0.1")


@pytest.mark.parametrize(
    ("answers", "output", "code"),
    [
        (("memory://in",), "memory://in", "G348.same"),
        (("memory://in", "memory://other"), "memory://out", "G348.twice"),
        (("memory://nowhere/*.parquet",), "memory://out", "G348"),
    ],
)
def test_parts_that_cannot_go_where_they_should_are_told(
    memory: fsspec.AbstractFileSystem, answers: tuple[str, ...], output: str, code: str
):
    memory.pipe({"/in/a.parquet": b"", "/other/a.parquet": b""})
    with pytest.raises(ContentError) as raised:
        find_parts(answers, output)
    assert {problem.code for problem in raised.value.problems} == {code}


def test_a_file_that_cannot_be_written_leaves_the_old_one_and_nothing_else(tmp_path: Path):
    target = tmp_path / "out/a.parquet"
    target.parent.mkdir()
    target.write_text("old")
    with pytest.raises(OSError, match="nowhere"):
        put_whole(tmp_path / "nowhere", f"file://{target}")
    assert [path.name for path in target.parent.iterdir()] == ["a.parquet"]
    assert target.read_text() == "old"


def test_what_killed_workers_left_is_removed_and_no_file_of_another_program(tmp_path: Path):
    for name in (".film.mkv.part", ".gramota-a.parquet.0123.part", ".hidden", "a.parquet"):
        (tmp_path / name).touch()
    remove_torn([Part("file:///in/a.parquet", f"file://{tmp_path}/a.parquet")])
    assert sorted(path.name for path in tmp_path.iterdir()) == [".film.mkv.part", ".hidden", "a.parquet"]
