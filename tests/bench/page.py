"""How a reader's browser gets the letter page: figures in the manner of Lighthouse, from Chromium."""

import gzip
import shutil
import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from gramota.quiz import PageKind, build_bundle, build_rubric_bundle, build_search_bundle
from tests.bench.timing import RUNS
from tests.browser.chromium import ensure_chromium, launch_flags
from tests.browser.page_figures import Conditions, Figures, load
from tests.browser.sites import QuietHandler, served
from tests.built_site.building import build_site

LETTER = "letters/closer-product/index.html"
DESKTOP = Conditions(width=1350, height=940)
PHONE = Conditions(width=412, height=823, slowdown=4, latency=150, kilobits=1638)
"""Lighthouse's phone: four times slower than this machine, on slow 4G."""

HEAD = f"""## The letter page in the browser

Chromium, an empty cache, a server on this machine that compresses; medians of {RUNS} runs. The phone is Lighthouse's:
four times slower than this machine, 150 ms away, 1.6 Mbit/s.
"""
COLUMNS = ("first paint, ms", "largest paint, ms", "blocked, ms", "layout shift", "transferred, KB", "requests")


class CompressingHandler(QuietHandler):
    """Sends the compressed copies that lie beside the files, as any server of static files can."""

    def do_GET(self) -> None:  # noqa: N802 - the base class names it so
        name = Path(self.translate_path(self.path))
        copy = name.with_name(f"{name.name}.gzipped")
        if not copy.is_file():
            super().do_GET()
            return
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(name))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(copy.stat().st_size))
        self.end_headers()
        self.wfile.write(copy.read_bytes())


def page_section(root: Path) -> str:
    folder = Path(tempfile.mkdtemp())
    site = build_site(root, folder / "site")
    compress_site(site)
    with served(site, CompressingHandler) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=ensure_chromium(), args=launch_flags())
        rows = [*_rows(browser, f"{address}/{LETTER}")]
        browser.close()
    shutil.rmtree(folder)
    return "\n".join([HEAD, _row("", COLUMNS), "| --- |" + " ---: |" * len(COLUMNS), *rows, "", _sizes()])


def compress_site(site: Path) -> None:
    for path in site.rglob("*"):
        if path.suffix in {".html", ".js", ".css", ".xml", ".svg"}:
            path.with_name(f"{path.name}.gzipped").write_bytes(gzip.compress(path.read_bytes(), mtime=0))


def _rows(browser: Browser, address: str) -> Iterator[str]:
    for name, conditions in (("desktop", DESKTOP), ("phone", PHONE)):
        yield _row(name, _medians([load(browser, address, conditions) for _ in range(RUNS)]))


def _medians(runs: list[Figures]) -> tuple[str, ...]:
    def median(name: str) -> float:
        return statistics.median(getattr(run, name) for run in runs)

    times = (f"{median(name):.0f}" for name in ("first_paint", "largest_paint", "blocked"))
    return (*times, f"{median('shift'):.3f}", f"{median('bytes') / 1000:.0f}", f"{median('requests'):.0f}")


def _sizes() -> str:
    bundles = {f"{kind} page": build_bundle(kind, ["ru"]) for kind in PageKind}
    bundles |= {"search": build_search_bundle(["ru"]), "rubric": build_rubric_bundle(["ru"])}
    texts = {name: bundle.js + bundle.css for name, bundle in bundles.items()}
    listed = (f"{name} {len(gzip.compress(text.encode(), mtime=0)) / 1000:.1f} KB" for name, text in texts.items())
    return f"Script and style of gramota itself, gzip, in Russian: {', '.join(listed)}; aim: 14 KB.\n"


def _row(name: str, cells: tuple[str, ...]) -> str:
    return f"| {name} | {' | '.join(cells)} |"
