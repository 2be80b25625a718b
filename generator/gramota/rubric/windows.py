"""Where several parts of a phrase stand together: side by side, or each within reach of the next."""

from collections.abc import Callable, Sequence
from itertools import chain
from typing import NamedTuple

MOST_OPTIONS_PER_START = 8

Gap = Callable[[int, int], int]
"""What stands between two words, in foreign words."""


class Hit(NamedTuple):
    """A place where a node stands: first and last word, the words matched, and slips of the pen among them."""

    last: int
    first: int
    words: tuple[int, ...]
    slips: int


def find_chains(parts: Sequence[list[Hit]], reach: int, gap: Gap) -> list[Hit]:
    """Chains of parts in any order, no two neighbours further apart than the reach; the shortest for each end."""
    found: list[Hit] = []
    latest: dict[int, list[Hit]] = {}
    end = -1
    for hit, part in sorted([(hit, part) for part, hits in enumerate(parts) for hit in hits]):
        if end >= 0 and gap(end, hit.first) > reach:
            latest = {}
            end = -1
        latest[part] = [hit, *latest.get(part, ())[:1]]
        end = max(end, hit.last)
        if len(latest) == len(parts) and (chosen := _choose(latest, part)):
            found.append(_join(chosen))
    return _one_each(found)


def find_side_by_side(parts: Sequence[list[Hit]]) -> list[Hit]:
    """Parts in this order with no word between them."""
    found = parts[0]
    for part in parts[1:]:
        starts: dict[int, list[Hit]] = {}
        for hit in part:
            starts.setdefault(hit.first, []).append(hit)
        found = _one_each(
            [
                _join((hit, follows))
                for hit in found
                for follows in starts.get(hit.last + 1, ())[:MOST_OPTIONS_PER_START]
            ]
        )
    return found


def _join(hits: Sequence[Hit]) -> Hit:
    lasts, firsts, words, slips = zip(*hits, strict=True)
    return Hit(max(lasts), min(firsts), tuple(sorted({*chain.from_iterable(words)})), sum(slips))


def _choose(latest: dict[int, list[Hit]], newest: int) -> list[Hit] | None:
    """One hit for each part, no word used twice; the newest hit must be among them."""
    chosen = [hits[0] for hits in latest.values()]
    words = [word for hit in chosen for word in hit.words]
    if len(words) == len(set(words)):
        return chosen
    others = [latest[part] for part in sorted(latest) if part != newest]
    return _pick([latest[newest][:1], *others], frozenset())


def _pick(choices: list[list[Hit]], used: frozenset[int]) -> list[Hit] | None:
    if not choices:
        return []
    for hit in choices[0]:
        if used.isdisjoint(hit.words):
            rest = _pick(choices[1:], used.union(hit.words))
            if rest is not None:
                return [hit, *rest]
    return None


def _one_each(hits: list[Hit]) -> list[Hit]:
    """One hit for each stretch, the one with the fewest slips, in order."""
    best: dict[tuple[int, int], Hit] = {}
    for hit in hits:
        at = (hit.last, hit.first)
        if at not in best or (hit.slips, hit.words) < (best[at].slips, best[at].words):
            best[at] = hit
    return sorted(best.values())
