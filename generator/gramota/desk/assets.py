"""The desk's own scripts and style: modules that the browser loads from the desk and from nowhere else."""

from dataclasses import dataclass
from pathlib import Path

from gramota.grading.report.style import STYLE

HERE = Path(__file__).parent / "assets"
SHARED = (STYLE / "palette.css", STYLE / "evidence.css")
"""What the desk and the reports look like alike."""
_KINDS = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}


@dataclass(frozen=True)
class Asset:
    """A file that the page loads."""

    name: str
    kind: str
    text: str


def load_assets() -> list[Asset]:
    """Return all of them, in the order of their names."""
    return [
        Asset(path.name, _KINDS[path.suffix], path.read_text(encoding="utf-8"))
        for path in sorted([*HERE.iterdir(), *SHARED], key=lambda path: path.name)
        if path.suffix in _KINDS
    ]
