"""The same site built twice: by the plugin from YAML, and by the plain engine from the Markdown that it is made of."""

import os
import sys
from pathlib import Path
from typing import NamedTuple

from gramota.cache.store import FOLDER
from tests.bench.processes import Cost, cost_of


class Builds(NamedTuple):
    """What each build cost: the first, with nothing kept; again, with all kept; and the plain engine's."""

    first: Cost
    again: Cost
    plain: Cost


def build_both(project: Path) -> Builds:
    """Build the project and, side by side, the plain project that `gramota eject` makes of it."""
    plain, cache = project.with_name(f"{project.name}-plain"), project.with_name(f"{project.name}-kept")
    if not plain.exists():
        cost_of([sys.executable, "-m", "gramota", "eject", plain], project)
    first, again = _build(project, cache), _build(project, cache)
    return Builds(first, again, _build(plain, cache))


def _build(project: Path, cache: Path) -> Cost:
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--quiet",
        "--site-dir",
        project.with_name(f"{project.name}-site"),
    ]
    return cost_of(command, project, {**os.environ, FOLDER: str(cache)})
