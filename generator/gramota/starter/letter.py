"""A new letter: what its author has said so far, and a section to go on with."""

import datetime as dt
from collections.abc import Sequence

from gramota.exchange.yaml_text import Value, write_yaml
from gramota.wording import wording


def render_letter(title: str, audience: Sequence[str], date: dt.date, lang: str) -> str:
    """Return the letter's file, with comments in the letter's language."""
    t = wording("starter", lang)
    section = {"id": "main", "title": t("letter.heading"), "body": t("letter.body") + "\n"}
    content: dict[str, Value] = {
        "title": title,
        "date": date,
        "audience": [*audience],
        "lang": lang,
        "sections": [section],
    }
    comments = {
        ("title",): t("letter.about").splitlines(),
        ("sections", 0): [t("letter.section")],
        ("sections", 0, "body"): [t("letter.text")],
    }
    return write_yaml(content, comments, frozenset({"sections"}))
