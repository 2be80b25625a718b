"""A question's rubric, compiled: plain frozen data that needs no linguistics, and its JSON."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple, cast

from gramota.rubric.forms.linguistics import find_strangers
from gramota.rubric.forms.word_forms import WordForms, forms_from
from gramota.rubric.languages.known import language_of
from gramota.rubric.languages.language import Language
from gramota.rubric.spelling.packed_words import Packer, Unpacker

FORMAT = "gramota-rubric/3"

Kind = Literal["word", "any", "near", "exact"]


class Node(NamedTuple):
    """One step of a phrase; parts and key are indexes; parts from `negated` (-1: none) to `until` must be denied."""

    kind: Kind
    key: int = -1
    parts: tuple[int, ...] = ()
    gap: int = 0
    negated: int = -1
    until: int = 0


class Option(NamedTuple):
    """An author's phrase and the node that matches it."""

    text: str
    node: int


@dataclass(frozen=True, slots=True)
class Meaning:
    """A criterion (points it gives) or a misconception (points it costs)."""

    id: str
    points: float
    accept: tuple[Option, ...]
    reject: tuple[Option, ...]
    requires: tuple[str, ...] = ()
    """Criteria without which this one does not count."""
    excludes: tuple[str, ...] = ()
    """Criteria and misconceptions with which it does not count."""


class Beginning(NamedTuple):
    """A key for every word that begins so, with at most `tail` more letters."""

    text: str
    key: int
    tail: int


@dataclass(frozen=True)
class CompiledQuestion:
    """What the matcher needs of one question, and nothing else."""

    id: str
    lang: str
    keys: tuple[WordForms, ...]
    """The forms of each key."""
    beginnings: tuple[Beginning, ...]
    nodes: tuple[Node, ...]
    criteria: tuple[Meaning, ...]
    misconceptions: tuple[Meaning, ...]
    least: float = 0
    """The fewest points that an answer can get."""
    most: float = 0
    """The most points that an answer can get."""
    refuse: frozenset[str] = frozenset()
    """Notices with which an answer meets nothing."""
    strangers: frozenset[str] | None = None
    """Dictionary words one slip of the pen from a form, which are no slip; None where the dictionary is asked."""

    @cached_property
    def language(self) -> Language:
        """The closed word lists of the question's language."""
        return language_of(self.lang)

    @cached_property
    def has_conditions(self) -> bool:
        """Whether any criterion depends on others."""
        return any(meaning.requires or meaning.excludes for meaning in self.criteria)

    def to_json(self) -> str:
        """Versioned JSON for a matcher without a dictionary and without the phrases' texts; always the same bytes."""
        return json.dumps(self.plain(), ensure_ascii=False, separators=(",", ":"))

    def plain(self) -> dict[str, object]:
        """What to_json writes, as plain data."""
        keys = [forms.spelt() for forms in self.keys]
        strangers = find_strangers(keys, self.lang) if self.strangers is None else self.strangers
        packer = Packer()
        return {
            "format": FORMAT,
            "id": self.id,
            "lang": self.lang,
            "keys": [*map(packer.pack, keys)],
            "beginnings": self.beginnings,
            "strangers": packer.pack(sorted(strangers)),
            "endings": packer.endings,
            "nodes": self.nodes,
            "criteria": [_plain_meaning(meaning) for meaning in self.criteria],
            "misconceptions": [_plain_meaning(meaning) for meaning in self.misconceptions],
            "least": self.least,
            "most": self.most,
            "refuse": sorted(self.refuse),
        }

    @classmethod
    def from_json(cls, text: str) -> "CompiledQuestion":
        """Read what to_json wrote. Raises ValueError on another format."""
        plain = json.loads(text)
        if not isinstance(plain, dict) or plain.get("format") != FORMAT:
            raise ValueError(f"this is no {FORMAT}")
        words = Unpacker(plain["endings"])
        return cls(
            id=plain["id"],
            lang=plain["lang"],
            keys=tuple(forms_from(words.unpack(row)) for row in plain["keys"]),
            beginnings=tuple(Beginning(*row) for row in plain["beginnings"]),
            nodes=tuple(Node(kind, key, tuple(parts), *rest) for kind, key, parts, *rest in plain["nodes"]),
            criteria=tuple(_meaning_of(row) for row in plain["criteria"]),
            misconceptions=tuple(_meaning_of(row) for row in plain["misconceptions"]),
            least=plain["least"],
            most=plain["most"],
            refuse=frozenset(plain["refuse"]),
            strangers=frozenset(words.unpack(plain["strangers"])),
        )


def _plain_meaning(meaning: Meaning) -> dict[str, object]:
    return {
        "id": meaning.id,
        "points": meaning.points,
        "accept": [option.node for option in meaning.accept],
        "reject": [option.node for option in meaning.reject],
        "requires": meaning.requires,
        "excludes": meaning.excludes,
    }


def _meaning_of(plain: Mapping[str, object]) -> Meaning:
    return Meaning(
        str(plain["id"]),
        cast("float", plain["points"]),
        tuple(Option("", node) for node in cast("list[int]", plain["accept"])),
        tuple(Option("", node) for node in cast("list[int]", plain["reject"])),
        tuple(cast("list[str]", plain["requires"])),
        tuple(cast("list[str]", plain["excludes"])),
    )
