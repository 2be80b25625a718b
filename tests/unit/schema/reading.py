"""YAML as editors read it for a schema: a date is a text to them."""

from pathlib import Path
from typing import Any

import yaml


class Loader(yaml.SafeLoader):
    """Knows no dates."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read(text: str) -> Any:
    return yaml.load(text, Loader)


def read_file(path: Path) -> Any:
    return read(path.read_text(encoding="utf-8"))
