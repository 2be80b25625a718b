"""A gradebook is hours of work: a run that is cut short leaves the old one as it was."""

import os
import stat
from pathlib import Path

import pytest

from gramota.grading.atomic_file import write_atomically


def write_and_stop(path: Path, interruption: type[BaseException]) -> None:
    with write_atomically(path) as stream:
        stream.write("new")
        raise interruption


@pytest.mark.parametrize("interruption", [KeyboardInterrupt, RuntimeError, SystemExit])
def test_an_interrupted_run_leaves_the_old_file_and_nothing_else(tmp_path: Path, interruption: type[BaseException]):
    path = tmp_path / "grades.csv"
    path.write_text("old")
    with pytest.raises(interruption):
        write_and_stop(path, interruption)
    assert path.read_text() == "old"
    assert [*tmp_path.iterdir()] == [path]


def test_the_old_file_stands_until_the_new_one_is_whole(tmp_path: Path):
    path = tmp_path / "grades.csv"
    path.write_text("old")
    with write_atomically(path) as stream:
        stream.write("new")
        stream.flush()
        assert path.read_text() == "old"
    assert path.read_text() == "new"


def test_text_is_written_as_it_is(tmp_path: Path):
    path = tmp_path / "grades.csv"
    with write_atomically(path) as stream:
        stream.write("ё\r\n")
    assert path.read_bytes() == "ё\r\n".encode()


def test_others_may_read_the_result_as_any_file(tmp_path: Path):
    (tmp_path / "usual").touch()
    with write_atomically(tmp_path / "grades.csv") as stream:
        stream.write("x")
    modes = [stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("usual", "grades.csv")]
    assert modes[0] == modes[1]


def test_a_link_keeps_leading_to_the_file(tmp_path: Path):
    real, link = tmp_path / "real.csv", tmp_path / "link.csv"
    real.write_text("old")
    link.symlink_to(real)
    with write_atomically(link) as stream:
        stream.write("new")
    assert link.is_symlink()
    assert real.read_text() == "new"


def test_what_is_no_file_is_not_replaced():
    with write_atomically(Path(os.devnull)) as stream:
        stream.write("x")
    assert not Path(os.devnull).is_file()


def test_a_missing_folder_is_told_by_the_path_that_was_given(tmp_path: Path):
    path = tmp_path / "nowhere" / "grades.csv"
    with pytest.raises(FileNotFoundError) as caught, write_atomically(path) as stream:
        stream.write("x")
    assert caught.value.filename == str(path)
