"""Our scripts and styles in a built site: their files, and the tags by which pages load them."""

import hashlib

from mkdocs.utils import get_relative_url

from gramota.quiz import Bundle


class Assets:
    """What is shipped, under paths that change with the content, so that browsers may keep what they have loaded."""

    def __init__(self) -> None:
        self.files: dict[str, str] = {}
        self._styles: dict[str, str] = {}
        self._scripts: dict[str, str] = {}

    def add(self, name: str, bundle: Bundle) -> None:
        """Ship a script and its style."""
        self.add_style(name, bundle.css)
        self.add_script(name, bundle.js)

    def add_style(self, name: str, text: str) -> None:
        """Ship a style that goes with no script."""
        self._styles[name] = self._ship(name, text, "css")

    def add_script(self, name: str, text: str) -> None:
        """Ship a script that goes with no style."""
        self._scripts[name] = self._ship(name, text, "js")

    def style(self, name: str) -> str:
        """Return the style's path."""
        return self._styles[name]

    def script(self, name: str) -> str:
        """Return the script's path."""
        return self._scripts[name]

    def style_tag(self, name: str, url: str) -> str:
        """Return what loads the style on the page at `url`."""
        return f'<link rel="stylesheet" href="{get_relative_url(self._styles[name], url)}">\n'

    def script_tag(self, name: str, url: str) -> str:
        """Return what loads the script on the page at `url`."""
        return f'<script defer src="{get_relative_url(self._scripts[name], url)}"></script>\n'

    def _ship(self, name: str, content: str, ending: str) -> str:
        digest = hashlib.sha256(content.encode()).hexdigest()[:8]
        path = f"assets/gramota/{name}.{digest}.{ending}"
        self.files[path] = content
        return path
