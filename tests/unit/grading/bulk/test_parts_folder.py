"""The same answers twice are graded once, where they were named first."""

from pathlib import Path

from gramota.course.files.folder import shown_path
from gramota.grading.bulk.parts_folder import find_sources


def test_a_file_that_is_named_twice_keeps_its_first_place(tmp_path: Path):
    first, second = tmp_path / "a.csv", tmp_path / "b.csv"
    sources, left_out = find_sources([first, second, first])
    assert [source.path for source in sources] == [first, second]
    assert [(each.where.path, each.code) for each in left_out] == [(shown_path(first), "G349.twice")]


def test_a_folder_that_is_named_twice_is_told_once_with_what_lies_there(tmp_path: Path):
    for name in ("a.parquet", "more/b.parquet", "README.md", "more/notes.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    sources, left_out = find_sources([tmp_path / "more", tmp_path, tmp_path / "more/../more", tmp_path / "a.parquet"])
    assert [source.path for source in sources] == [tmp_path / "more/b.parquet", tmp_path / "a.parquet"]
    told = [(each.where.path.removeprefix(shown_path(tmp_path)), each.code) for each in left_out]
    assert told == [
        *((name, "G349.twice") for name in ("/more/b.parquet", "/more/../more", "/a.parquet")),
        *((name, "G349") for name in ("/more/notes.txt", "/README.md")),
    ]
