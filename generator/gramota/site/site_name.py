"""The site's name: text that pages can show, which themes write into them as if it were HTML."""

import copy
from collections.abc import Iterator
from pathlib import Path

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils.templates import TemplateContext

from gramota.course.yaml_files.unseen_signs import TURNING, code_point, find_unseen
from gramota.errors import Problem
from gramota.site.settings import where_value


def find_unseen_in_names(config: MkDocsConfig, own: str) -> Iterator[Problem]:
    """Yield each character that letters may not hold either, in the site's name and in `own`, the plugin's `site`.

    One that turns the direction of reading would turn the head of every page.
    """
    text = Path(config.config_file_path).read_text(encoding="utf-8", errors="replace")
    for setting, name in (("site_name", config.site_name), ("site", own)):
        for sign in find_unseen(name):
            yield Problem.at(where_value(config, setting), _code(sign, text), character=code_point(sign))


def _code(sign: str, text: str) -> str:
    # One that stands neither so nor by an escape comes from a variable of the system's.
    if sign not in text and "\\" in text:
        return "G004.escaped"
    return "G004.direction" if TURNING.match(sign) else "G004"


def let_theme_take_name_for_text(context: TemplateContext) -> None:
    """Give a template the name as HTML that says it: «ООО "Ромашка"» would end an attribute, "<b>" would be bold.

    The settings are those of this template alone: other plugins put the name into feeds, pictures and JSON.
    """
    shown = copy.copy(context["config"])
    shown.site_name = escape(shown.site_name)
    context["config"] = shown
