"""Rows of a phrase that have a negation: which of their words it denies."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from gramota.rubric.languages.language import Language, Rows
from gramota.rubric.phrases.tree import AnyOf, Item, Row, Word


class Kept(NamedTuple):
    """The items of a row without its negators; those from `negated` (-1: none) to `until` must be denied."""

    items: tuple[Item, ...]
    negated: int = -1
    until: int = 0
    turns: int = 0
    """1 where the row has a contrast («не …, а …»)."""


def without_negators(items: tuple[Item, ...], language: Language) -> Kept:
    """Take negators, and modals after them, out of a row; a row of nothing else stays as it is."""
    doubled = {at for at, pair in enumerate(pairwise(items)) if _is_doubled(*pair, language)}
    kept: list[Item] = []
    negated, until, turns, skip = -1, 0, 0, 0
    for at, item in enumerate(items):
        rest = items[at + 1 :]
        if skip:
            skip -= 1
        elif at in doubled:
            kept.append(item)
            skip = 1
        elif is_negator(item, language) and not _begins_row(rest, language.idioms):
            kept += [item] if _is_somebody(item, language) else []
            negated = len(kept) if negated < 0 else negated
            modal = _begins_row(rest, language.modals)
            skip = modal if len(rest) > modal else 0
        elif negated >= 0 and _is_turn(item, language):
            until, turns = until or len(kept), 1
        elif _is_turn(item, language) and rest and is_negator(rest[0], language):
            turns = 1
        else:
            kept.append(item)
    if not 0 <= negated < len(kept):
        return Kept(tuple(kept) if doubled else items)
    return Kept(tuple(kept), negated, until if until > negated else len(kept), turns)


def rows_by_idiom(items: tuple[Item, ...], language: Language) -> list[tuple[Item, ...]]:
    """«Не (просто так|с потолка)» as «не просто так», which denies nothing, and «не с потолка», which does.

    Only the first such bracket is spread, or a phrase could grow without bound.
    """
    for at, (item, follows) in enumerate(pairwise(items)):
        if isinstance(follows, AnyOf) and is_negator(item, language):
            idioms = [option for option in follows.options if _begins_row(_items_of(option), language.idioms)]
            if idioms:
                others = tuple(option for option in follows.options if option not in idioms)
                spread = [*map(_items_of, idioms), *([(AnyOf(others),)] if others else [])]
                return [(*items[: at + 1], *each, *items[at + 2 :]) for each in spread]
    return [items]


def has_negator(items: Iterable[Item], language: Language) -> bool:
    """Whether any of the items is a word that makes a phrase a negative one."""
    words = [item.parts[0] for item in items if isinstance(item, Word) and len(item.parts) == 1]
    return not language.all_negators.isdisjoint(words)


def is_negator(item: Item, language: Language) -> bool:
    """Whether an item is a word that makes a phrase a negative one."""
    return _is_one_of(language.all_negators, item)


def _is_doubled(item: Item, follows: Item, language: Language) -> bool:
    """«Нельзя без проверки» asks for what it names: «без» goes, and «нельзя» is a word like any other."""
    return _is_one_of(language.negators, item) and _is_one_of(language.noun_negators, follows)


def _is_one_of(listed: frozenset[str], item: Item) -> bool:
    return isinstance(item, Word) and len(item.parts) == 1 and item.parts[0] in listed


def _is_somebody(item: Item, language: Language) -> bool:
    """«Никто не жалуется» denies of all what «я не жалуюсь» denies of one: the word must be there."""
    return _is_one_of(language.nobodies, item)


def _items_of(option: Item) -> tuple[Item, ...]:
    return option.items if isinstance(option, Row) and not option.exact else (option,)


def _is_turn(item: Item, language: Language) -> bool:
    return isinstance(item, Word) and item.parts[0] in language.turns | language.breaks


def _begins_row(items: Sequence[Item], rows: Rows) -> int:
    """How many of the items make a listed word sequence, 0 for none."""
    if not items or not isinstance(items[0], Word) or items[0].parts[0] not in rows:
        return 0
    words = tuple([item.parts[0] if isinstance(item, Word) else "" for item in items[:3]])
    return next((len(row) for row in rows[words[0]] if words[: len(row)] == row), 0)
