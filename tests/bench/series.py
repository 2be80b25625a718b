"""Figures by size, kept in a JSON file: a size that is not measured this time keeps what was measured before."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from tests.bench.machine import machine_line

Figures = Mapping[str, float]


class Series:
    """What one benchmark has measured at each size, and on which machine; docs/benchmarks/NAME.json."""

    def __init__(self, root: Path, name: str) -> None:
        self._path = root / f"docs/benchmarks/{name}.json"
        self._kept = json.loads(self._path.read_text(encoding="utf-8")) if self._path.exists() else {}

    def keep(self, size: int, figures: Figures) -> None:
        """Keep the figures in the place of earlier ones of this size, at once, for large sizes take long."""
        self._kept[str(size)] = {"machine": machine_line(), "figures": dict(figures)}
        sizes = {str(number): self._kept[str(number)] for number in self.sizes()}
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._path.write_text(json.dumps(sizes, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")

    def sizes(self) -> list[int]:
        """Return the sizes that have figures, the smallest first."""
        return sorted(map(int, self._kept))

    def figures(self, size: int) -> Figures:
        """Return what was measured at this size."""
        return self._kept[str(size)]["figures"]

    def points(self, figure: str) -> list[tuple[float, float]]:
        """Return (size, figure) in the order of sizes, for a plot."""
        return [(size, self.figures(size)[figure]) for size in self.sizes() if figure in self.figures(size)]

    def machines(self) -> str:
        """Return where which sizes were measured, in words; "" where it was the machine at the page's head."""
        told: dict[str, list[int]] = {}
        for size in self.sizes():
            told.setdefault(self._kept[str(size)]["machine"], []).append(size)
        told.pop(machine_line(), None)
        return "".join(f"{_listed(sizes)} measured on: {machine}\n" for machine, sizes in told.items())


def _listed(sizes: Iterable[int]) -> str:
    return ", ".join(f"{size:,}" for size in sizes)
