"""What links a page to others, and to the styles and the scripts of its kind."""

from collections.abc import Callable

from mkdocs.structure.files import Files
from mkdocs.utils import get_relative_url

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


def addresses_from(url: str, files: Files) -> Callable[[str], str]:
    """Return what tells the address of a source file as a page at `url` links to it; an unknown path stays as it is."""

    def address(path: str) -> str:
        file = files.get_file_from_path(path)
        return get_relative_url(file.url, url) if file else path

    return address
