"""The parts of a phrase, all of which an answer must have a word for, and the phrase with a word or a part changed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from gramota.rubric.phrases.parse import DEFAULT_GAP
from gramota.rubric.phrases.tree import AnyOf, Group, Item, Phrase, Prefix, Row, Word


@dataclass(frozen=True, slots=True)
class Part:
    """A word, a choice or a synonym group within a phrase; `text` is what its author wrote."""

    path: tuple[int, ...]
    item: Item

    @property
    def text(self) -> str:
        """The part as authors write it."""
        return render_item(self.item)


def parts_of(phrase: Phrase) -> tuple[Part, ...]:
    """The phrase's parts in the order written; a quotation has as many as it has words."""
    return tuple(_parts(phrase.row, ()))


def leaves_of(item: Item) -> Iterator[Word | Prefix | Group]:
    """The words, beginnings and groups in an item, in the order written."""
    match item:
        case Row(items=inner) | AnyOf(options=inner):
            for each in inner:
                yield from leaves_of(each)
        case Word() | Prefix() | Group():
            yield item


def widened(phrase: Phrase, part: Part, word: str) -> str:
    """The phrase's text with a word as one more alternative in a part."""
    return _render_phrase(phrase, _at(phrase.row, part.path, lambda item: _with(item, word)))


def shortened(phrase: Phrase, part: Part) -> str:
    """The phrase's text without a part; it has others."""
    return _render_phrase(phrase, _without(phrase.row, part.path))


def with_wider_groups(phrase: Phrase, names: frozenset[str], word: str) -> str:
    """The phrase's text as if the groups of these names had one more word."""
    return _render_phrase(phrase, _in_groups(phrase.row, names, word))


def render_item(item: Item) -> str:
    """An item as authors write it, with spaces where it has several words."""
    match item:
        case Word(raw=raw):
            return raw
        case Prefix(text=text):
            return f"{text}*"
        case Group(name=name):
            return f"<{name}>"
        case AnyOf(options=options):
            return f"({'|'.join(map(render_item, options))})"
        case Row(items=items, exact=exact):
            text = " ".join(map(render_item, items))
            return f'"{text}"' if exact else text


def _render_phrase(phrase: Phrase, row: Item) -> str:
    return render_item(row) + (f" ~{phrase.gap}" if phrase.gap != DEFAULT_GAP else "")


def _parts(row: Row, path: tuple[int, ...]) -> Iterator[Part]:
    for at, item in enumerate(row.items):
        if isinstance(item, Row):
            yield from _parts(item, (*path, at))
        else:
            yield Part((*path, at), item)


def _at(item: Item, path: tuple[int, ...], change: Callable[[Item], Item]) -> Item:
    if not path or not isinstance(item, Row):
        return change(item)
    first, *rest = path
    items = (*item.items[:first], _at(item.items[first], tuple(rest), change), *item.items[first + 1 :])
    return Row(items, item.exact)


def _without(row: Row, path: tuple[int, ...]) -> Row:
    first, *rest = path
    inner = row.items[first]
    left = (_without(inner, tuple(rest)),) if rest and isinstance(inner, Row) and len(inner.items) > 1 else ()
    return Row((*row.items[:first], *left, *row.items[first + 1 :]), row.exact)


def _with(item: Item, word: str) -> AnyOf:
    options = item.options if isinstance(item, AnyOf) else (item,)
    return AnyOf((*options, Word((word,), word)))


def _in_groups(item: Item, names: frozenset[str], word: str) -> Item:
    match item:
        case Group(name=name) if name in names:
            return _with(item, word)
        case Row(items=items, exact=exact):
            return Row(tuple(_in_groups(each, names, word) for each in items), exact)
        case AnyOf(options=options):
            return AnyOf(tuple(_in_groups(each, names, word) for each in options))
    return item
