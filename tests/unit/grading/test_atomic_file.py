"""A gradebook is hours of work: a run that is cut short leaves the old one as it was."""

import os
import stat
from pathlib import Path

import pytest

from gramota.grading.files.atomic_file import replace_files, write_atomically


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


def test_of_several_files_none_is_replaced_before_all_are_written(tmp_path: Path):
    (tmp_path / "a").write_text("old")
    # The name of the unfinished file is taken by a folder, as it would be by anything that cannot be written.
    (tmp_path / f".b.{os.getpid()}.part").mkdir()
    with pytest.raises(OSError, match="b"):
        replace_files(tmp_path, [("a", b"new"), ("b", b"new")])
    assert (tmp_path / "a").read_text() == "old"


def test_files_are_put_into_a_new_folder_without_leftovers(tmp_path: Path):
    replace_files(tmp_path / "new/deep", [("a", b"1"), ("b", b"2")])
    assert {path.name: path.read_bytes() for path in (tmp_path / "new/deep").iterdir()} == {"a": b"1", "b": b"2"}


def test_a_link_under_the_name_is_replaced_and_not_followed(tmp_path: Path):
    (tmp_path / "precious").write_text("mine")
    (tmp_path / "a").symlink_to("precious")
    replace_files(tmp_path, [("a", b"new")])
    assert ((tmp_path / "precious").read_text(), (tmp_path / "a").read_text()) == ("mine", "new")


def test_a_folder_below_is_made_and_goes_again_where_nothing_could_be_written(tmp_path: Path):
    assert replace_files(tmp_path, [("a", b"1"), ("below/b", b"2")]) == ["a", "below/b"]
    assert (tmp_path / "below/b").read_bytes() == b"2"
    (tmp_path / "other").mkdir()
    (tmp_path / "other/a").mkdir()
    with pytest.raises(OSError, match="a"):
        replace_files(tmp_path / "other", [("a", b"1"), ("below/b", b"2")])
    assert [path.name for path in (tmp_path / "other").iterdir()] == ["a"]


def test_a_link_in_place_of_the_folder_below_leads_nothing_out(tmp_path: Path):
    (tmp_path / "precious").mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / "out/below").symlink_to("../precious")
    with pytest.raises(NotADirectoryError) as caught:
        replace_files(tmp_path / "out", [("below/b", b"2")])
    assert caught.value.filename == str(tmp_path / "out/below/b")
    assert [*(tmp_path / "precious").iterdir()] == []
