"""Orders that look shuffled and are the same on every build: they follow from a hash."""

import hashlib


def shuffled(count: int, seed: str) -> tuple[int, ...]:
    """Return the places 0..count-1 in the order that `seed` gives them."""
    return tuple(sorted(range(count), key=lambda place: hashlib.sha256(f"{seed}/{place}".encode()).digest()))


def never_in_order(count: int, seed: str) -> tuple[int, ...]:
    """Return the shuffled places, moved on by one where they came out in order: that would show the answer."""
    places = shuffled(count, seed)
    return places if places != tuple(range(count)) else places[1:] + places[:1]
