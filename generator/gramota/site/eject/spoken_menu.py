"""The script of a plain project that tells screen readers the languages of a menu's entries.

The plugin writes them into each built page. A template knows no other page's language, and a copy of the theme's menu
would be right for one release of one of the two engines.
"""

import json
from collections.abc import Mapping
from pathlib import Path

from gramota.site.assets import Assets

_SCRIPT = Path(__file__).with_name("spoken_menu.js").read_text(encoding="utf-8")


def spoken_menu(languages: Mapping[str, str], site_lang: str) -> Mapping[str, str]:
    """Return the script by its path; `languages` has those of pages that speak another than the site's, by address."""
    places = {url.removesuffix("index.html").rstrip("/"): lang for url, lang in languages.items()}
    assets = Assets()
    filled = _SCRIPT.replace("SITE_LANGUAGE", _as_json(site_lang)).replace("PAGE_LANGUAGES", _as_json(places))
    assets.add_script("menu", filled)
    return assets.files


def _as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, indent=2).replace("\n", "\n  ")
