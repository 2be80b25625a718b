"""The page that `mkdocs serve` shows in place of the site while its content has problems."""

from collections.abc import Sequence
from hashlib import sha256
from itertools import groupby

from gramota.errors import Problem
from gramota.pages.environment import render_template
from gramota.wording import wording
from gramota.wording.problems import Shown, show


def render_problem_page(problems: Sequence[Problem], lang: str) -> str:
    """Return a whole HTML page, which needs nothing else and loads the site again once it is mended.

    The problems have their lines; see `mark_problems`.
    """
    shown = [show(problem, lang) for problem in problems]
    mark = sha256(repr(shown).encode()).hexdigest()[:16]
    files = [(path, [*found]) for path, found in groupby(shown, _path)]
    values = {"lang": lang, "files": files, "count": len(shown), "mark": mark}
    return render_template("problem_page.html.j2", t=wording("problem_page", lang), **values)


def _path(shown: Shown) -> str:
    return shown.path
