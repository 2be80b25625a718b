"""Every text that gramota itself says, in every language it speaks: one folder a language, one file a room.

A new language is a new folder with the same files and keys; a test compares them with English.
"""

from decimal import Decimal
from functools import cache
from pathlib import Path
from types import MappingProxyType

import yaml
from babel import Locale

# The parser in C where PyYAML was built with it: ten times faster.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_HERE = Path(__file__).parent
LANGUAGES = tuple(sorted(folder.name for folder in _HERE.iterdir() if (folder / "site.yml").is_file()))

_LOCALES = {"en": "en_GB"}
"""Whose dates and numbers a language has; the scripts in the browser agree (quiz/runtime/dates.js)."""

Said = str | dict[str, str]


class Wording:
    """One room's texts in one language."""

    def __init__(self, room: str, lang: str) -> None:
        self.lang = lang
        self.locale = Locale.parse(_LOCALES.get(lang, lang))
        path = _HERE / lang / f"{room}.yml"
        texts = yaml.load(path.read_text(encoding="utf-8"), _LOADER)  # noqa: S506 - both are safe loaders
        self.texts = MappingProxyType(dict[str, Said](texts))

    def __call__(self, key: str, /, *, count: float | str | None = None, **values: object) -> str:
        """Return the text under `key` with its {names} filled; of plural forms the one that `count` asks for.

        The count may be written in digits, as a problem carries it.
        """
        said = self.texts[key]
        if isinstance(said, dict):
            said = said.get(self.locale.plural_form(Decimal(count or 0)), said["other"])
        return said.format(count=count, **values)


@cache
def wording(room: str, lang: str) -> Wording:
    """Return the texts of a room, the name of a file in every language's folder, in a language of LANGUAGES."""
    return Wording(room, lang)
