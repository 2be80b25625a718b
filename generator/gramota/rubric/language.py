"""The small closed word lists that the matcher reads a language by; plain data, the same for the JavaScript twin."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from functools import cache


@dataclass(frozen=True, slots=True)
class Language:
    """Folded words; a list of tuples holds word sequences. An empty table makes the matcher blind to that thing."""

    free: frozenset[str] = frozenset()
    """Function words: they cost nothing between the words of a phrase."""
    abbreviations: frozenset[str] = frozenset()
    """A full stop after one of these ends no sentence."""
    breaks: frozenset[str] = frozenset()
    """Conjunctions no match crosses («но»)."""
    turns: frozenset[str] = frozenset()
    """Conjunctions that end a negation and cost two words («а»)."""
    bridges: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """A break or turn before one of these words is none («но и», «а также»)."""
    joins: frozenset[str] = frozenset()
    """«и»: ends a negation when a verb follows."""
    negators: frozenset[str] = frozenset()
    """Deny what follows, up to the next boundary."""
    noun_negators: frozenset[str] = frozenset()
    """Deny the noun that follows («без»)."""
    echoes: frozenset[str] = frozenset()
    """Deny when alone, and only echo another negation («никак не»)."""
    attached: str = ""
    """A negation written together with its word («невыполненный»)."""
    idioms: frozenset[tuple[str, ...]] = frozenset()
    """Words after a negator that make it none («не только»)."""
    weakeners: frozenset[str] = frozenset()
    """Words before a negator that take its force («если не»): it still serves phrases that have a negation."""
    modals: frozenset[tuple[str, ...]] = frozenset()
    """Denied, they deny an infinitive to their left too («повлиять не могу»)."""
    infinitive: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    """Endings of infinitives, and endings that only look so."""
    dismissals: frozenset[tuple[str, ...]] = frozenset()
    """Denied, they deny all to their left («заполнять не обязательно»)."""
    verdicts: frozenset[tuple[str, ...]] = frozenset()
    """They deny all to their left by themselves («ни при чём», «неважно»)."""
    pronouns: frozenset[str] = frozenset()
    """A dismissal of one of these reaches back to what it stands for."""
    absences: frozenset[str] = frozenset()
    """Denied, they deny the few words to their left («отзывов не будет»)."""
    verb_endings: tuple[str, ...] = ()
    adjective_endings: tuple[str, ...] = ()
    crowd: frozenset[str] = frozenset()
    """Whose opinion is distanced («многие»)."""
    opinions: frozenset[str] = frozenset()
    """Verbs of opinion in the third person or the past."""
    allegedly: frozenset[str] = frozenset()
    as_words: frozenset[str] = frozenset()
    """«как» before an opinion makes it an aside («как кажется новичкам»)."""
    that_words: frozenset[str] = frozenset()
    rebuttals: frozenset[tuple[str, ...]] = frozenset()
    approvals: frozenset[tuple[str, ...]] = frozenset()

    @property
    def all_negators(self) -> frozenset[str]:
        """Every word that makes a phrase a negative one."""
        return self.negators | self.noun_negators | self.echoes

    def plain(self) -> dict[str, object]:
        """Sorted lists and strings only, to be written as JSON."""
        return {name: _plain(value) for name, value in asdict(self).items()}


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return {str(name): _plain(inner) for name, inner in sorted(value.items())}
    if isinstance(value, frozenset):
        return sorted(" ".join(each) if isinstance(each, tuple) else str(each) for each in value)
    return [_plain(each) for each in value] if isinstance(value, tuple) else value


@cache
def language_of(code: str) -> Language:
    """The tables of a language; of one we do not know, empty tables."""
    from gramota.rubric.words_en import ENGLISH  # noqa: PLC0415 - the tables use this module's class
    from gramota.rubric.words_ru import RUSSIAN  # noqa: PLC0415

    return {"ru": RUSSIAN, "en": ENGLISH}.get(code.lower().split("-")[0], Language())
