"""The minified scripts, which `make runtime` made of the sources: what a site ships.

The first line of each tells what it was made of. Where a script is older than its sources, a site ships the sources,
larger and as right, so that nobody needs node to change them.
"""

import hashlib
import re
from pathlib import Path

MINIFIED = Path(__file__).parent / "minified"
_HEAD = re.compile(r"// sources ([0-9a-f]{64}) recipe ([0-9a-f]{64})\n")


def shipped_script(name: str, source: str) -> str:
    """Return the minified script, or the source itself where it has changed since."""
    text = _read(name)
    return _HEAD.sub("", text, count=1) if made_of(name)[0] == digest(source) else source


def made_of(name: str) -> tuple[str, str]:
    """Return the digests of the source and of the recipe that the script was made of, or empty ones."""
    head = _HEAD.match(_read(name))
    return (head[1], head[2]) if head else ("", "")


def minified_file(source: str, recipe: str, minified: str) -> str:
    """Return the text of a minified script's file."""
    return f"// sources {digest(source)} recipe {digest(recipe)}\n{minified}\n"


def digest(text: str) -> str:
    """Return the SHA-256 of the text in hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def minified_path(name: str) -> Path:
    """Return where the minified script stands."""
    return MINIFIED / f"{name}.js"


def _read(name: str) -> str:
    path = minified_path(name)
    return path.read_text(encoding="utf-8") if path.exists() else ""
