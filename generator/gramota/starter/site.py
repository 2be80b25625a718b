"""The files of a new site, in the language of its authors."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from string import Template

import gramota.wording
from gramota.exchange.yaml_text import write_yaml
from gramota.schema import SCHEMA_NAMES, render_schema, schema_file
from gramota.starter.editors import editor_files

_TEXTS = Path(gramota.wording.__file__).parent
# Written otherwise in the package, where it would be taken at its word.
_RENAMED = {"gitignore": ".gitignore"}


def site_files(name: str, lang: str, today: dt.date) -> dict[str, str]:
    """Return the text of every file of a new site by its path; `today` is the date of its first letter."""
    folder = _TEXTS / lang / "new_site"
    filled = {"site_name": write_yaml({"site_name": name}, {}, frozenset()).rstrip(), "today": today.isoformat()}
    own = {
        _RENAMED.get(path.name, path.relative_to(folder).as_posix()): Template(path.read_text("utf-8")).substitute(
            filled
        )
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    schemas = {f"schemas/{schema_file(each)}": render_schema(each, lang) for each in SCHEMA_NAMES}
    return {**own, **schemas, **editor_files()}


def is_left_alone(path: Path) -> bool:
    """Whether a site can do without our file where its folder has one of that name: what other programs read."""
    return path.parts[0].startswith(".") or path.parts[0] == "schemas"


def _filled(path: Path, values: Mapping[str, str]) -> str:
    return Template(path.read_text(encoding="utf-8")).substitute(values)
