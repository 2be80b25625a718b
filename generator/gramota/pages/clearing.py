"""The button that forgets all that the site keeps in this browser, for computers that people share."""

from gramota.pages.environment import render_template
from gramota.wording import wording


def render_clearing(lang: str, site: str) -> str:
    """Return the HTML block; `site` names the site in what browsers store."""
    return render_template("clearing.html.j2", lang=lang, site=site, say=wording("blocks", lang))
