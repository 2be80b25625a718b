"""Builds a course into a folder by the command that authors use, and reads what was built."""

import gzip
import html
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def build_site(project: Path, site: Path, config: str = "mkdocs.yml") -> Path:
    """Build the project strictly into `site`; what MkDocs says is shown where it fails."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", project / config, "-d", site]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "NO_COLOR": "1"})
    assert done.returncode == 0, done.stdout + done.stderr
    return site


def copy_handbook(folder: Path) -> Path:
    """Copy the handbook's project into a folder, to be changed there."""
    return shutil.copytree(ROOT / "tests/sites/handbook", folder / "handbook")


def replace_in(path: Path, old: str, new: str) -> None:
    """Replace what the file must hold."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def failed_build(project: Path, site: Path) -> str:
    """Build a project that cannot be built, strictly; return what MkDocs says of it, which is no traceback."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", project / "mkdocs.yml", "-d", site]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "NO_COLOR": "1"})
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    return done.stderr


def built_texts(site: Path) -> dict[str, str]:
    """Return every built file as text by its path, compressed ones unpacked, entities resolved."""
    return {path.relative_to(site).as_posix(): _text(path) for path in sorted(site.rglob("*")) if path.is_file()}


def visible_text(page: str) -> str:
    """Return an HTML page's text without its tags, spaces made one."""
    without_code = re.sub(r"<(script|style)\b.*?</\1>", " ", page, flags=re.DOTALL)
    without_inline = re.sub(r"</?(?:strong|em|abbr|a|b|i|code|span)\b[^>]*>", "", without_code)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", without_inline)).split())


def _text(path: Path) -> str:
    data = path.read_bytes()
    if path.suffix == ".gz":
        data = gzip.decompress(data)
    text = data.decode("utf-8", "replace")
    if path.suffix == ".json":  # non-ASCII letters may be escaped there
        text = re.sub(r"\\u([0-9a-f]{4})", lambda match: chr(int(match[1], 16)), text)
    return html.unescape(text)
