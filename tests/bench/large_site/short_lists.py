"""A hook for MkDocs: cuts long lists of letters in the plain engine's navigation as our plugin does.

Without it the plain engine writes every letter into every page, and whatever else costs time is lost beside that.
"""

from mkdocs.structure.nav import Link

from gramota.site.nav_window import NavWindow

_windows: list[NavWindow] = []


def on_nav(nav, config, files):
    letters = {file.src_uri for file in files.documentation_pages() if file.src_uri.startswith("letters/")}
    _windows[:] = [NavWindow(nav, letters, Link("Все письма", nav.homepage.url))]


def on_page_context(context, page, config, nav):
    context["nav"] = _windows[0].around(page)
    return context
