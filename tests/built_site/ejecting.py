"""Ejects a project by the command that people use, and builds it with either engine."""

import os
import subprocess
from pathlib import Path

from tests.built_site.building import build_site
from tests.cli.command import gramota
from tests.zensical.engine import find_zensical

ENGINES = ("mkdocs", "zensical") if find_zensical() else ("mkdocs",)


def eject(project: Path, folder: Path, *options: str) -> Path:
    """Eject the project into the folder."""
    ended = gramota("eject", folder, "--config", project / "mkdocs.yml", *options)
    assert ended.code == 0, ended.err
    return folder


def build_with(engine: str, project: Path) -> Path:
    """Build a plain project strictly, as it says how; return the built site."""
    if engine == "mkdocs":
        return build_site(project, project / "site")
    command = [find_zensical() or "zensical", "build", "--strict"]
    done = subprocess.run(
        command, cwd=project, capture_output=True, text=True, check=False, env={**os.environ, "NO_COLOR": "1"}
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"
