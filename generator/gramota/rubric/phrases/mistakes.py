"""What may be wrong with a phrase, each with a stable code."""

from collections.abc import Mapping
from types import MappingProxyType

from gramota.errors import GramotaError

MESSAGES: Mapping[str, str] = MappingProxyType(
    {
        "G101": "the phrase is empty",
        "G102": "a bracket is opened and never closed",
        "G103": "a bracket is closed that was never opened",
        "G104": "an alternative is empty",
        "G105": "alternatives with spaces around | stand outside brackets",
        "G106": "a quotation mark is opened and never closed",
        "G107": "a synonym group is not written as <name>",
        "G108": "there is no synonym group <{name}>",
        "G109": "a star must follow at least {limit} letters and end the word",
        "G110": "~ must end the phrase, with a number from 0 to {limit} after it",
        "G111": "the phrase is longer than {limit} characters",
        "G112": "the phrase has more than {limit} words",
        "G113": "brackets stand more than {limit} deep",
        "G114": "the synonym group <{name}> refers to itself",
        "G115": "the synonym group <{name}> is empty",
        "G116": "the phrases and synonym groups grow past {limit} parts when put together",
        "G117": "the synonym group <{name}> is the first of more than {limit} that stand inside one another",
    }
)


class PhraseError(GramotaError):
    """A phrase cannot be read; start and end are code points within its text, `place` says which phrase it is."""

    def __init__(
        self,
        code: str,
        start: int,
        end: int,
        values: Mapping[str, str] | None = None,
        place: tuple[str | int, ...] = (),
    ) -> None:
        self.code = code
        self.start = start
        self.end = end
        self.values = dict(values or {})
        self.place = place
        super().__init__(MESSAGES[code].format(**self.values))

    def at(self, *place: str | int) -> "PhraseError":
        """The same mistake, with the place of its phrase: ("criteria", id, "accept", 0) or ("synonyms", name, 0)."""
        return PhraseError(self.code, self.start, self.end, self.values, place)
