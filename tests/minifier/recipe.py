"""What the minified scripts depend on apart from their sources: the minifier, its version and its options."""

from pathlib import Path

HERE = Path(__file__).parent


def recipe() -> str:
    """Return the recipe as one text."""
    return "\n".join((HERE / name).read_text(encoding="utf-8") for name in ("package-lock.json", "minify.mjs"))
