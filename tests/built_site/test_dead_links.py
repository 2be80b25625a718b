"""Every link of a built site leads to a file that is there, so that the example works from a folder too."""

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

_LINK = re.compile(r"""<(?:a|img|link|script)\b[^>]*?\s(?:href|src)=["']?([^"'\s>]*)""")


def test_every_link_of_the_example_names_a_file(example_site: Path):
    """An address of a folder shows a list of files when the site is opened without a server."""
    assert dead_links(example_site, "") == []


def test_every_link_of_a_site_with_addresses_of_folders_is_alive(canary_site: Path):
    assert dead_links(canary_site, "index.html") == []


def dead_links(site: Path, index: str) -> list[tuple[str, str]]:
    """Return the relative links that lead to no file; `index` is what a server gives for a folder."""
    dead = []
    for page in sorted(site.rglob("*.html")):
        if page.name == "404.html":  # its links are from the site's root
            continue
        for link in _LINK.findall(page.read_text(encoding="utf-8")):
            parts = urlsplit(link)
            target = page.parent / unquote(parts.path)
            if not parts.scheme and parts.path and not (target / index if target.is_dir() else target).is_file():
                dead.append((page.relative_to(site).as_posix(), link))
    return dead
