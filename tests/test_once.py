"""What processes share is made by one of them, and is never half of it."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.once import MadeOnce


def test_all_who_need_a_folder_at_once_get_the_same_one_and_it_is_whole(tmp_path: Path):
    made = []

    def make(folder: Path) -> None:
        made.append(folder)
        for number in range(100):
            (folder / f"{number}.txt").touch()

    def ask(_: int) -> int:
        return len([*MadeOnce(tmp_path).folder("site", make).iterdir()])

    with ThreadPoolExecutor(4) as asking:
        assert {*asking.map(ask, range(4))} == {100}
    assert made == [tmp_path / "site"]


def test_after_a_failure_the_next_begins_with_an_empty_folder(tmp_path: Path):
    def fail(folder: Path) -> None:
        (folder / "half.txt").touch()
        raise OSError("half")

    for _ in range(2):
        with pytest.raises(OSError, match="half"):
            MadeOnce(tmp_path).folder("site", fail)
    whole = MadeOnce(tmp_path).folder("site", lambda folder: (folder / "whole.txt").touch())
    assert [path.name for path in whole.iterdir()] == ["whole.txt"]
