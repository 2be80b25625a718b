"""A whole project of so many letters: `python -m tests.bench.large_site.course 1000 FOLDER`."""

import datetime as dt
import sys
from pathlib import Path

import yaml

from gramota.starter.site import site_files
from tests.bench.large_site.corpus import handbooks, shipped_letter
from tests.bench.large_site.letters import draft_letters
from tests.bench.large_site.quizzes import yaml_of_quiz

ROOT = Path(__file__).resolve().parents[3]


def write_course(folder: Path, letters: int) -> Path:
    """Write a project of so many letters, each with a quiz, set up as `gramota new site` does; return its folder."""
    folder.mkdir(parents=True, exist_ok=True)
    settings = site_files("Письма холдинга", "ru", dt.date(2026, 11, 2))["mkdocs.yml"]
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    for draft in draft_letters(ROOT, letters):
        corpus = shipped_letter(ROOT) if draft.lang == "ru" else handbooks(ROOT)
        _write(folder / f"docs/letters/{draft.path}.yml", draft.yaml_of_letter())
        _write(folder / f"quizzes/{draft.path}.yml", yaml_of_quiz(draft, corpus))
    return folder


def _write(path: Path, values: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.dump(values, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=120), encoding="utf-8")


class _Dumper(yaml.CSafeDumper):
    """Writes texts of several lines as blocks, as people do."""


def _text(dumper: yaml.CSafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _text)


if __name__ == "__main__":
    write_course(Path(sys.argv[2]), int(sys.argv[1]))
