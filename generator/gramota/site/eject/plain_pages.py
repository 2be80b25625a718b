"""Our pages as Markdown that needs no plugin: links to styles and scripts and the list of letters stand in the text."""

import re

from gramota.course.markdown.code_in_markdown import without_code
from gramota.pages import MARKER, Page
from gramota.quiz import PageKind
from gramota.site.assets import Assets
from gramota.site.page_links import home_links, links_of

BLOCKS = "pymdownx.blocks.html"
_HEAD_ENDS = "\n---\n"
# Not <div markdown>, which would read the HTML of our own blocks too and change it. Longer than an author's own.
_BLOCK = "/" * 9
_MARKER = re.compile(re.escape(MARKER))


def needs_blocks(page: Page, site_lang: str) -> bool:
    """Whether the page's Markdown will need the extension BLOCKS."""
    return page.lang != site_lang


def plain_page(page: Page, assets: Assets, url: str, site_lang: str) -> str:
    """Return the Markdown of a letter or a control sheet that will stand at this address."""
    head, _, text = page.whole_markdown().partition(_HEAD_ENDS)
    # What the theme is told by partials/language.html beside these pages.
    head += f"\nlang: {page.lang}" if page.lang != site_lang else ""
    content = text.strip("\n")
    if needs_blocks(page, site_lang):
        content = f"{_BLOCK} html | div[lang='{page.lang}']\n\n{content}\n\n{_BLOCK}"
    return f"{head}{_HEAD_ENDS}\n{_unseen(links_of(page, assets, url))}\n{content}\n"


def plain_home(markdown: str, assets: Assets, url: str, letters: str) -> str:
    """Return the home page's Markdown with the list of letters where its marker stands; in code it is only shown."""
    found = _MARKER.search(without_code(markdown))
    if found is None:
        return f"{markdown.rstrip()}\n\n{_unseen(assets.style_tag(PageKind.HOME, url))}"
    block = f"\n{_unseen(home_links(assets, url))}\n{letters}\n"
    return markdown[: found.start()] + block + markdown[found.end() :]


def _unseen(links: str) -> str:
    """Return the tags as a block of their own, for Markdown would put a paragraph around them."""
    return f"<div hidden>\n{links}</div>\n"
