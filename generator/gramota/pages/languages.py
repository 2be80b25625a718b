"""Where the same letter, or its sheet, stands in other languages."""

from collections.abc import Sequence

from gramota.course import Letter
from gramota.pages.environment import render_template
from gramota.pages.links import address_from_root
from gramota.wording import wording


def render_languages(letter: Letter, others: Sequence[tuple[Letter, str]]) -> str:
    """Return links to these letters' pages, given by their source paths, each in its own language; "" without any."""
    if not others:
        return ""
    links = [(each.lang, wording("site", each.lang)("language"), address_from_root(path)) for each, path in others]
    return render_template("languages.html.j2", links=links, say=wording("site", letter.lang))
