"""Every text that gramota itself says, in every language it speaks: one folder a language, one file a room.

A new language is a new folder with the same files and keys; a test compares them with English. One with the rooms of
READERS alone is spoken by pages, and authors and trainers are told all else in English.
"""

from collections.abc import Iterable
from decimal import Decimal
from functools import cache, cached_property
from pathlib import Path
from types import MappingProxyType

import yaml
from babel import Locale
from babel.plural import PluralRule

# The parser in C where PyYAML was built with it: ten times faster.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_HERE = Path(__file__).parent
_OTHERWISE = "en"


def _languages_with(rooms: Iterable[str]) -> tuple[str, ...]:
    folders = (folder for folder in sorted(_HERE.iterdir()) if folder.is_dir())
    return tuple(folder.name for folder in folders if all((folder / f"{room}.yml").is_file() for room in rooms))


READERS = ("blocks", "grammar", "runtime", "search", "site")
"""The rooms of what stands on a site's pages, and of how the language counts."""

PAGE_LANGUAGES = _languages_with(READERS)
LANGUAGES = _languages_with(["cli", *READERS])
"""Those in which gramota says everything."""

_LOCALES = {"en": "en_GB"}
"""Whose dates and numbers a language has; the scripts in the browser agree (quiz/runtime/page/dates.js)."""

Said = str | dict[str, str]


class Wording:
    """One room's texts in one language."""

    def __init__(self, room: str, lang: str) -> None:
        self.lang = lang
        path = _HERE / lang / f"{room}.yml"
        texts = yaml.load(path.read_text(encoding="utf-8"), _LOADER)  # noqa: S506 - both are safe loaders
        self.texts = MappingProxyType(dict[str, Said](texts))

    @cached_property
    def locale(self) -> Locale:
        """How the language writes dates and numbers; most texts need neither."""
        return Locale.parse(_LOCALES.get(self.lang, self.lang))

    def __call__(self, key: str, /, *, count: float | str | None = None, **values: object) -> str:
        """Return the text under `key` with its {names} filled; of plural forms the one that `count` asks for.

        The count may be written in digits, as a problem carries it.
        """
        said = self.texts[key]
        if isinstance(said, dict):
            said = said.get(_plural_form(self.lang)(Decimal(count or 0)), said["other"])
        return said.format(count=count, **values)


@cache
def wording(room: str, lang: str) -> Wording:
    """Return the texts of a room, the name of a file in a language's folder; in English where the language has none."""
    return Wording(room, lang if (_HERE / lang / f"{room}.yml").is_file() else _OTHERWISE)


@cache
def _plural_form(lang: str) -> PluralRule:
    """What tells which plural form a number asks for: Babel's own data of a language would fill several megabytes."""
    rules = str(wording("grammar", lang).texts["plural_rules"]).split("; ")
    return PluralRule(dict(rule.split(": ", 1) for rule in rules))
