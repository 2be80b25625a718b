"""What a piece of content is, whatever its file or place: a hash of what it says."""

import hashlib
import json
from typing import Any

from gramota.course.model.base import Entry

_HELP = frozenset({"section", "why", "missed", "hints", "worth", "attempts", "show_answer", "shuffle", "pool"})
"""What helps to answer or says what an answer is worth, and is no part of the question."""

_PARTNERS_EXPLAINED = {"pairs": {"__all__": {"wrong"}}}
"""Explanations that are lists of their own; the wrong partners of a pair are those of the other pairs anyhow."""

_UNORDERED = frozenset({"options", "pairs"})
"""Lists of a question whose order means nothing."""


def content_hash(entry: Entry) -> str:
    """Return 16 hexadecimal digits (64 bits) of SHA-256 over the entry's canonical JSON, without defaults.

    Keys left at their default do not count, so that a new optional key changes no existing hash; nor do keys that are
    no part of what the entry says.
    """
    unsaid = set(entry.about_itself)
    return short_hash(entry.said().model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude=unsaid))


def question_hash(question: Entry) -> str:
    """Return the hash of what a self-check question asks and takes for right.

    Neither its feedback, hints and points nor the order of its options count: a better explanation makes nobody
    answer anew.
    """
    said = question.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude=_PARTNERS_EXPLAINED)
    return short_hash(_asked(said))


def _asked(said: Any) -> Any:  # noqa: ANN401 - any JSON
    if isinstance(said, list):
        return [_asked(each) for each in said]
    if not isinstance(said, dict):
        return said
    kept = {key: _asked(value) for key, value in said.items() if key not in _HELP}
    return {key: sorted(value, key=canonical_json) if key in _UNORDERED else value for key, value in kept.items()}


def canonical_json(said: object) -> str:
    """Return the one JSON text of what is said: keys in order, no spaces."""
    return json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def short_hash(said: object) -> str:
    """Return 16 hexadecimal digits (64 bits) of SHA-256 over the canonical JSON."""
    return hashlib.sha256(canonical_json(said).encode()).hexdigest()[:16]
