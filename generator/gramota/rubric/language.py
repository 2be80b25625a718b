"""The small closed word lists that the matcher reads a language by; plain data, the same for the JavaScript twin."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from functools import cache, cached_property

Rows = Mapping[str, tuple[tuple[str, ...], ...]]
"""Word sequences, by their first words."""


@dataclass(frozen=True)
class Language:
    """Folded words, and sequences of them. An empty table makes the matcher blind to that thing."""

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
    idioms: Rows = field(default_factory=dict)
    """Words after a negator that make it none («не только»)."""
    weakeners: frozenset[str] = frozenset()
    """Words before a negator that take its force («если не»): it still serves phrases that have a negation."""
    bans: frozenset[str] = frozenset()
    """Negators that are modals themselves («нельзя»)."""
    nones: frozenset[str] = frozenset()
    """At the end of a clause they deny the few words to their left («скидок нет»)."""
    modals: Rows = field(default_factory=dict)
    """Denied, they deny an infinitive to their left too («повлиять не могу»)."""
    infinitive: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    """Endings of infinitives, and endings that only look so."""
    dismissals: Rows = field(default_factory=dict)
    """Denied, they deny all to their left («заполнять не обязательно»)."""
    verdicts: Rows = field(default_factory=dict)
    """They deny all to their left by themselves («ни при чём», «неважно»)."""
    pronouns: frozenset[str] = frozenset()
    """A dismissal of one of these reaches back to what it stands for."""
    absences: frozenset[str] = frozenset()
    """Denied, they deny the few words to their left («отзывов не будет»)."""
    verb_endings: tuple[str, ...] = ()
    """Sure signs of a finite verb; after «и» one ends a negation."""
    own_verb_endings: tuple[str, ...] = ()
    """Signs of a verb in the first person: what stands before it is its object («скидок не даю»)."""
    circumstances: frozenset[str] = frozenset()
    """Prepositions whose nouns are no object («после отправки КП не звоню»)."""
    pronoun_objects: frozenset[str] = frozenset()
    """Right after «без», one is all that it denies."""
    links: frozenset[str] = frozenset()
    """Words that take up what was named before («маржа — то, на что я не влияю»)."""
    adjective_endings: tuple[str, ...] = ()
    crowd: frozenset[str] = frozenset()
    """Whose opinion is distanced («многие»)."""
    opinions: frozenset[str] = frozenset()
    """Verbs of opinion in the third person or the past."""
    allegedly: frozenset[str] = frozenset()
    as_words: frozenset[str] = frozenset()
    """«как» before an opinion makes it an aside («как кажется новичкам»)."""
    that_words: frozenset[str] = frozenset()
    that_may_be_left_out: bool = False
    disbeliefs: Rows = field(default_factory=dict)
    """What follows them with «что» is denied («неправда, что …», «не думаю, что …»)."""
    rebuttals: Rows = field(default_factory=dict)
    approvals: Rows = field(default_factory=dict)

    @cached_property
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
        return sorted(map(str, value))
    return [_plain(each) for each in value] if isinstance(value, tuple) else value


def words(text: str) -> frozenset[str]:
    """A table from words with spaces between."""
    return frozenset(text.split())


def rows(text: str) -> Rows:
    """A table from word sequences with commas between, the longest of each first word first."""
    table: dict[str, tuple[tuple[str, ...], ...]] = {}
    for row in sorted({tuple(row.split()) for row in text.split(",")}, key=lambda row: (-len(row), row)):
        table[row[0]] = (*table.get(row[0], ()), row)
    return table


@cache
def language_of(code: str) -> Language:
    """The tables of a language; of one we do not know, empty tables."""
    from gramota.rubric.words_en import ENGLISH  # noqa: PLC0415 - the tables use this module's class
    from gramota.rubric.words_ru import RUSSIAN  # noqa: PLC0415 - loaded when first needed

    return {"ru": RUSSIAN, "en": ENGLISH}.get(code.lower().split("-")[0], Language())
