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
from gramota.grading.bulk.cluster import ClusterError, ClusterWork, grade_part
from gramota.grading.bulk.part_files import put_whole, remove_records, remove_torn
from gramota.grading.bulk.parts import Part, find_parts, has_records
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


def work(*, resume: bool = False, version: str = gramota.__version__) -> ClusterWork:
    return ClusterWork(Work(rubrics_of(compiled()), "parquet", "en"), version, resume)


def test_a_part_goes_from_memory_to_memory_with_what_was_set_aside(memory: fsspec.AbstractFileSystem):
    memory.pipe({"/in/a.parquet": part_of(0, 1), "/in/b.parquet": part_of(2), "/in/_SUCCESS": b""})
    parts, _ = find_parts(["memory://in"], "memory://out")
    assert [part.target for part in parts] == ["memory:///out/a.parquet", "memory:///out/b.parquet"]
    summaries = [grade_part(part, work()).summary for part in parts]
    assert [(each.counts, each.set_aside.count) for each in summaries] == [({"graded": 1}, 1), ({"graded": 1}, 0)]
    remove_records(parts)
    assert memory.find("/out") == ["/out/_set_aside/a.parquet.jsonl", "/out/a.parquet", "/out/b.parquet"]
    assert pq.read_table(BytesIO(memory.cat("/out/a.parquet")))["id"].to_pylist() == [1]
    assert json.loads(memory.cat("/out/_set_aside/a.parquet.jsonl"))["file"] == "memory:///in/a.parquet"
    memory.pipe("/in/a.parquet", part_of(1))
    grade_part(parts[0], work())
    remove_records(parts)
    assert memory.find("/out") == ["/out/a.parquet", "/out/b.parquet"]


def test_a_part_that_goes_away_is_told(memory: fsspec.AbstractFileSystem):
    summary = grade_part(Part("memory://in/a.parquet", "memory://out/a.parquet"), work()).summary
    assert [problem.code for problem in summary.set_aside.first] == ["G001"]
    assert memory.find("/out") == []


def test_a_part_that_goes_away_leaves_no_results_of_an_earlier_run(memory: fsspec.AbstractFileSystem):
    part = Part("memory://in/a.parquet", "memory://out/a.parquet")
    memory.pipe({"/in/a.parquet": part_of(0, 1), "/out/b.parquet": b"new"})
    grade_part(part, work())
    memory.rm_file("/in/a.parquet")
    grade_part(part, work())
    assert memory.find("/out") == ["/out/b.parquet"]


@pytest.mark.parametrize("name", ["/out/a.parquet", "/out/_set_aside/a.parquet.jsonl"])
@pytest.mark.parametrize("content", [b"", b"mine", part_of(7), b'{"id": 1}\n'])
def test_a_strangers_file_in_the_place_of_results_stays(memory: fsspec.AbstractFileSystem, name: str, content: bytes):
    memory.pipe({"/in/a.parquet": part_of(0, 1), name: content})
    summary = grade_part(Part("memory://in/a.parquet", "memory://out/a.parquet"), work()).summary
    assert [problem.code for problem in summary.set_aside.first] == ["G339.foreign"]
    assert (memory.cat(name), memory.find("/out")) == (content, [name])


def test_only_what_is_done_and_as_it_was_is_kept(memory: fsspec.AbstractFileSystem):
    memory.pipe({"/in/a.parquet": part_of(0, 1, 1)})
    ((part,), _) = find_parts(["memory://in"], "memory://out")
    assert not has_records("memory://out")
    first = grade_part(part, work())
    assert has_records("memory://out")
    whole = {name: memory.cat(name) for name in memory.find("/out")}
    kept = grade_part(part, work(resume=True))
    assert (kept.is_kept, kept.summary) == (True, first.summary)
    assert [len(told.first) for told in (kept.summary.set_aside, kept.summary.repeated)] == [1, 1]
    assert not grade_part(part, work()).is_kept, "nobody has asked for it"
    for name in whole:
        memory.pipe(name, whole[name][:-1] if name.endswith("json") else changed(name))
        again = grade_part(part, work(resume=True))
        assert (again.is_kept, again.summary) == (False, first.summary), name
        assert {each: memory.cat(each) for each in memory.find("/out")} == whole, name
    memory.pipe("/in/a.parquet", part_of(0, 1))
    assert not grade_part(part, work(resume=True)).is_kept
    remove_records([part])
    assert not has_records("memory://out")


def changed(name: str) -> bytes:
    """Another file of ours in the place of one."""
    if name.endswith(".jsonl"):
        keys = ("file", "row", "code", "message", "hint", "given")
        return json.dumps(dict.fromkeys(keys)).encode() + b"\n"
    made = BytesIO()
    about = {"gramota": json.dumps({"format": "gramota-grades/1"})}
    pq.write_table(pa.table({"id": [1]}).replace_schema_metadata(about), made)
    return made.getvalue()


def test_parts_at_any_depth_have_places_of_their_own_and_the_columns_of_their_folders(
    memory: fsspec.AbstractFileSystem,
):
    made = BytesIO()
    pq.write_table(pa.table({"id": [1], "answer": ["14 дней"]}), made)
    names = ("question=term/day=1/part-0.parquet", "question=money/day=2/part-0.parquet")
    memory.pipe({f"/in/{name}": made.getvalue() for name in names} | {"/in/_SUCCESS": b"", "/in/.x.crc": b""})
    parts, _ = find_parts(["memory://in"], "memory://out")
    assert [part.keys for part in parts] == [(("question", "money"), ("day", 2)), (("question", "term"), ("day", 1))]
    for part in parts:
        assert grade_part(part, work()).summary.set_aside.count == 0
    found = [pq.read_table(BytesIO(memory.cat(part.target))).to_pylist()[0] for part in parts]
    assert [(row["question"], row["day"]) for row in found] == [("money", 2), ("term", 1)]
    assert len({part.target for part in find_parts(["memory://in/question=*/*/*.parquet"], "memory://out")[0]}) == 2


@pytest.mark.parametrize(
    ("answers", "left_out"),
    [
        (("memory://in", "memory://in"), ["memory://in twice", "memory:///in/README.md"]),
        (("memory://in", "memory://in/day=1"), ["memory://in/day=1 twice", "memory:///in/README.md"]),
        (("memory://in/day=1", "memory://in"), ["memory:///in/day=1/a.parquet twice", "memory:///in/README.md"]),
        (("memory://in/*/a.parquet", "memory://in/day=1/a.parquet"), ["memory://in/day=1/a.parquet twice"]),
    ],
)
def test_a_part_that_is_named_twice_is_graded_once(
    memory: fsspec.AbstractFileSystem, answers: tuple[str, ...], left_out: list[str]
):
    """A folder named twice was told once on one machine and once for each part on a cluster."""
    memory.pipe({"/in/day=1/a.parquet": b"", "/in/day=2/a.parquet": b"", "/in/README.md": b""})
    parts, told = find_parts(answers, "memory://out")
    assert len({part.source for part in parts}) == len(parts) == 2
    assert [f"{each.where.path}{' twice' * each.code.endswith('twice')}" for each in told] == left_out


def test_what_lies_in_a_folder_is_listed_once(memory: fsspec.AbstractFileSystem, monkeypatch: pytest.MonkeyPatch):
    """In a cloud each listing of a large folder takes its time, and the folder was listed three times."""
    memory.pipe({"/in/a.parquet": b"", "/in/README.md": b""})
    listed: list[str] = []
    find = memory.find
    monkeypatch.setattr(memory, "find", lambda path, **asked: [listed.append(path), find(path, **asked)][1])
    find_parts(["memory://in"], "memory://out")
    assert [path for path in listed if path.strip("/") == "in"] == ["/in"]


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
    assert len(find_parts(["memory://in"], "memory://out")[0]) == 2, (
        "an earlier run over the same parts is written over"
    )


def test_a_worker_of_another_version_grades_nothing(memory: fsspec.AbstractFileSystem):
    with pytest.raises(ClusterError):
        grade_part(Part("memory://in/a.parquet", "memory://out/a.parquet"), work(version="0.0.1"))


@pytest.mark.parametrize(
    ("answers", "output", "code"),
    [
        (("memory://in",), "memory://in", "G348.same"),
        (("memory://in", "memory://other"), "memory://out", "G348.twice"),
        (("memory://in",), "memory://in/results", "G348.inside"),
        (("memory://mixed",), "memory://out", "G348.kind"),
        (("memory://marks",), "memory://out", "G348"),
        (("memory://nowhere/*.parquet",), "memory://out", "G348"),
    ],
)
def test_parts_that_cannot_go_where_they_should_are_told(
    memory: fsspec.AbstractFileSystem, answers: tuple[str, ...], output: str, code: str
):
    memory.pipe({"/in/a.parquet": b"", "/other/a.parquet": b"", "/mixed/a.parquet": b"", "/mixed/b.csv": b""})
    memory.pipe({"/marks/_SUCCESS": b""})
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
