"""The tags that link a page to the styles and the scripts of its kind."""

from gramota.pages import Page
from gramota.quiz import PageKind
from gramota.site.assets import Assets

RUBRIC = "rubric"


def links_of(page: Page, assets: Assets, url: str) -> str:
    """Return the tags for a page of ours at this address."""
    # The rubric's script first: what was answered before is shown as it is decided now.
    loaded = [RUBRIC, page.kind] if page.needs_rubric else [page.kind]
    styles = "".join(assets.style_tag(name, url) for name in reversed(loaded))
    return styles + "".join(assets.script_tag(name, url) for name in loaded)


def home_links(assets: Assets, url: str) -> str:
    """Return the tags for the page with the list of letters."""
    return assets.style_tag(PageKind.HOME, url) + assets.script_tag(PageKind.HOME, url)
