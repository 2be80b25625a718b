"""What we read of the author's mkdocs.yml, and what we set in it where the author has not decided."""

import re
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from pymdownx.slugs import slugify

from gramota.course.files.folder import shown_path
from gramota.errors import Where
from gramota.pages import Card
from gramota.pages.groups import is_long
from gramota.pages.markup import EXTENSIONS
from gramota.wording import PAGE_LANGUAGES

PRUNE = "navigation.prune"
# Set already, or what makes no sense without the whole navigation.
_DECIDED = frozenset({PRUNE, "navigation.expand", "navigation.sections"})


def where_setting(config: MkDocsConfig, name: str) -> Where:
    """Return the place of a setting of ours in mkdocs.yml, as far as it can be told without reading it as YAML."""
    return _where(config, rf"[ {{-]*({name})\s*:")


def where_value(config: MkDocsConfig, name: str) -> Where:
    """Return the place of the value that a setting has in mkdocs.yml, or the setting's where the value is elsewhere."""
    found = _where(config, rf"[ {{-]*{name}\s*:[ \t]+([^\s#|>])")
    return found if found.column > 1 else where_setting(config, name)


def _where(config: MkDocsConfig, pattern: str) -> Where:
    path = Path(config.config_file_path)
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    found = ((number, re.match(pattern, line)) for number, line in enumerate(lines, 1))
    place = next(((number, match.start(1) + 1) for number, match in found if match), (1, 1))
    return Where(shown_path(path), *place)


def site_language(config: MkDocsConfig) -> str:
    """Return the language that we speak on the site."""
    lang = str(config.theme.get("language", "en"))
    return lang if lang in PAGE_LANGUAGES else "en"


def quizzes_folder(config: MkDocsConfig, chosen: str | None) -> Path:
    """Return the folder that the plugin's settings choose, else the one beside mkdocs.yml."""
    return Path(chosen or Path(config.config_file_path).parent / "quizzes").resolve()


def adapt_theme(config: MkDocsConfig, cards: Sequence[Card]) -> None:
    """Speak the letters' language and ask no third party for fonts, unless the author's file decides otherwise.

    Of a large navigation each page has its own part only, unless the file asks for the whole.
    """
    chosen = _chosen_theme_settings(config)
    languages = {card.lang for card in cards}
    if "language" not in chosen and len(languages) == 1:
        config.theme["language"] = languages.pop()
    if "font" not in chosen:
        config.theme["font"] = False
    features = config.theme["features"] = [*config.theme.get("features", [])]
    if is_long(cards) and _DECIDED.isdisjoint(features):
        features.append(PRUNE)


def _chosen_theme_settings(config: MkDocsConfig) -> dict[str, Any]:
    with warnings.catch_warnings():
        # MkDocs calls it deprecated and has nothing else that tells what the author's file itself says.
        warnings.simplefilter("ignore", DeprecationWarning)
        themes = [settings.get("theme") for settings in config.user_configs]
    return next((theme for theme in themes if isinstance(theme, dict)), {})


def add_extensions(config: MkDocsConfig) -> None:
    """Add the Markdown extensions that letters need, and their settings where the author has none."""
    present = set(config.markdown_extensions)
    config.markdown_extensions.extend(name for name in EXTENSIONS if name not in present)
    # Headings that are not in Latin letters get readable addresses too.
    config.mdx_configs.setdefault("toc", {}).setdefault("slugify", slugify(case="lower"))
    # The style attributes that tables have otherwise would need unsafe-inline, and letters lose them.
    config.mdx_configs.setdefault("tables", {}).setdefault("use_align_attribute", True)
