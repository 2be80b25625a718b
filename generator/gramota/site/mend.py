"""What the theme leaves undone for weak eyes, keyboards and screen readers, mended by a small style and names."""

import re
from pathlib import Path

from gramota.wording import wording

MENDED_STYLE = Path(__file__).with_name("mend.css").read_text(encoding="utf-8")

_TASK = re.compile(r'<input type="checkbox" disabled( checked)?(?=\s*/?>)')


def mend_page(html: str, lang: str) -> str:
    """Return the page of the theme with a name for each tick of its task lists."""
    say = wording("site", lang)
    return _TASK.sub(lambda tick: f'{tick[0]} aria-label="{say("task_done" if tick[1] else "task_open")}"', html)
