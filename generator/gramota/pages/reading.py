"""Where a letter ends: the reader confirms having read this revision."""

from gramota.course import Letter
from gramota.course.model.identity import content_hash
from gramota.pages.environment import render_template
from gramota.wording import wording
from gramota.wording.written_day import written_day


def render_reading(letter: Letter, site: str) -> str:
    """Return the HTML block; `site` names the site in what browsers store."""
    say = wording("blocks", letter.lang)
    return render_template(
        "reading.html.j2",
        letter=letter,
        letter_hash=content_hash(letter),
        revised=written_day(letter.revised, say),
        site=site,
        say=say,
        soon=wording("runtime", letter.lang),
    )
