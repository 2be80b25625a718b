"""The house stays in order: layers import downwards only, and files keep to one room's size."""

from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).resolve().parents[1]
SOURCES = sorted(path for ending in ("py", "js") for path in (ROOT / "generator").rglob(f"*.{ending}"))


def test_no_layer_imports_upwards(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(ROOT)
    assert lint_imports(config_filename=".importlinter", no_cache=True) == 0


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_no_file_grows_beyond_one_room(path: Path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


def test_nothing_typed_is_ever_read_as_html():
    for path in (each for each in SOURCES if each.suffix == ".js" and "minified" not in each.parts):
        source = path.read_text(encoding="utf-8")
        for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function"):
            assert word not in source, f"{path.name} uses {word}"
