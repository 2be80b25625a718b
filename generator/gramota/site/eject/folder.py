"""A folder that is whole or not there, and never takes the place of one that holds somebody's work."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from gramota.site.eject.plain_settings import HOOKS, OVERRIDES

_README = "README.md"
_MAY_GO = {_README, "mkdocs.yml", "docs", OVERRIDES, HOOKS, "site", ".cache"}
"""What stands at the top of an ejected project, and what both engines put there when they build it."""


class NotEmptyError(Exception):
    """The folder has something in it already."""


class NotEjectedError(Exception):
    """The folder holds more than an ejected project; the argument is the first such name."""


def put_folder(folder: Path, files: Mapping[str, bytes], *, force: bool) -> None:
    """Write the files as this folder, in the place of an empty one; with `force`, of an earlier ejected project.

    Raise NotEmptyError, NotEjectedError, or OSError; then the folder is as it was.
    """
    target = folder.resolve()
    _refuse(target, force=force)
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished, old = _beside(target, "part"), _beside(target, "old")
    try:
        for path, content in files.items():
            place = unfinished / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
        _take_place(unfinished, target, old)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)


def _refuse(folder: Path, *, force: bool) -> None:
    names = sorted(path.name for path in folder.iterdir()) if folder.exists() else []
    if names and not force:
        raise NotEmptyError
    if others := [name for name in names if name not in _MAY_GO]:
        raise NotEjectedError(others[0])


def _take_place(unfinished: Path, target: Path, old: Path) -> None:
    if not target.exists():
        unfinished.rename(target)
        return
    target.rename(old)
    try:
        unfinished.rename(target)
    except OSError:
        old.rename(target)
        raise


def _beside(folder: Path, what: str) -> Path:
    return folder.with_name(f".{folder.name}.{os.getpid()}.{what}")
