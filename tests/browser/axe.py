"""axe-core in the page that is open: what it finds, one line a fault."""

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

# All rules that are on by default, and the one for fingers, which is not.
_RUN = """async () => (await axe.run({resultTypes: ["violations"], rules: {"target-size": {enabled: true}}})).violations
    .flatMap(fault => fault.nodes.map(node => `${fault.id}: ${node.target.join(" ")} ${node.html.slice(0, 120)}`))"""


def faults(page: Page) -> list[str]:
    """Return each fault with its rule and its place."""
    page.evaluate(AXE_SCRIPT)
    return page.evaluate(_RUN)
