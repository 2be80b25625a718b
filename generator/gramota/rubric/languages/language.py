"""The small closed word lists that the matcher reads a language by; plain data, the same for the JavaScript twin."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from gramota.rubric.languages import word_class
from gramota.rubric.languages.endings import Endings
from gramota.rubric.spelling.layout import KEYS
from gramota.rubric.spelling.packed_words import Packer

WORTH_PACKING = 70
"""Words of a class; fewer share too few endings."""

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
    openers: frozenset[str] = frozenset()
    """Conjunctions that begin a clause even where the comma before them is left out («потому что»)."""
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
    nobodies: frozenset[str] = frozenset()
    """Echoes that say of whom something is denied («никто»); a phrase that has one is met by nothing less."""
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
    """Denied, they deny an infinitive to their left too («повлиять не могу»); after «и» one word ends a negation."""
    infinitive: Endings = ((), ())
    """Endings of infinitives, and endings that only look so."""
    dismissals: Rows = field(default_factory=dict)
    """Denied, they deny all to their left («заполнять не обязательно»)."""
    verdicts: Rows = field(default_factory=dict)
    """They deny all to their left by themselves («ни при чём», «неважно»)."""
    prohibitions: Rows = field(default_factory=dict)
    """They deny what follows, as a negator does (“refuse to”, “avoid”); in a phrase they are words like any other."""
    alternatives: Rows = field(default_factory=dict)
    """They deny the noun or verb that follows (“rather than”)."""
    ceasings: Rows = field(default_factory=dict)
    gerund: str = ""
    """The ending of what a ceasing denies (“stop giving”, but not “stop the machine”)."""
    qualms: Rows = field(default_factory=dict)
    """Right after a negator they deny once more what follows, so that it stands (“not afraid to”)."""
    pronouns: frozenset[str] = frozenset()
    """A dismissal of one of these reaches back to what it stands for."""
    absences: frozenset[str] = frozenset()
    """Denied, they deny the few words to their left («отзывов не будет»)."""
    subjects: frozenset[str] = frozenset()
    """Pronouns that only begin a clause; after «и» one ends a negation."""
    verb_endings: tuple[str, ...] = ()
    """Sure signs of a finite verb; after «и» one ends a negation."""
    own_verb_endings: tuple[str, ...] = ()
    """Signs of a verb in the first person: what stands before it is its object («скидок не даю»)."""
    likely_verb: Endings = ((), ())
    """Endings of most finite verbs and some nouns, and the commonest of those nouns; a row with a verb is no list."""
    denied_endings: Endings = ((), ())
    """Endings of the case that «без» takes, and endings that are more often a verb's."""
    action_endings: tuple[str, ...] = ()
    """Of nouns that name an action («выявление»)."""
    false_own_verb_endings: tuple[str, ...] = ()
    """Endings that only look so («режим»)."""
    circumstances: frozenset[str] = frozenset()
    """Prepositions whose nouns are no object («после отправки КП не звоню»)."""
    pronoun_objects: frozenset[str] = frozenset()
    """Right after «без», one is all that it denies."""
    links: frozenset[str] = frozenset()
    """Words that take up what was named before («маржа — то, на что я не влияю»)."""
    adjective_endings: tuple[str, ...] = ()
    own: Rows = field(default_factory=dict)
    """Before a verb of opinion they make it the writer's («я бы сказал», “I think”)."""
    crowd: frozenset[str] = frozenset()
    """Whose opinion is distanced («многие»), and words of time and manner that distance one («раньше», «ошибочно»)."""
    opinions: frozenset[str] = frozenset()
    """Verbs of opinion in the third person or the past, and nouns that name one («мнение», «миф»)."""
    allegedly: frozenset[str] = frozenset()
    as_words: frozenset[str] = frozenset()
    """«как» before an opinion makes it an aside («как кажется новичкам»)."""
    that_words: frozenset[str] = frozenset()
    that_may_be_left_out: bool = False
    thus: Rows = field(default_factory=dict)
    """With a verb of opinion they take up what stands before («многие так считают»)."""
    whether: Rows = field(default_factory=dict)
    """After a negated word they ask whether it is so («не нужна ли сетка»), and nothing is denied."""
    those: Rows = field(default_factory=dict)
    who: Rows = field(default_factory=dict)
    """After a denied one of `those` they begin what is denied with it («не с теми, кто уже покупал»)."""
    disbeliefs: Rows = field(default_factory=dict)
    """What follows them with «что» is denied («неправда, что …», «не думаю, что …»)."""
    empties: Rows = field(default_factory=dict)
    """Ways to give no answer («не знаю»)."""
    retractions: Rows = field(default_factory=dict)
    """They take back what stands before them («хотя нет», «шучу»)."""
    noes: Rows = field(default_factory=dict)
    """Alone after a question that the answer itself puts, they deny it («Скидка? Нет.»)."""
    rebuttals: Rows = field(default_factory=dict)
    approvals: Rows = field(default_factory=dict)

    @cached_property
    def all_negators(self) -> frozenset[str]:
        """Every word that makes a phrase a negative one."""
        return self.negators | self.noun_negators | self.echoes

    @cached_property
    def is_cyrillic(self) -> bool:
        """Whether the language is written so; only then are Latin letters looked at twice."""
        return any("а" <= word[0] <= "я" for word in self.free)

    @cached_property
    def classes(self) -> dict[str, int]:
        """The bits of each word that stands in a table, as word_class names them."""
        classes: dict[str, int] = {}
        for bit, listed in self._listed():
            for word in listed:
                classes[word] = classes.get(word, 0) | bit
        return classes

    @cached_property
    def endings(self) -> tuple[tuple[int, int, tuple[str, ...], tuple[str, ...]], ...]:
        """(bit, fewest letters, endings, endings that only look so) of the classes that endings tell."""
        rows = (
            (word_class.INFINITIVE, 4, *self.infinitive),
            (word_class.ADJECTIVE, 5, self.adjective_endings, ()),
            (word_class.VERB, 1, self.verb_endings, ()),
            (word_class.OWN_VERB, 1, self.own_verb_endings, self.false_own_verb_endings),
            (word_class.ACTION, 6, self.action_endings, ()),
        )
        return tuple(row for row in rows if row[2])

    def plain(self) -> dict[str, object]:
        """The tables as the JavaScript twin reads them: words by their classes, sequences of words, endings."""
        packer = Packer()
        return {
            "classes": {
                bits: packer.pack(listed) if len(listed) >= WORTH_PACKING else " ".join(listed)
                for bits, listed in self._by_bits().items()
            },
            "forms": packer.endings,
            "rows": {name: _texts(getattr(self, name)) for name in _ROWS},
            "bridges": {word: sorted(follow) for word, follow in sorted(self.bridges.items())},
            "endings": self.endings,
            "likelyVerb": self.likely_verb,
            "denied": self.denied_endings,
            "attached": self.attached,
            "gerund": self.gerund,
            "layout": KEYS if self.is_cyrillic else None,
            "mayOmitThat": self.that_may_be_left_out,
        }

    def _by_bits(self) -> dict[str, list[str]]:
        """Words by their classes, without those that the twin reads from the sequences itself."""
        by_bits: dict[str, list[str]] = {}
        alone = {*self._single_modals()} - self.subjects
        for word, classes in sorted(self.classes.items()):
            bits = classes & ~word_class.IN_ROWS & ~(word_class.VERB if word in alone else 0)
            if bits:
                by_bits.setdefault(f"{bits}", []).append(word)
        return dict(sorted(by_bits.items()))

    def _single_modals(self) -> list[str]:
        return [row[0] for listed in self.modals.values() for row in listed if len(row) == 1]

    def _listed(self) -> tuple[tuple[int, Iterable[str]], ...]:
        return (
            (word_class.FREE, self.free),
            (word_class.ABBREVIATION, self.abbreviations),
            (word_class.BREAK, self.breaks),
            (word_class.TURN, self.turns),
            (word_class.OPENER, self.openers),
            (word_class.JOIN, self.joins),
            (word_class.NEGATOR, self.negators),
            (word_class.NOUN_NEGATOR, self.noun_negators),
            (word_class.ECHO, self.echoes),
            (word_class.WEAKENER, self.weakeners),
            (word_class.BAN, self.bans),
            (word_class.NONE, self.nones),
            (word_class.PRONOUN, self.pronouns),
            (word_class.ABSENCE, self.absences),
            (word_class.CIRCUMSTANCE, self.circumstances),
            (word_class.PRONOUN_OBJECT, self.pronoun_objects),
            (word_class.LINK, self.links),
            (word_class.CROWD, self.crowd),
            (word_class.OPINION, self.opinions),
            (word_class.ALLEGEDLY, self.allegedly),
            (word_class.AS, self.as_words),
            (word_class.THAT, self.that_words),
            (
                word_class.VERDICT,
                [*self.verdicts, *self.prohibitions, *self.alternatives, *self.ceasings, *self.qualms],
            ),
            (word_class.VERB, self.subjects),
            (word_class.VERB, self._single_modals()),
            (word_class.DISBELIEF, [*self.disbeliefs, *self.retractions, *self.noes]),
            (word_class.DISBELIEVING, _last_words(self.disbeliefs, self.retractions, self.noes)),
        )


def _last_words(*tables: Rows) -> list[str]:
    return [row[-1] for table in tables for listed in table.values() for row in listed]


_ROWS = (
    *("idioms", "modals", "dismissals", "verdicts", "disbeliefs", "rebuttals", "approvals", "retractions", "own"),
    *("noes", "empties", "prohibitions", "alternatives", "ceasings", "qualms", "thus", "whether", "those", "who"),
)


def _texts(table: Rows) -> list[str]:
    return [" ".join(row) for _, listed in sorted(table.items()) for row in listed]


def words(text: str) -> frozenset[str]:
    """A table from words with spaces between."""
    return frozenset(text.split())


def rows(text: str) -> Rows:
    """A table from word sequences with commas between, the longest of each first word first."""
    table: dict[str, tuple[tuple[str, ...], ...]] = {}
    for row in sorted({tuple(row.split()) for row in text.split(",")}, key=lambda row: (-len(row), row)):
        table[row[0]] = (*table.get(row[0], ()), row)
    return table
