"""The front matter of a Markdown file: what it says of a letter, and what of that a letter cannot take."""

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

from gramota.course.model.audience import distinct_groups, part_groups
from gramota.course.model.letter import Language
from gramota.course.names import shorten
from gramota.course.yaml_files.source import Source
from gramota.course.yaml_files.tree import plain
from gramota.errors import Problem
from gramota.exchange.letter_line import take_date
from gramota.exchange.outline import About

_KNOWN = frozenset({"title", "date", "audience", "lang", "language", "summary", "description", "number"})
_LANGUAGES = frozenset(get_args(Language))


def read_about(front: str, path: str, problems: list[Problem]) -> About:
    """Return what the front matter says of the letter in this file, and add to the problems what it says in vain."""
    about = About(path, Path(path).stem)
    if not front:
        return about
    source = Source(path, f"\n{front}")
    if source.problems:
        problems += [Problem.at(source.problems[0].where, "G455"), source.problems[0]]
        return about
    said: dict[str, Any] = plain(source.tree) if source.tree else {}
    strange = sorted(said.keys() - _KNOWN)
    problems += [Problem.at(source.where_key(key), "G456", key=key) for key in strange]
    date = _date(said.get("date"))
    lang = str(said.get("lang") or said.get("language") or "")[:2].lower()
    not_taken = {"date": date is None, "lang": lang not in _LANGUAGES, "language": lang not in _LANGUAGES}
    problems += [
        Problem.at(source.where(key), "G456.value", key=key, found=shorten(str(said[key])))
        for key, is_lost in not_taken.items()
        if is_lost and said.get(key)
    ]
    return replace(
        about,
        title=_one_line(said.get("title")),
        date=date,
        is_date_sure=date is not None,
        audience=_groups(said.get("audience")),
        lang=lang if lang in _LANGUAGES else "",
        number=_one_line(said.get("number")),
        summary=_one_line(said.get("summary") or said.get("description")),
    )


def _groups(said: object) -> tuple[str, ...]:
    names = said if isinstance(said, tuple) else part_groups(said if isinstance(said, str) else _one_line(said))
    return distinct_groups(filter(None, map(_one_line, names)))


def _date(said: object) -> dt.date | None:
    return said if type(said) is dt.date else take_date(str(said))[0]


def _one_line(value: object) -> str:
    return " ".join(str(value).split()) if isinstance(value, str | int | float) else ""
