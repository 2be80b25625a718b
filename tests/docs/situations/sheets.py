"""Sheets of the small course, as files and as texts, with something in them changed."""

import json
from collections.abc import Mapping
from typing import Any

from tests.answers.sheets import sheet
from tests.answers.texts import sheet_text
from tests.docs.situations.place import Place

_LEARNER = {"id": "4711", "name": "Анна Иванова"}
_ANSWER = {"question": "why-act", "text": "Чтобы записать состояние товара"}
_OLD_HASH = "0123456789abcdef"


def sheet_content(place: Place, changed: Mapping[str, Any]) -> dict[str, Any]:
    """Return a sheet as it should be, with the given fields in it."""
    revision = changed.get("revision", 2)
    hashed = _OLD_HASH if changed.get("hash") == "old" else place.letter_hash
    read = {"revision": revision, "hash": hashed, "at": changed.get("read", "2026-11-23T09:58:00.000Z")}
    own = {
        "site": "Магазины",
        "letter": {"id": changed.get("letter", "returns"), "revision": revision, "hash": hashed},
        "learner": changed.get("learner", _LEARNER),
        "acknowledged": None if changed.get("acknowledged", ...) is None else read,
        "answers_in_file": changed.get("answers", [_ANSWER]),
    }
    times = {name: changed[name] for name in ("started", "finished", "extra") if name in changed}
    return sheet(**json.loads(place.text(json.dumps({**own, **times}, ensure_ascii=False))))


def sheet_file(place: Place, made: Mapping[str, Any]) -> str:
    """Return the file's text; `after` is what somebody changed in it by hand."""
    text = json.dumps(sheet_content(place, made["sheet"] or {}), ensure_ascii=False, indent=2)
    for old, new in made.get("after", ()):
        assert place.text(old) in text, old
        text = text.replace(place.text(old), place.text(new), 1)
    return text


def text_file(place: Place, made: Mapping[str, Any]) -> str:
    """Return the sheet as it is copied into a message; `until` is where it breaks off, `without` a block
    that is missing, `times` how often it comes."""
    text = place.text(sheet_text(sheet_content(place, made["text_sheet"] or {})))
    if "without" in made:
        text = "\n\n".join(block for block in text.split("\n\n") if made["without"] not in block)
    if "until" in made:
        assert place.text(made["until"]) in text, made["until"]
        text = text.partition(place.text(made["until"]))[0]
    return text * made.get("times", 1)


def shown_fields(made: Mapping[str, Any]) -> list[str]:
    """Return the lines of what was given, as they stand in the file."""
    fields = [f'"{name}": {json.dumps(value, ensure_ascii=False)}' for name, value in (made["sheet"] or {}).items()]
    return [*fields, *(new for _, new in made.get("after", ()))]
