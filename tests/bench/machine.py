"""What was measured on: without it no figure means anything."""

import os
import platform
from importlib.metadata import version

PACKAGES = ("gramota", "mkdocs", "mkdocs-material", "pydantic", "pymorphy3", "pymorphy3-dicts-ru", "rapidfuzz")


def machine_section() -> str:
    return f"## The machine\n\n{machine_line()}\n"


def machine_line() -> str:
    """Return machine and versions in one line."""
    versions = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    return (
        f"{platform.machine()}, {os.cpu_count()} cores, {platform.system()}; "
        f"Python {platform.python_version()}; {versions}."
    )
