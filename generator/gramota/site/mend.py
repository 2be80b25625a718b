"""What the theme leaves undone for weak eyes, keyboards and screen readers, mended by a small style and names."""

import re
from html import escape
from pathlib import Path

from gramota.wording import wording

MENDED_STYLE = Path(__file__).with_name("mend.css").read_text(encoding="utf-8")

_LOGO = 'aria-label="{}" data-md-component="logo"'
_TASK = re.compile(r'<input type="checkbox" disabled( checked)?(?=\s*/?>)')


def mend_page(html: str, lang: str, site_name: str) -> str:
    """Return the page of the theme with a name for each tick of its task lists, and quotes in the site's own name."""
    say = wording("site", lang)
    # The theme escapes the name everywhere but here: «ООО "Ромашка"» would end the attribute.
    html = html.replace(_LOGO.format(site_name), _LOGO.format(escape(site_name)))
    return _TASK.sub(lambda tick: f'{tick[0]} aria-label="{say("task_done" if tick[1] else "task_open")}"', html)
