"""What a piece of content is, whatever its file or place: a hash of what it says."""

import hashlib
import json

from gramota.course.model import Entry


def content_hash(entry: Entry) -> str:
    """Return 16 hexadecimal digits (64 bits) of SHA-256 over the entry's canonical JSON, without defaults.

    Keys left at their default do not count, so that a new optional key changes no existing hash; nor do keys that are
    no part of what the entry says.
    """
    said = entry.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude=set(entry.about_itself))
    canonical = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:16]
