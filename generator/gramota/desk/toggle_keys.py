"""The key that toggles each criterion and misconception, by its place on the keyboard, whatever the layout."""

COMMANDS = "CFGHJKVZ"
"""Letters that are commands of the desk."""
KEYS = "123456789" + "".join(letter for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" if letter not in COMMANDS)


def toggle_key(place: int) -> str:
    """Return the key of the meaning at this place, from 0; an empty text where there are no keys left."""
    return KEYS[place] if place < len(KEYS) else ""
