"""What Lighthouse would ask of a page, read from the browser itself: paints, shifts, blocked time, what was loaded."""

from dataclasses import dataclass
from typing import Literal

from playwright.sync_api import Browser, Page

WATCH = """
window.figures = { shift: 0, shifted: [], blocked: 0, largest: 0 };
const watch = (type, each) => {
  new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true });
};
watch("layout-shift", (entry) => {
  if (entry.hadRecentInput) return;
  window.figures.shift += entry.value;
  entry.sources.forEach(({ node }) => window.figures.shifted.push(node?.outerHTML?.slice(0, 200) ?? "text"));
});
watch("largest-contentful-paint", (entry) => { window.figures.largest = entry.startTime; });
watch("longtask", (entry) => { window.figures.blocked += Math.max(0, entry.duration - 50); });
"""
READ = """() => {
  const loaded = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
  return {
    ...window.figures,
    first: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0,
    bytes: loaded.reduce((sum, entry) => sum + entry.transferSize, 0),
    requests: loaded.length,
  };
}"""


@dataclass(frozen=True)
class Figures:
    """Milliseconds, but for the shift (a share of the window), what was shifted, bytes on the wire and requests."""

    first_paint: float
    largest_paint: float
    blocked: float
    shift: float
    shifted: tuple[str, ...]
    bytes: int
    requests: int


@dataclass(frozen=True)
class Conditions:
    """The screen in CSS pixels; how many times slower the processor is; the network's delay in ms and its kbit/s."""

    width: int
    height: int
    scheme: Literal["light", "dark"] = "light"
    slowdown: float = 1
    latency: float = 0
    kilobits: float = 0


def load(browser: Browser, address: str, conditions: Conditions) -> Figures:
    """Load a page in an empty browser, go to its end, and return its figures."""
    screen = {"width": conditions.width, "height": conditions.height}
    opened = browser.new_context(viewport=screen, color_scheme=conditions.scheme)
    page = opened.new_page()
    page.add_init_script(WATCH)
    _slow_down(page, conditions)
    page.goto(address, wait_until="networkidle")
    _settle(page)
    read = page.evaluate(READ)
    opened.close()
    paints = (read["first"], read["largest"], read["blocked"])
    return Figures(*paints, read["shift"], tuple(read["shifted"]), read["bytes"], read["requests"])


def _slow_down(page: Page, conditions: Conditions) -> None:
    if conditions.kilobits:
        session = page.context.new_cdp_session(page)
        speed = conditions.kilobits * 1000 / 8
        network = {"offline": False, "latency": conditions.latency}
        session.send(
            "Network.emulateNetworkConditions", {**network, "downloadThroughput": speed, "uploadThroughput": speed}
        )
        session.send("Emulation.setCPUThrottlingRate", {"rate": conditions.slowdown})


def _settle(page: Page) -> None:
    """Two frames after the last work, at the page's end: what was to move has moved."""
    page.evaluate(
        "new Promise((done) => { scrollTo(0, document.body.scrollHeight);"
        " requestAnimationFrame(() => requestAnimationFrame(() => done())); })"
    )
