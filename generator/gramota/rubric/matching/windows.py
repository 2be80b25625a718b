"""Where several parts of a phrase stand together: side by side, or each within reach of the next."""

from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import NamedTuple

MOST_FOLLOWING = 8
"""Hits that begin right after another and are tried with it."""

Gap = Callable[[int, int], int]
"""What stands between two words, in foreign words."""


class Hit(NamedTuple):
    """A place where a node stands: first and last word, the words matched, and slips of the pen among them."""

    last: int
    first: int
    words: tuple[int, ...]
    slips: int


def find_chains(parts: Sequence[Sequence[Hit]], reach: int, gap: Gap) -> list[Hit]:
    """Chains of parts in any order, no two neighbours further apart than the reach; the shortest for each end."""
    found: list[Hit] = []
    latest: dict[int, tuple[Hit, ...]] = {}
    end = -1
    for hit, part in sorted([(hit, part) for part, hits in enumerate(parts) for hit in hits], key=_order):
        if end >= 0 and gap(end, hit.first) > reach:
            latest = {}
            end = -1
        latest[part] = (hit, *latest.get(part, ())[:1])
        end = max(end, hit.last)
        if len(latest) == len(parts):
            chosen = _choose([latest[each] for each in range(len(parts))], part)
            if chosen:
                found.append(_join(chosen))
    return one_each(found)


def _order(item: tuple[Hit, int]) -> tuple[int, int, int]:
    (last, first, _, _), part = item
    return last, first, part


def find_side_by_side(parts: Sequence[Sequence[Hit]]) -> list[Hit]:
    """Parts in this order with no word between them."""
    found = [*parts[0]]
    for part in parts[1:]:
        starts: dict[int, list[Hit]] = {}
        for hit in part:
            starts.setdefault(hit.first, []).append(hit)
        found = one_each(
            _join((hit, follows)) for hit in found for follows in starts.get(hit.last + 1, ())[:MOST_FOLLOWING]
        )
    return found


def one_each(hits: Iterable[Hit]) -> list[Hit]:
    """One hit for each stretch, the one with the fewest slips and the first of those; in order."""
    best: dict[tuple[int, int], Hit] = {}
    for hit in hits:
        at = (hit.last, hit.first)
        if at not in best or hit.slips < best[at].slips:
            best[at] = hit
    return [best[at] for at in sorted(best)] if len(best) > 1 else [*best.values()]


def _join(hits: Sequence[Hit]) -> Hit:
    lasts, firsts, words, slips = zip(*hits, strict=True)
    return Hit(max(lasts), min(firsts), tuple(sorted({*chain.from_iterable(words)})), sum(slips))


def _choose(latest: Sequence[tuple[Hit, ...]], newest: int) -> list[Hit] | None:
    """One hit for each part, no word used twice; the newest hit must be among them."""
    chosen = [hits[0] for hits in latest]
    words = [word for hit in chosen for word in hit.words]
    if len(words) == len({*words}):
        return chosen
    return _pick([hits[:1] if part == newest else hits for part, hits in enumerate(latest)], frozenset())


def _pick(choices: Sequence[Sequence[Hit]], used: frozenset[int]) -> list[Hit] | None:
    if not choices:
        return []
    for hit in choices[0]:
        if used.isdisjoint(hit.words):
            rest = _pick(choices[1:], used.union(hit.words))
            if rest is not None:
                return [hit, *rest]
    return None
