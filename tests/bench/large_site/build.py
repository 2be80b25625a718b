"""The same site built side by side: by the plugin from YAML, by the plain engine from the Markdown it is made of."""

import shutil
import statistics
import sys
from pathlib import Path

from gramota.cache.store import FOLDER
from tests.bench.large_site import short_lists
from tests.bench.processes import Cost, cost_of
from tests.bench.timing import INSTALLED

WAYS = ("first", "again", "short", "plain")
"""Ours with nothing kept, ours with all kept; the plain engine with lists of letters as short as ours, and as it is."""

_SHORT = "mkdocs-short.yml"


def build_all(project: Path, runs: int) -> dict[str, Cost]:
    """Return the median costs of each way to build the project, of so many runs each."""
    plain = _eject(project)
    costs = {}
    for way in WAYS:
        folder, config = (project, "mkdocs.yml") if way in {"first", "again"} else (plain, "mkdocs.yml")
        config = _SHORT if way == "short" else config
        costs[way] = _median([_build(folder, config, project, is_anew=way == "first") for _ in range(runs)])
    return costs


def built_site(folder: Path) -> Path:
    """Return where the folder's site is built."""
    return folder.with_name(f"{folder.name}-site")


def _eject(project: Path) -> Path:
    plain = project.with_name(f"{project.name}-plain")
    cost_of([sys.executable, "-m", "gramota", "eject", plain], project)
    settings = (plain / "mkdocs.yml").read_text(encoding="utf-8")
    (plain / _SHORT).write_text(f"{settings}\nhooks: [{short_lists.__file__}]\n", encoding="utf-8")
    return plain


def _build(folder: Path, config: str, project: Path, *, is_anew: bool) -> Cost:
    cache = project.with_name(f"{project.name}-kept")
    if is_anew:
        shutil.rmtree(cache, ignore_errors=True)
    site = built_site(folder)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", folder / config, "--site-dir", site]
    return cost_of(command, folder, {**INSTALLED, FOLDER: str(cache)})


def _median(costs: list[Cost]) -> Cost:
    return Cost(*(statistics.median(values) for values in zip(*costs, strict=True)))
