"""Where the site is built: what lies there is published, or vanishes when the site is built anew."""

import os
from collections.abc import Iterator
from pathlib import Path

import yaml

_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SETTINGS = ("mkdocs.yml", "mkdocs.yaml")
_SITE_DIR, _INHERIT, _FROM_ENVIRONMENT = "site_dir", "INHERIT", "!ENV"
_USUAL = "site"
_MOST_PARENTS = 10
# What MkDocs and Zensical put into every site that they build.
_OF_EVERY_SITE = ("index.html", "404.html", "sitemap.xml")


def find_built_sites(docs: Path) -> Iterator[Path]:
    """Yield the folders that the projects here, and around the folder of letters, are built into."""
    for folder in dict.fromkeys((Path.cwd(), *docs.resolve().parents)):
        for settings in (folder / name for name in _SETTINGS):
            if settings.is_file():
                yield folder / (_site_dir(settings) or _USUAL)


def is_built_site(folder: Path) -> bool:
    """Whether a site stands in the folder, whoever built it there."""
    try:
        return all((folder / name).is_file() for name in _OF_EVERY_SITE)
    except OSError:
        return False


def _site_dir(settings: Path, parents: int = _MOST_PARENTS) -> str:
    """Return what the settings, or those that they inherit from, say; empty where they say nothing or are unreadable.

    The nodes of the YAML are enough, so that no tag that MkDocs knows, and we do not, is in the way.
    """
    try:
        root = yaml.compose(settings.read_text(encoding="utf-8-sig"), _LOADER)
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return ""
    entries = root.value if isinstance(root, yaml.MappingNode) else []
    found = {key.value: value for key, value in entries if isinstance(key, yaml.ScalarNode)}
    if _SITE_DIR in found:
        return _said(found[_SITE_DIR])
    parent = _said(found[_INHERIT]) if _INHERIT in found else ""
    return _site_dir(settings.parent / parent, parents - 1) if parent and parents else ""


def _said(node: yaml.Node) -> str:
    """Return a text as it stands, or as MkDocs takes it from the environment: the first that is set, else the last."""
    values = node.value if isinstance(node, yaml.SequenceNode) else [node]
    texts = [each.value for each in values if isinstance(each, yaml.ScalarNode)]
    if node.tag != _FROM_ENVIRONMENT:
        return texts[0] if texts else ""
    names, otherwise = (texts[:-1], texts[-1]) if len(texts) > 1 else (texts, "")
    return next((os.environ[name] for name in names if name in os.environ), otherwise)
