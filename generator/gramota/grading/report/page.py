"""A page that stands alone: its style inside it, and a policy under which it can load and run nothing."""

from base64 import b64encode
from functools import cache
from hashlib import sha256

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from gramota.grading.report.style import load_style
from gramota.wording import Wording


def render_page(name: str, t: Wording, /, **values: object) -> bytes:
    """Return the page of this template and style in the language of its words; whatever people typed is escaped."""
    style = load_style("palette", "evidence", "sheet", name)
    said = _template(name).render(t=t, style=Markup(style), policy=_policy(style), **values)  # noqa: S704 - our own file
    return said.encode()


@cache
def _policy(style: str) -> str:
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"


@cache
def _template(name: str) -> Template:
    environment = Environment(
        loader=PackageLoader("gramota.grading.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(f"{name}.html.j2")
