"""What becomes of a build whose content cannot be used: an end with all problems, or one page that shows them."""

import logging
from collections.abc import Sequence

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.utils import CountHandler

from gramota.course.yaml_files.marked import mark_problems
from gramota.errors import Problem
from gramota.pages.problem_page import render_problem_page
from gramota.wording.problems import tell

HOME = "index.md"
_log = get_plugin_logger("gramota")


class RefusedError(PluginError):
    """Ends a build whose content cannot be used; says and carries all that is wrong with it."""

    def __init__(self, problems: Sequence[Problem], lang: str) -> None:
        super().__init__(f"gramota\n{_told(problems, lang)}")
        self.problems = problems


def show_in_browser(problems: Sequence[Problem], config: MkDocsConfig, lang: str) -> str:
    """Tell the problems in the terminal too, let the build go on even if it is strict, and return the page to show."""
    _forgive_warnings()
    _log.error("\n%s", _told(problems, lang))
    config.nav = None
    return render_problem_page(mark_problems(problems), lang)


def only_home(config: MkDocsConfig) -> Files:
    """Return files with one page, which is to be replaced; any other address has the theme's 404, replaced as well."""
    return Files([File.generated(config, HOME, content="")])


def _told(problems: Sequence[Problem], lang: str) -> str:
    return "\n".join(tell(problem, lang) for problem in mark_problems(problems))


def _forgive_warnings() -> None:
    """A strict build ends with its first warning, and with it the server, or all that it would still answer."""
    log = logging.getLogger("mkdocs")
    for handler in log.handlers[:]:
        if isinstance(handler, CountHandler):
            log.removeHandler(handler)
