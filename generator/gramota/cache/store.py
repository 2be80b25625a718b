"""Files under content addresses in the user's cache folder; where none can be kept, everything is made anew."""

import os
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from hashlib import sha256
from itertools import accumulate
from pathlib import Path

from platformdirs import user_cache_path

FOLDER = "GRAMOTA_CACHE"
"""The environment variable that names another folder; empty, it switches the cache off."""

MOST_BYTES = 256 * 1024 * 1024
_LEVEL = 1
_TIDYING = "00"
"""One address in 256 begins so: to look through the folder at every write would cost more than the writes."""


def address_of(*parts: bytes) -> str:
    """Return the address of what is made from these parts and from nothing else."""
    digest = sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8))
        digest.update(part)
    return digest.hexdigest()


def made_once(address: str, make: Callable[[], str]) -> str:
    """Return what is kept under the address, or make it and keep it."""
    kept = read(address)
    if kept is not None:
        return kept.decode()
    made = make()
    write(address, made.encode())
    return made


def is_on() -> bool:
    """Whether anything is kept: where nothing is, nobody needs to know what it would be kept as."""
    return _folder() is not None


def read(address: str) -> bytes | None:
    """Return what is kept under the address; None where nothing whole is."""
    folder = _folder()
    if folder is None:
        return None
    path = _path(folder, address)
    try:
        content = zlib.decompress(path.read_bytes())
    except (OSError, zlib.error):
        return None
    with suppress(OSError):
        os.utime(path)  # it was needed today: it is not among the first to go
    return content


def has(address: str) -> bool:
    """Return whether something is kept under the address, be it whole or damaged: it could be made once."""
    folder = _folder()
    return folder is not None and _path(folder, address).exists()


def write(address: str, content: bytes) -> None:
    """Keep the content, whole or not at all; a full or forbidden disk is no error."""
    folder = _folder()
    if folder is None:
        return
    path = _path(folder, address)
    unfinished = path.with_name(f"{path.name}.{os.getpid()}.part")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_bytes(zlib.compress(content, _LEVEL))
        unfinished.replace(path)
        if address.startswith(_TIDYING):
            _forget_oldest(folder)
    with suppress(OSError):
        unfinished.unlink(missing_ok=True)


def _folder() -> Path | None:
    chosen = os.environ.get(FOLDER)
    if chosen is None:
        return _usual_folder()
    return Path(chosen) if chosen else None


@cache
def _usual_folder() -> Path | None:
    try:
        return user_cache_path("gramota", appauthor=False)
    except RuntimeError:  # a user without a home
        return None


def _path(folder: Path, address: str) -> Path:
    return folder / address[:2] / address[2:]


def _forget_oldest(folder: Path) -> None:
    """Keep what was needed last, as much as there is room for."""
    kept = sorted(_kept(folder), reverse=True)
    sizes = accumulate(size for _, size, _ in kept)
    for (_, _, path), size in zip(kept, sizes, strict=True):
        if size > MOST_BYTES:
            path.unlink(missing_ok=True)


def _kept(folder: Path) -> Iterator[tuple[int, int, Path]]:
    for path in folder.glob("??/*"):
        status = path.stat()
        yield status.st_mtime_ns, status.st_size, path
