"""Links as authors write them, from the YAML file's own folder, as links from the letter's page, one folder deeper."""

from gramota.course.links import find_links


def from_letter_page(markdown: str) -> str:
    """Return the Markdown with its relative links one folder deeper, those to letters leading to pages."""
    parts, written = [], 0
    for link in find_links(markdown):
        if not link.target.startswith("#"):
            parts += [markdown[written : link.start], "../", _page_of(link.target)]
            written = link.end
    return "".join([*parts, markdown[written:]])


def _page_of(target: str) -> str:
    path, mark, section = target.partition("#")
    return f"{path.removesuffix('.yml')}/index.md{mark}{section}" if path.endswith(".yml") else target
