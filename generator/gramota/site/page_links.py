"""The tags that link a page to the styles and the scripts of its kind."""

from collections.abc import Mapping

from mkdocs.utils import get_relative_url

from gramota.pages import Page
from gramota.quiz import PageKind

RUBRIC = "rubric"

Paths = Mapping[str, tuple[str, str]]
"""Of style and script, from the site's root, by the kind of page or what else they are for."""


def links_of(page: Page, paths: Paths, url: str) -> str:
    """Return the tags for a page of ours at this address."""
    # The rubric's script first: what was answered before is shown as it is decided now.
    rubric = style_link(RUBRIC, paths, url) + script_link(RUBRIC, paths, url) if page.needs_rubric else ""
    return style_link(page.kind, paths, url) + rubric + script_link(page.kind, paths, url)


def home_links(paths: Paths, url: str) -> str:
    """Return the tags for the page with the list of letters."""
    return style_link(PageKind.HOME, paths, url) + script_link(PageKind.HOME, paths, url)


def style_link(name: str, paths: Paths, url: str) -> str:
    """Return the tag of one style."""
    return f'<link rel="stylesheet" href="{get_relative_url(paths[name][0], url)}">\n'


def script_link(name: str, paths: Paths, url: str) -> str:
    """Return the tag of one script, which runs when the page has been read."""
    return f'<script defer src="{get_relative_url(paths[name][1], url)}"></script>\n'
