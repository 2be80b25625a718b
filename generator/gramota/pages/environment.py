"""The Jinja environment of every template: escapes all, and fails on a name that was not given."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from gramota.course import Letter
from gramota.pages.links import from_root
from gramota.pages.markup import render_block, render_inline


@cache
def environment() -> Environment:
    """Return the environment, with `inline` and `block` for what authors wrote in Markdown in the letter's quiz."""
    made = Environment(
        loader=PackageLoader("gramota.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"inline": _inline, "block": _block, "plain": _plain}
    return made


def _inline(text: str, letter: Letter) -> Markup:
    return render_inline(from_root(text, letter), letter.terms)


def _plain(text: str) -> Markup:
    return render_inline(text, {})


def _block(text: str, letter: Letter) -> Markup:
    return render_block(from_root(text, letter), letter.terms)


def render_template(name: str, **values: object) -> str:
    """Return the template's text without a blank line at either end."""
    return environment().get_template(name).render(**values).strip()
