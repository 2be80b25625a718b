"""Links as authors write them, from the YAML file's own folder, as links from the letter's page, one folder deeper."""

import re

# The target of an inline link or picture, and of a reference definition; addresses with a scheme, from the
# site's root, or within the page stay as they are.
_TARGET = re.compile(r"(?P<before>\]\(|^\[[^\]\n]+\]:[ ]+)(?P<path>(?![a-z][a-z0-9+.-]*:|[/#<])[^\s)#]+)", re.MULTILINE)


def from_letter_page(markdown: str) -> str:
    """Return the Markdown with its relative links one folder deeper, those to letters leading to pages."""
    return _TARGET.sub(lambda found: f"{found['before']}../{_page_of(found['path'])}", markdown)


def _page_of(path: str) -> str:
    return f"{path.removesuffix('.yml')}/index.md" if path.endswith(".yml") else path
