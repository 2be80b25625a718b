"""What the schemas say of entries and fields, in one language.

The texts stand once, in the wording: the guides' tables of fields begin with the same words, which a test compares.
"""

from typing import Any

import yaml

from gramota.course.model.base import Entry
from gramota.wording import wording


class Speech:
    """The titles, descriptions and examples of a language."""

    def __init__(self, lang: str) -> None:
        self._texts = wording("schema", lang)

    def of_kind(self, name: str) -> dict[str, Any]:
        """Return the title and the description of a kind of entry, the name of its model; KeyError for an unknown."""
        return {"title": self._texts(name), "description": self._texts(f"{name}.help")}

    def of_field(self, model: type[Entry], name: str) -> dict[str, Any]:
        """Return the title, description and examples of a field under the name that authors write.

        What is said of the field of a base holds for those derived from it; KeyError where nothing is said.
        """
        keys = [f"{base.__name__}.{name}" for base in model.__mro__]
        said = next((key for key in keys if f"{key}.help" in self._texts.texts), keys[0])
        example = f"{said}.example"
        examples = {"examples": [yaml.safe_load(self._texts(example))]} if example in self._texts.texts else {}
        return {
            "title": self._texts(f"field.{name}"),
            "description": _sentence(self._texts(f"{said}.help")),
            **examples,
        }


def _sentence(text: str) -> str:
    """Texts begin small, as they do in a table's cell, and have no full stop."""
    return f"{text[:1].upper()}{text[1:]}."
