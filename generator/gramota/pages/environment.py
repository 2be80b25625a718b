"""The Jinja environment of every template: escapes all, and fails on a name that was not given."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from gramota.pages.markup import render_block, render_inline


@cache
def environment() -> Environment:
    """Return the environment, with `inline` and `block` for what authors wrote in Markdown."""
    made = Environment(
        loader=PackageLoader("gramota.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"inline": render_inline, "block": render_block}
    return made


def render_template(name: str, **values: object) -> str:
    """Return the template's text without a blank line at either end."""
    return environment().get_template(name).render(**values).strip()
