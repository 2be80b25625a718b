"""Small words that Russian writes in more than one way."""

from collections.abc import Mapping
from types import MappingProxyType

_SETS = (
    "с со",
    "в во",
    "к ко",
    "о об обо",
    "от ото",
    "из изо",
    "без безо",
    "под подо",
    "над надо",
    "перед передо пред",
    "чтобы чтоб",
    "бы б",
    "же ж",
    "нет нету",
    "хотя хоть",
    "это этот эта эти этого этой этих этому этим этими эту этом",
)

LETTER_VARIANTS: Mapping[str, frozenset[str]] = MappingProxyType(
    {word: frozenset(row.split()) for row in _SETS for word in row.split()}
)
