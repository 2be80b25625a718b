"""What is costly to make is made once a run, by whichever of its workers needs it first."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from filelock import FileLock


@dataclass(frozen=True)
class MadeOnce:
    """Folders that all workers of one run share, and no other run; who reads in them changes nothing there."""

    place: Path

    def folder(self, name: str, make: Callable[[Path], object]) -> Path:
        """Return the folder of that name, filled now unless a worker has done so before.

        Where that worker failed, the next one begins anew, so that each of them tells what is wrong.
        """
        folder, whole = self.place / name, self.place / f"{name}.whole"
        with FileLock(self.place / f"{name}.lock"):
            if not whole.exists():
                shutil.rmtree(folder, ignore_errors=True)
                folder.mkdir()
                make(folder)
                whole.touch()
        return folder


def place_of_the_run(config: pytest.Config, own: Path) -> Path:
    """Return the folder above the workers' own ones; without workers there is only `own`."""
    place = (own.parent if hasattr(config, "workerinput") else own) / "made-once"
    place.mkdir(exist_ok=True)
    return place
