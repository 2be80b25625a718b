"""The same answers twice are graded once, where they were named first."""

from pathlib import Path

from gramota.grading.bulk.parts_folder import find_sources


def test_a_file_that_is_named_twice_keeps_its_first_place(tmp_path: Path):
    first, second = tmp_path / "a.csv", tmp_path / "b.csv"
    assert [source.path for source in find_sources([first, second, first])] == [first, second]
