"""`make site` stops at what MkDocs only warns of, and says little when all is well."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.built_site.building import ROOT, copy_handbook, replace_in

MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
RECIPE = re.search(r"^site:.*\n\t\$\(BIN\)/mkdocs (?P<options>.+)$", MAKEFILE, re.MULTILINE)


def _make_site(project: Path) -> subprocess.CompletedProcess[str]:
    """Run the command of the Makefile's recipe in the project."""
    assert RECIPE
    command = [sys.executable, "-m", "mkdocs", *shlex.split(RECIPE["options"])]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1"}
    return subprocess.run(command, cwd=project, capture_output=True, text=True, check=False, env=environment)


def test_a_site_without_faults_is_built_in_few_words(tmp_path: Path):
    done = _make_site(copy_handbook(tmp_path))
    assert done.returncode == 0
    assert len((done.stdout + done.stderr).splitlines()) <= 3


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("docs/letters/privet.yml", "Добро пожаловать.", "Вам [сюда](nowhere.md)"),
        ("docs/letters/privet.yml", "Добро пожаловать.", "Вот ![план](plan.png)"),
        ("docs/letters/privet.yml", "Добро пожаловать.", "Вам [сюда](#nowhere)"),
        ("docs/index.md", "Written by hand.", "[Here](nowhere.md)"),
    ],
)
def test_a_broken_link_fails_the_build(tmp_path: Path, file: str, old: str, new: str):
    project = copy_handbook(tmp_path)
    replace_in(project / file, old, new)
    done = _make_site(project)
    assert done.returncode != 0
    assert "nowhere" in done.stderr or "plan.png" in done.stderr
    assert "Traceback" not in done.stderr
