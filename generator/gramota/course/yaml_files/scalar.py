"""What YAML 1.1 makes of a word without quotes: a number, a date, truth, nothing, or most often the word itself."""

import re
from dataclasses import dataclass
from typing import Any

from yaml import ScalarNode
from yaml.constructor import SafeConstructor
from yaml.resolver import Resolver

_resolver = Resolver()
_constructor = SafeConstructor()
_CONSTRUCTED = frozenset(f"tag:yaml.org,2002:{name}" for name in ("null", "bool", "int", "float", "timestamp"))
_FIRST_CHARACTERS = frozenset(Resolver.yaml_implicit_resolvers)


# Base 60 (1:30 is 90), base 8 (010 is 8), 16 and 2: whoever writes a letter means none of them.
_ODD = re.compile(r".*:|[-+]?0[0-9_xb]")


@dataclass(frozen=True)
class OddNumber:
    """What YAML takes for a number that its author did not mean; neither a number to us nor a text."""

    word: str


def value_of(word: str) -> Any:  # noqa: ANN401 - that is the question
    """Return the word's value; a number or date that cannot be (2021-13-45) stays a word, an odd one says so."""
    if word[:1] not in _FIRST_CHARACTERS:
        return word
    tag = _resolver.resolve(ScalarNode, word, (True, False))
    if tag not in _CONSTRUCTED:
        return word
    try:
        value = SafeConstructor.yaml_constructors[tag](_constructor, ScalarNode(tag, word))
    except (ValueError, OverflowError):
        return word
    return OddNumber(word) if isinstance(value, int | float) and _ODD.match(word) else value
