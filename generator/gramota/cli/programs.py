"""How to call a program that came with gramota, from wherever people stand."""

import shlex
import shutil
import sysconfig
from pathlib import Path


def typed(name: str) -> str:
    """Return what to type for the program: its name, or its whole path where the name would find none or another."""
    ours = Path(sysconfig.get_path("scripts")) / name
    found = shutil.which(name)
    is_found = found is not None and Path(found).resolve().with_suffix("") == ours.resolve().with_suffix("")
    return name if is_found else shlex.quote(str(ours))
