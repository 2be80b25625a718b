"""A build of letters that have not changed opens no dictionary and builds no model: each would cost time and memory."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from gramota.cache.store import FOLDER
from tests.built_site.building import build_site
from tests.built_site.many_letters import write_many_letters

# Loaded where something is new, in serving, or where there is a mistake to tell.
HEAVY = ("dawg", "pymorphy3", "rapidfuzz", "snowballstemmer", "spellchecker", "watchdog")
QUIZ = """self_check:
  - id: steam
    type: text
    section: boiling
    prompt: Что с водой?
    points: [{id: boils, title: Кипит, accept: [кипит]}]
"""
BUILD = """
import json, sys
from mkdocs.commands.build import build
from mkdocs.config import load_config
build(load_config("mkdocs.yml", site_dir=sys.argv[1]))
import babel.core
from gramota.course import Letter
print(json.dumps({"modules": sorted(sys.modules), "dates": babel.core._global_data is not None,
                  "models": Letter.__pydantic_complete__}))
"""


@pytest.mark.parametrize("letters", [3, 30])
def test_what_is_kept_is_used_without_dictionaries_and_models(tmp_path: Path, letters: int):
    project = write_many_letters(tmp_path / "project", letters)
    (project / "quizzes/letter-000.yml").write_text(QUIZ, encoding="utf-8")
    env = {**os.environ, FOLDER: str(tmp_path / "kept"), "NO_MKDOCS_2_WARNING": "1"}
    first, again = (_loaded(project, tmp_path / name, env) for name in ("first", "again"))
    assert {"pymorphy3", "models"} <= first
    assert "dates" not in first
    assert again & {*HEAVY, "dates", "models"} == set()
    assert _bytes_of(tmp_path / "again") == _bytes_of(tmp_path / "first")


def _loaded(project: Path, site: Path, env: dict[str, str]) -> set[str]:
    command = [sys.executable, "-c", BUILD, str(site)]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False, env=env)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    return {*told["modules"], *(name for name in ("dates", "models") if told[name])}


def _bytes_of(site: Path) -> dict[str, bytes]:
    files = (path for path in site.rglob("*") if path.is_file() and "sitemap" not in path.name)
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in files}


def test_what_becomes_of_markdown_does_not_depend_on_its_being_let_go(tmp_path: Path):
    """A hook that reads pages while they are made finds their text; afterwards it is gone."""
    project = write_many_letters(tmp_path / "project", 3)
    (project / "hook.py").write_text(
        "def on_page_content(html, page, **_):\n    assert page.markdown\n"
        "def on_page_context(context, page, **_):\n    assert page.content\n",
        encoding="utf-8",
    )
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("hooks: [hook.py]\n")
    build_site(project, tmp_path / "site")
