"""Where our files stand in a built site."""

import hashlib


def asset_path(name: str, content: str, ending: str) -> str:
    """Return a path that changes with the content, so that browsers may keep what they have loaded."""
    digest = hashlib.sha256(content.encode()).hexdigest()[:8]
    return f"assets/gramota/{name}.{digest}.{ending}"
