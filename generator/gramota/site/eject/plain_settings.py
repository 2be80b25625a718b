"""The author's mkdocs.yml for a project without our plugin: what it did to the settings stands in them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from gramota.site.eject.yaml_blocks import Settings, node_of, read_settings, tagged_node, write_settings

OVERRIDES = "overrides"
HOOKS = "hooks"
MATERIAL = "material"

_PLUGIN = "gramota"
_INHERIT = "INHERIT"
_SLUGIFY = "!!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}"
# MkDocs and Zensical have these whatever a file says.
_ALWAYS_THERE = {"fenced_code", "tables", "toc"}
# Where the files were; and what to watch besides, which a plain project has not.
_OF_THE_PLACE = ("docs_dir", "watch")


@dataclass(frozen=True)
class Decided:
    """What was decided for the site: its theme's language, font and features, its Markdown, navigation, styles and
    scripts.

    `overrides` says whether the theme is changed by files of ours; `outside_nav` is the folder that a menu of all pages
    leaves out, if there is one.
    """

    language: str
    font: Any
    features: Sequence[str]
    overrides: bool
    extensions: Sequence[str]
    nav: list[Any] | None
    outside_nav: str
    styles: Sequence[str]
    scripts: Sequence[str]


def plain_settings(path: Path, decided: Decided) -> str:
    """Return the text of mkdocs.yml; raise OSError where the file, or one that it inherits from, cannot be read."""
    text = path.read_text(encoding="utf-8-sig")
    old = read_settings(text)
    has_parent = _INHERIT in old
    settings = _inherited(path, old)
    for name in _OF_THE_PLACE:
        settings.pop(name, None)
    if "site_dir" in settings and not _is_inside(settings["site_dir"].value):
        settings.pop("site_dir")
    settings["theme"] = theme = _plain_theme(settings.get("theme"), decided)
    settings["markdown_extensions"] = _plain_extensions(settings.get("markdown_extensions"), decided.extensions)
    settings["plugins"] = _without_ours(settings.get("plugins"), theme)
    settings["extra_css"] = node_of([*decided.styles])
    if decided.scripts:
        settings["extra_javascript"] = _with_scripts(settings.get("extra_javascript"), decided.scripts)
    if decided.nav is not None:
        settings["nav"] = node_of(decided.nav)
    elif decided.outside_nav and "not_in_nav" not in settings:
        settings["not_in_nav"] = node_of(decided.outside_nav)
    if "hooks" in settings:
        hooks = (PurePosixPath(node.value).name for node in settings["hooks"].value)
        settings["hooks"] = node_of([f"{HOOKS}/{name}" for name in hooks])
    return write_settings("" if has_parent else text, {} if has_parent else old, settings)


def _inherited(path: Path, settings: Settings) -> Settings:
    """Return the settings over those of the file that they inherit from, as MkDocs merges them."""
    parent = settings.get(_INHERIT)
    own = {name: node for name, node in settings.items() if name != _INHERIT}
    if parent is None:
        return own
    place = path.parent / parent.value
    below = _inherited(place, read_settings(place.read_text(encoding="utf-8-sig")))
    return {name: _merged(below.get(name), own.get(name)) for name in [*below, *(own.keys() - below.keys())]}


def _merged(below: yaml.Node | None, own: yaml.Node | None) -> Any:  # noqa: ANN401 - one of the two is there
    if isinstance(below, yaml.MappingNode) and isinstance(own, yaml.MappingNode):
        return _with_pairs(below, {key.value: value for key, value in own.value})
    return own or below


def _with_pairs(mapping: yaml.MappingNode, pairs: Settings) -> yaml.MappingNode:
    """Return the mapping with these in it, mappings within merged."""
    found = {key.value: (key, value) for key, value in mapping.value}
    for name, node in pairs.items():
        key, value = found.get(name, (node_of(name), None))
        found[name] = (key, _merged(value, node))
    return yaml.MappingNode(mapping.tag, [*found.values()], flow_style=mapping.flow_style)


def _plain_theme(theme: yaml.Node | None, decided: Decided) -> yaml.MappingNode:
    """Speak the language, use the font and have the features that the plugin has chosen; have overrides beside docs."""
    mapping = theme if isinstance(theme, yaml.MappingNode) else _mapping({"name": theme} if theme else {})
    chosen = {key.value: value for key, value in mapping.value}
    added = {} if "language" in chosen else {"language": node_of(decided.language)}
    added |= {} if "font" in chosen else {"font": node_of(decided.font)}
    is_changed = decided.overrides or "custom_dir" in chosen
    added |= {"custom_dir": node_of(OVERRIDES)} if is_changed else {}
    added |= {"features": node_of([*decided.features])} if _adds_features(chosen, decided) else {}
    return _with_pairs(mapping, added) if added else mapping


def _adds_features(chosen: Settings, decided: Decided) -> bool:
    written = chosen.get("features")
    named = written.value if isinstance(written, yaml.SequenceNode) else []
    # A value that is no plain text, such as one from the environment, names nothing yet.
    return not {node.value for node in named if isinstance(node.value, str)}.issuperset(decided.features)


def _plain_extensions(extensions: yaml.Node | None, needed: Sequence[str]) -> yaml.Node:
    """Return the list with what letters need, and their settings as the plugin has them."""
    found = dict(_options(extensions))
    missing = [name for name in needed if name not in found and name not in _ALWAYS_THERE]
    found |= dict.fromkeys(missing)
    for name, option, node in (
        ("toc", "slugify", tagged_node(_SLUGIFY)),
        ("tables", "use_align_attribute", node_of(value=True)),
    ):
        options = found.get(name) or _mapping({})
        if option not in {key.value for key, _ in options.value}:
            found[name] = _with_pairs(options, {option: node})
    listed = [node_of(name) if options is None else _mapping({name: options}) for name, options in found.items()]
    return _list(listed)


def _options(listed: yaml.Node | None) -> Iterable[tuple[str, Any]]:
    """Yield the names of a list of extensions or plugins, each with the mapping of its options or None."""
    if isinstance(listed, yaml.MappingNode):
        yield from ((key.value, _as_options(value)) for key, value in listed.value)
    for node in listed.value if isinstance(listed, yaml.SequenceNode) else ():
        if isinstance(node, yaml.MappingNode):
            yield from ((key.value, _as_options(value)) for key, value in node.value)
        else:
            yield node.value, None


def _as_options(node: yaml.Node) -> yaml.MappingNode | None:
    return node if isinstance(node, yaml.MappingNode) and node.value else None


def _without_ours(plugins: yaml.Node | None, theme: yaml.MappingNode) -> yaml.Node:
    """Return the list of plugins without gramota; a site that had no search says so, for Zensical brings one."""
    kept = {name: options for name, options in _options(plugins) if name != _PLUGIN}
    names = {key.value: value.value for key, value in theme.value}
    if names.get("name") == MATERIAL and not kept.keys() & {"search", f"{MATERIAL}/search"}:
        kept["search"] = _mapping({"enabled": node_of(value=False)})
    return _list([node_of(name) if options is None else _mapping({name: options}) for name, options in kept.items()])


def _with_scripts(listed: yaml.Node | None, scripts: Sequence[str]) -> yaml.Node:
    """Return the author's own scripts, as they are written, and these after them."""
    return _list([*(listed.value if isinstance(listed, yaml.SequenceNode) else ()), *map(node_of, scripts)])


def _mapping(values: Settings) -> yaml.MappingNode:
    pairs = [(node_of(name), node) for name, node in values.items()]
    return yaml.MappingNode("tag:yaml.org,2002:map", pairs, flow_style=False)


def _list(nodes: Sequence[yaml.Node]) -> yaml.SequenceNode:
    return yaml.SequenceNode("tag:yaml.org,2002:seq", [*nodes], flow_style=not nodes)


def _is_inside(path: str) -> bool:
    """Whether the path leads to a folder below the project; Zensical builds into no other."""
    parts = PurePosixPath(path.replace("\\", "/"))
    return (
        not Path(path).is_absolute() and not parts.is_absolute() and ".." not in parts.parts and path not in {"", "."}
    )
