"""Every command that readers are told to type runs, and prints what they are shown."""

import re
from pathlib import Path

import pytest

from tests.built_site.building import ROOT
from tests.docs.guide import LANGUAGES, PAGES, commands, page_text, sessions
from tests.docs.sessions import GRAMOTA, MISSPELT, fitted, prepare, run

TYPED = [(lang, *typed) for lang in LANGUAGES for page in PAGES for typed in sessions(page_text(lang, page))]
RUN = [typed for typed in TYPED if typed[1].startswith(GRAMOTA)]
OTHERS = sorted({command for _, command, _ in TYPED if not command.startswith(GRAMOTA)})
FOR_EVERYONE = [("README.md", "en"), ("README.ru.md", "ru"), ("CONTRIBUTING.md", "en")]


@pytest.mark.parametrize(("lang", "command", "shown"), RUN, ids=[f"{lang}-{command}" for lang, command, _ in RUN])
def test_a_command_runs_and_prints_what_is_shown(lang: str, command: str, shown: str, project: Path):
    prepare(project, lang, shown)
    code, printed = run(command, project, lang)
    assert code == (2 if MISSPELT in shown else 0), printed
    assert not shown or printed == fitted(shown)
    if output := re.search(r"-o (\S+)", command):
        assert (project / output[1]).stat().st_size > 0


def test_the_guides_show_checks_a_mistake_an_import_reports_a_status_suggestions_and_an_explanation():
    assert [sum(bool(shown) for each, _, shown in RUN if each == lang) for lang in LANGUAGES] == [10, 10]


@pytest.mark.parametrize("command", OTHERS)
def test_other_commands_are_targets_of_make(command: str):
    assert _is_target(command)


@pytest.mark.parametrize(("name", "lang"), FOR_EVERYONE)
def test_commands_of_the_readmes_exist(name: str, project: Path, lang: str):
    prepare(project, lang, "")
    for command in commands((ROOT / name).read_text(encoding="utf-8")):
        if command.startswith(GRAMOTA):
            filled = re.sub(r"FOLDER|ПАПКА", "sheets", re.sub(r"FILE|ФАЙЛ", "fire--4711--2026-03-05.json", command))
            assert run(filled, project, lang)[0] == 0, filled
        else:
            assert _is_target(command), command


def _is_target(command: str) -> bool:
    make, target = command.split()
    targets = re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    return make == "make" and target in targets
