"""Files that were not there before: all of them are made, or none, and nothing is ever overwritten."""

import os
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path

from gramota.grading.files.atomic_file import remove_empty, write_atomically


def find_taken(paths: Iterable[Path]) -> list[Path]:
    """Return those of the paths at which something stands already, be it a link that leads nowhere."""
    return [path for path in paths if os.path.lexists(path)]


def create_files(texts: Mapping[Path, str]) -> None:
    """Write each text (UTF-8) to its path and make folders where they lack; raise OSError.

    FileExistsError names the first path that is taken. What was made before something failed is removed again, folders
    included.
    """
    with ExitStack() as made:
        for path, text in texts.items():
            for folder in _lacking(path.parent):
                folder.mkdir()
                made.callback(remove_empty, folder)
            # The name is taken first, so that nobody else's file can be replaced; then its text appears whole.
            path.touch(exist_ok=False)
            made.callback(path.unlink, missing_ok=True)
            with write_atomically(path) as stream:
                stream.write(text)
        made.pop_all()


def _lacking(folder: Path) -> list[Path]:
    return [each for each in reversed([folder, *folder.parents]) if not each.exists()]
